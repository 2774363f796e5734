"""Votes that a document reports: a recorded vote with its counts, or an adoption without a vote."""

import re
from collections.abc import Iterable, Mapping

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.dates import days_in, periods_in
from dialogues.imports.language.numbers import NUMBER, value_of
from dialogues.imports.language.sentences import Span, sentences_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of
from dialogues.imports.rules.dialogue import FORUMS, SYMBOL

DECIDED = re.compile(r"\b(?:adopted|approved|decided|included|voted|rejected|retained)\b", re.I)
RECORDED = re.compile(
    rf"\b(?:votes?\s+of|by)\s+(?P<in_favour>{NUMBER})(?:\s+(?:votes?\s+)?(?:in\s+favou?r|for))?\s*"
    rf"(?:,|to|-|–)\s*(?:and\s+)?(?P<against>{NUMBER})(?:\s+against)?"
    rf"(?:(?:\s*\([^()]{{0,300}}\))?\s*,?\s*(?:-|–|with|and)?\s*(?P<abstaining>{NUMBER})\s*"
    r"(?:abstentions?|abstaining|abstained))?",
    re.I,
)
WITHOUT_VOTE = re.compile(
    r"\b(?:adopted|approved)\b[^;]{0,160}?"
    r"\b(?P<without>without (?:a|being put to a) vote|by consensus)\b",
    re.I,
)
RESOLUTION = re.compile(r"\b(?:resolution|draft resolution|draft decision)\b", re.I)
NUMBERED = re.compile(r"\bresolution\s+(?P<number>\d{1,3}/\d{1,3}(?:\s[A-Z])?)\b", re.I)
BODIES = {"unga": "unga", "hrc": "hrc", "unsc": "sc"}
# Before the number of a resolution in its symbol.
RESOLUTIONS = {"unga": "A/RES/", "hrc": "A/HRC/RES/"}
MAX_TITLE = 300  # characters


def votes_of(pieces: Iterable[Piece], facts: Mapping[str, object]) -> list[Proposal]:
    """The votes of a document. `facts`: day and forum of its dialogue, for what it leaves out."""
    return [
        proposal
        for piece in pieces
        if piece.is_prose
        for sentence in sentences_of(piece.text)
        if (proposal := _in_sentence(piece, sentence, facts))
    ]


def _in_sentence(piece, sentence, facts):
    words = sentence.of(piece.text)
    recorded = RECORDED.search(words) if DECIDED.search(words) else None
    without = WITHOUT_VOTE.search(words) if RESOLUTION.search(words) else None
    if recorded:
        return _proposal(piece, sentence, facts, _counts(recorded), recorded.span())
    if without:
        return _proposal(piece, sentence, facts, {"is_without_vote": True}, without.span("without"))
    return None


def _counts(match):
    counts = {name: printed for name, printed in match.groupdict().items() if printed}
    return {name: int(value_of(printed)) for name, printed in counts.items()}


def _proposal(piece, sentence, facts, counts, span):
    words = sentence.of(piece.text)
    body = _body(words) or BODIES.get(facts.get("forum"), "")
    values = {
        "title": words.strip()[:MAX_TITLE],
        "body": body,
        "held_on": _day(words, facts),
        "symbols": _symbols(words, body),
        **counts,
    }
    evidence = {
        "counts": evidence_of(piece, Span(sentence.start + span[0], sentence.start + span[1]))
    }
    place = evidence_of(piece, sentence)
    return Proposal(ProposalKind.VOTE, "vote", place, values, evidence, Certainty.CHECK)


def _day(words, facts):
    """The day in the sentence, or that of the dialogue; "" if the sentence's has no year."""
    if day := next((day for day, _span in days_in(words)), None):
        return day.isoformat()
    return "" if any(periods_in(words)) else facts.get("held_on", "")


def _symbols(words, body):
    symbols = [match[0].rstrip(".") for match in SYMBOL.finditer(words)]
    if body in RESOLUTIONS:
        numbers = (match["number"] for match in NUMBERED.finditer(words))
        symbols += [RESOLUTIONS[body] + number for number in numbers]
    return " ".join(dict.fromkeys(symbols))


def _body(words):
    return next((BODIES[forum] for forum, names in FORUMS.items() if re.search(names, words)), "")
