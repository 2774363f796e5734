"""Engagements: meetings, workshops and missions that a background page dates and describes."""

import re
from collections.abc import Iterable

from dialogues.choices import Certainty, EngagementKind, ProposalKind
from dialogues.imports.language.dates import periods_in
from dialogues.imports.language.sentences import Span, sentences_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of

# What an office does: "the Office hosted the fourth meeting", "provided assistance for a workshop".
HELD = re.compile(
    r"\b(?:participated|took part|hosted|organi[sz]ed|conducted|convened|held|supported|provided"
    r"|facilitated|delivered|attended|undertook|led|gave|offered)\b",
    re.I,
)
NOUNS = {
    EngagementKind.WORKSHOP: "workshop",
    EngagementKind.SEMINAR: "seminar",
    EngagementKind.TRAINING: "training(?: session| course)?",
    EngagementKind.CONFERENCE: "conference",
    EngagementKind.MEETING: "meeting|consultation",
    EngagementKind.BRIEFING: "briefing",
    EngagementKind.MISSION: "mission|visit",
}
NOUN = "|".join(f"(?P<{kind}>{noun})" for kind, noun in NOUNS.items())
# The noun with the words before it and what it was about or of whom.
TITLE = re.compile(
    rf"\b(?:the|an?|its|several)\s+(?P<title>(?:(?!(?:the|an?|of|in|with|for)\s)[\w’'-]+\s+){{0,5}}?"
    rf"(?:{NOUN})s?\b(?:\s+(?:of|with|for|on)\s+[^.,;:()]{{3,160}}?(?=[.,;:()]|\s+(?:in|on|at)\s|$))?)",
    re.I,
)


def engagements_of(pieces: Iterable[Piece]) -> list[Proposal]:
    """An engagement for each sentence that prints a date and says what an office did there."""
    proposals = []
    for piece in pieces:
        for sentence in sentences_of(piece.text) if piece.is_prose else ():
            words = sentence.of(piece.text)
            period = next(periods_in(words), None)
            held = HELD.search(words)
            title = TITLE.search(words, held.end()) if period and held else None
            if title:
                proposals.append(_proposal(piece, sentence, period, title))
    return proposals


def _proposal(piece, sentence, period, title):
    kind = next(kind for kind in NOUNS if title[kind])
    printed = _within(sentence, period.span)
    values = {
        "title": title["title"].strip(),
        "kind": kind,
        "date_as_printed": printed.of(piece.text),
        "begins_on": period.begins_on and period.begins_on.isoformat(),
        "ends_on": period.ends_on and period.ends_on.isoformat(),
        "precision": period.precision,
        # In a person's own words.
        "summary": "",
    }
    evidence = {
        "date_as_printed": evidence_of(piece, printed),
        "title": evidence_of(piece, _within(sentence, Span(*title.span("title")))),
    }
    place = evidence_of(piece, sentence)
    rule = "dated-engagement"
    return Proposal(ProposalKind.ENGAGEMENT, rule, place, values, evidence, Certainty.CHECK)


def _within(sentence, span):
    """A span of a sentence as one of its piece."""
    return Span(sentence.start + span.start, sentence.start + span.end)
