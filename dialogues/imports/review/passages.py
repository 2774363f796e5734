"""The pieces of a document as passages of its source, and where each piece is cited."""

from collections import Counter
from collections.abc import Iterable

from django.contrib.humanize.templatetags.humanize import ordinal

from dialogues.imports.files.blocks import BlockKind
from dialogues.imports.pieces import Piece
from dialogues.text.paragraphs import MAX_SECTION_LENGTH, Paragraph

NOTES = "Notes"
MAX_PARAGRAPH = 40  # characters of a printed number


def passages_of(pieces: Iterable[Piece]) -> list[tuple[Paragraph, list[Piece]]]:
    """Each passage with its pieces. The rows of a table are one passage, headings are in none."""
    passages = []
    pieces = list(pieces)
    title = _title_of(pieces)
    for piece in pieces:
        if piece.kind == BlockKind.HEADING:
            passages.append(None)
        elif piece.kind == BlockKind.ROW and passages and _is_table(passages[-1]):
            passages[-1].append(piece)
        else:
            passages.append([piece])
    return [(_paragraph(run, title), run) for run in passages if run]


def _title_of(pieces):
    """The heading with which a document begins, if others follow: it is no section's."""
    headings = [piece for piece in pieces if piece.kind == BlockKind.HEADING]
    return headings[0].text if len(headings) > 1 and headings[0] == pieces[0] else None


def _is_table(run):
    return bool(run) and run[-1].kind == BlockKind.ROW


def _paragraph(run, title):
    text = "\n".join("\t".join(piece.cells) or piece.text for piece in run)
    section = NOTES if run[0].kind == BlockKind.NOTE else run[0].section
    section = "" if section == title else section
    return Paragraph(text, section[:MAX_SECTION_LENGTH], run[0].paragraph[:MAX_PARAGRAPH])


def places_of(pieces: Iterable[Piece]) -> dict[int, tuple[str, str]]:
    """{number of a piece: (section, paragraph)}: the printed number, or its place there: 2nd."""
    places, counts = {}, Counter()
    for paragraph, run in passages_of(pieces):
        counts[paragraph.section] += 1
        number = paragraph.paragraph or str(ordinal(counts[paragraph.section]))
        places |= {piece.number: (paragraph.section, number) for piece in run}
    return places
