"""The facts of a dialogue that a document prints at its beginning: day, forum, symbols, title."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.files.blocks import BlockKind
from dialogues.imports.language.sentences import Span
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of

BEGINNING = 12  # pieces
LANGUAGES = (
    "January February March April May June July August September October November December",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
MONTHS = {
    name.casefold(): number for names in LANGUAGES for number, name in enumerate(names.split(), 1)
}
MONTH = "|".join(MONTHS)
YEAR = r"(?:19|20)\d\d"
DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:de\s+)?(?P<month>{MONTH})\s+(?:de\s+)?"
    rf"(?P<year>{YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>{YEAR})\b",
    re.I,
)
# "27 June and 28 June 2019", "27-28 June 2019": the first day comes without its year.
FIRST_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month>{MONTH}))?\s*(?:and|to|[-–])\s*$", re.I
)
# Before the day of publication, which is never that of the event.
PUBLISHED = re.compile(r"\b(?:published|posted|publié|distr\.?|issued)\b[^.]{0,30}$", re.I)
SYMBOL = re.compile(r"\b[AES]/(?:[A-Z]+/)?[\w./-]*\d(?:/\w+)*")
FORUMS = {
    "unga": r"General Assembly|UNGA|Assemblée générale|Asamblea General",
    "hrc": r"Human Rights Council|HRC|Conseil des droits de l[’']homme|Consejo de Derechos Humanos",
    "unsc": r"Security Council|Conseil de sécurité|Consejo de Seguridad",
}


def dialogue_of(pieces: Sequence[Piece]) -> list[Proposal]:
    """One proposal with what the beginning prints of the dialogue; none if it prints no day.

    Of each field, what is printed first.
    """
    values, evidence = {}, {}
    for piece in pieces[:BEGINNING]:
        for name, value, span in _facts_in(piece.text):
            if name not in values:
                values[name], evidence[name] = value, evidence_of(piece, span)
    if "held_on" not in values:
        return []
    title = pieces[0]
    if title.kind == BlockKind.HEADING or not title.text.endswith("."):
        values["title"] = title.text.strip("* ")
        evidence["title"] = evidence_of(title, Span(0, len(title.text)))
    place = evidence["held_on"]
    return [Proposal(ProposalKind.DIALOGUE, "beginning", place, values, evidence, Certainty.CHECK)]


def _facts_in(text) -> Iterator[tuple[str, str, Span]]:
    """(field, value, span) of each fact in a text."""
    for day, span in _days(text):
        is_published = PUBLISHED.search(text[: span.start])
        yield "published_on" if is_published else "held_on", day.isoformat(), span
    for match in SYMBOL.finditer(text):
        yield "symbols", match[0].rstrip("."), Span(*match.span())
    forums = [
        (match.start(), forum, Span(*match.span()))
        for forum, names in FORUMS.items()
        if (match := re.search(rf"\b(?:{names})\b", text, re.I))
    ]
    for _start, forum, span in sorted(forums):
        yield "forum", forum, span


def _days(text):
    """(day, span) of each date in a text that exists."""
    for match in DAY.finditer(text):
        numbers = match.groupdict()
        day, month, year = (
            numbers[name] or numbers[f"{name}2"] for name in ("day", "month", "year")
        )
        span = Span(*match.span())
        if first := FIRST_DAY.search(text[max(0, span.start - 30) : span.start]):
            day, month = first["day"], first["month"] or month
            span = Span(span.start - len(first[0]), span.end)
        try:
            yield date(int(year), MONTHS[month.casefold()], int(day)), span
        except ValueError:
            continue
