"""The facts of a dialogue that a document prints at its beginning: day, forum, symbols, title."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from dialogues.choices import Certainty, DialogueFormat, ProposalKind
from dialogues.imports.files.blocks import BlockKind
from dialogues.imports.language.dates import days_in
from dialogues.imports.language.sentences import Span
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Evidence, Proposal, evidence_of

BEGINNING = 12  # pieces
MAX_LINE = 300  # characters
AROUND = "*# "  # marks of a title in text files
# Words of a title, unlike those of a masthead: "United Nations", "A/HRC/48/39", "Distr.: General".
SUBJECT = re.compile(
    r"\bresponsibility to protect\b|\bR2P\b|\bRtoP\b|\bgenocide\b|\batrocit|\bresponsabili"
    r"|\binteractive dialogue\b|\bpanel discussion\b|\bsummary of\b|\breport (?:of|on)\b"
    r"|\bstatement (?:by|of)\b"
    r"|\blist of speakers\b",
    re.I,
)
UNFINISHED = re.compile(r"\b(?:of|on|the|and|to|for|in|by|de|la|sur)$", re.I)
# Before the day of publication, which is never that of the event.
PUBLISHED = re.compile(r"\b(?:published|posted|publié|distr\.?|issued)\b[^.]{0,30}$", re.I)
SYMBOL = re.compile(r"\b[AES]/(?:[A-Z]+/)?[\w./-]*\d(?:/\w+)*")
FORUMS = {
    "unga": r"General Assembly|UNGA|Assemblée générale|Asamblea General",
    "hrc": r"Human Rights Council|HRC|Conseil des droits de l[’']homme|Consejo de Derechos Humanos",
    "unsc": r"Security Council|Conseil de sécurité|Consejo de Seguridad",
}

# What a document calls the meeting: the first that it prints.
FORMATS = {
    DialogueFormat.CLUSTERED: r"clustered (?:interactive )?dialogue",
    DialogueFormat.INFORMAL: r"informal,? (?:and )?(?:interactive )?dialogue|interactive dialogue",
    DialogueFormat.ARRIA: r"Arria[- ]formula",
    DialogueFormat.INTERSESSIONAL: r"intersessional (?:panel )?(?:discussion|meeting)",
    DialogueFormat.THEMATIC: r"(?:thematic )?panel discussion",
    DialogueFormat.DEBATE: r"plenary (?:debate|meeting)|\d+(?:st|nd|rd|th) plenary|debate|débat",
}


def dialogue_of(pieces: Sequence[Piece]) -> list[Proposal]:
    """One proposal with what the beginning prints of the dialogue; none if it prints no day."""
    values, evidence = beginning_of(pieces)
    if "held_on" not in values:
        return []
    place = evidence["held_on"]
    return [Proposal(ProposalKind.DIALOGUE, "beginning", place, values, evidence, Certainty.CHECK)]


def beginning_of(pieces: Sequence[Piece]) -> tuple[dict[str, object], dict[str, Evidence]]:
    """(values, evidence) of what the beginning prints; of each field, what is printed first."""
    values, evidence = {}, {}
    for piece in pieces[:BEGINNING]:
        for name, value, span in _facts_in(piece.text):
            if name not in values:
                values[name], evidence[name] = value, evidence_of(piece, span)
    if pieces:
        values["title"], title = title_of(pieces)
        evidence["title"] = evidence_of(title, Span(0, len(title.text)))
    return values, evidence


def title_of(pieces: Sequence[Piece]) -> tuple[str, Piece]:
    """The title of a document, and the piece where it begins.

    The first short line at the beginning that names its subject, with the next line if it ends on
    a small word; else its first line.
    """
    lines = list(takewhile(_is_line, pieces[:BEGINNING])) or list(pieces[:1])
    at = next((at for at, line in enumerate(lines) if SUBJECT.search(line.text)), 0)
    title = lines[at].text.strip(AROUND)
    if UNFINISHED.search(title) and at + 1 < len(lines):
        title = f"{title} {lines[at + 1].text.strip(AROUND)}"
    return title, lines[at]


def _is_line(piece):
    """Whether a piece may be part of a title: a heading, or a line that is no sentence."""
    is_short = len(piece.text) <= MAX_LINE and not piece.text.endswith((".", ":", ","))
    return piece.kind == BlockKind.HEADING or is_short


def _facts_in(text) -> Iterator[tuple[str, str, Span]]:
    """(field, value, span) of each fact in a text."""
    for day, span in days_in(text):
        is_published = PUBLISHED.search(text[: span.start])
        yield "published_on" if is_published else "held_on", day.isoformat(), span
    for match in SYMBOL.finditer(text):
        yield "symbols", match[0].rstrip("."), Span(*match.span())
    yield from _of_patterns("format", FORMATS, text)
    yield from _of_patterns("forum", FORUMS, text)


def _of_patterns(name, patterns, text):
    """(field, value, span) of each value whose pattern is in a text, in its order."""
    matches = [
        (match.start(), value, Span(*match.span()))
        for value, pattern in patterns.items()
        if (match := re.search(rf"\b(?:{pattern})\b", text, re.I))
    ]
    for _start, value, span in sorted(matches):
        yield name, value, span
