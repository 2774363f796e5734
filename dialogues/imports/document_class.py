"""What kind of document it is, with the grounds: what is proposed from it depends on that."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dialogues.choices import DocumentClass
from dialogues.imports.pieces import Piece
from dialogues.imports.rules.turns import PRESIDENT, PRESS, VERBATIM
from dialogues.imports.rules.unnamed_positions import positions_of


class Recognised(NamedTuple):
    """A class and its grounds, each a phrase of the document or a count."""

    document_class: DocumentClass
    grounds: tuple[str, ...]


HEAD = 8  # pieces at the beginning in which a document says what it is
# Words of a title that name a class.
TITLES = {
    DocumentClass.PRESS_RELEASE: re.compile(
        r"\b(?:press release|meetings? coverage|communiqué de presse|(?:GA|SC)/\d{4,5})\b",
        re.I,
    ),
    DocumentClass.SPEAKERS_LIST: re.compile(
        r"\b(?:(?:provisional\s+)?list of speakers|speakers['’]? list|programme of the meeting"
        r"|order of speakers|liste des orateurs|lista de oradores)\b",
        re.I,
    ),
    DocumentClass.STATEMENT: re.compile(
        r"\b(?:statement|remarks|intervention|address|déclaration|declaración|discurso)\s+"
        r"(?:by|of|delivered by|on behalf of|de|del|du|prononcée)\b|\bcheck against delivery\b",
        re.I,
    ),
    DocumentClass.SUMMARY: re.compile(r"\b(?:summary|résumé|resumen)\b", re.I),
}
FIRST_PERSON = re.compile(
    r"\b(?:my (?:own )?(?:country|delegation|government)|Mr\. President|Excellenc(?:y|ies)"
    r"|we (?:welcome|believe|thank|support|call|would like)"
    r"|I (?:thank|would like|have the honou?r|wish|am (?:delivering|speaking|making))"
    r"|ma délégation|nous (?:remercions|saluons)|mi delegación)\b",
    re.I,
)
MEETING = re.compile(
    r"\b(?:interactive dialogue|panel discussion|debate|informal dialogue|thematic"
    r"|plenary meeting|dialogue interactif|diálogo interactivo)\b",
    re.I,
)
MIN_TURNS = 3
MIN_FIRST_PERSON = 3
MIN_REPORTING = 2
MIN_NUMBERED = 5


def recognise(pieces: Sequence[Piece]) -> Recognised:
    """The class of a document. UNKNOWN if nothing speaks for any."""
    prose = [piece for piece in pieces if piece.is_prose]
    head = " ".join(piece.text for piece in pieces[:HEAD])
    reporting = len(positions_of(prose))
    return (
        _by_turns(prose, head)
        or _by_title_or_person(prose, head, reporting)
        or _by_reports(pieces, prose, head, reporting)
        or Recognised(DocumentClass.UNKNOWN, ())
    )


def _by_turns(prose, head):
    """A verbatim record or a press release: paragraphs begin with a speaker."""
    turns = sum(bool(VERBATIM.match(each.text) or PRESIDENT.match(each.text)) for each in prose)
    if turns >= MIN_TURNS:
        return Recognised(DocumentClass.VERBATIM, (f"{turns} turns of speakers",))
    turns = sum(bool(PRESS.match(each.text)) for each in prose)
    if turns >= MIN_TURNS:
        return _of(DocumentClass.PRESS_RELEASE, head, f"{turns} paragraphs begin with a speaker")
    return None


def _by_title_or_person(prose, head, reporting):
    """A list of speakers by its title; a statement by its first person."""
    if _is_list(head) and reporting < MIN_REPORTING:
        return _of(DocumentClass.SPEAKERS_LIST, head)
    first_person = sum(len(FIRST_PERSON.findall(piece.text)) for piece in prose)
    if first_person >= MIN_FIRST_PERSON and first_person > reporting:
        return _of(DocumentClass.STATEMENT, head, f"{first_person} times in the first person")
    return None


def _is_list(head):
    """Whether the title is that of a list, and not that of a summary with a list in it."""
    title = TITLES[DocumentClass.SPEAKERS_LIST].search(head)
    summary = TITLES[DocumentClass.SUMMARY].search(head)
    return bool(title) and not (summary and summary.start() < title.start())


def _by_reports(pieces, prose, head, reporting):
    """A summary or report of a meeting: it says what states said. Else a background page."""
    is_meeting = MEETING.search(" ".join(piece.text for piece in pieces[: 2 * HEAD]))
    if prose and not is_meeting:
        return Recognised(DocumentClass.BACKGROUND, ("no meeting is named at the beginning",))
    is_summary = bool(TITLES[DocumentClass.SUMMARY].search(head))
    if not is_meeting or reporting < MIN_REPORTING - is_summary:
        return None
    grounds = f"{reporting} sentences report what states said"
    numbered = sum(bool(piece.paragraph) for piece in prose)
    if numbered >= MIN_NUMBERED:
        also = f"{numbered} numbered paragraphs"
        return _of(DocumentClass.NUMBERED_REPORT, head, grounds, also)
    return _of(DocumentClass.SUMMARY, head, grounds)


def _of(document_class, head, *grounds):
    """Recognised, with the words of the title first if they name the class."""
    match = TITLES[document_class].search(head) if document_class in TITLES else None
    return Recognised(document_class, ((f"“{match[0]}”",) if match else ()) + grounds)
