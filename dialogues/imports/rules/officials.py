"""Officials and panellists: people introduced where a document says who opened or chaired."""

import re
from collections.abc import Iterable

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.people import People, Somebody
from dialogues.imports.language.sentences import Span, sentences_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of

# What a sentence says of the people it introduces: the first that fits.
ROLES = {
    "moderator": re.compile(r"\bmoderat(?:ed|or)\b", re.I),
    "chair": re.compile(r"\b(?:chaired|presided)\b", re.I),
    "opening": re.compile(
        r"\b(?:opened|convened|opening (?:remarks|statements?)|introductory (?:remarks|statements?)"
        r"|keynote|introduced)\b",
        re.I,
    ),
    "panel": re.compile(r"\b(?:panel\w*|dialogue with|participation of|experts)\b", re.I),
    "closing": re.compile(r"\b(?:closing|concluding) (?:remarks|statements?)\b|\bclosed\b", re.I),
}
# "the 2016 Report of the Secretary-General": no part of the meeting.
OF_SOMEBODY = re.compile(
    r"\b(?:reports?|work|office|role|mandate|views?)\s+of\s+(?:the\s+)?$", re.I
)
SEVERAL = re.compile(r"^(?:two|three|both)\b|^(?:Special Advis[eo]rs|Special Rapporteurs)\b")


def officials_of(pieces: Iterable[Piece], people: People) -> list[Proposal]:
    """An official for each person in each role that a sentence gives, once."""
    proposals, seen = [], set()
    for piece in pieces:
        if not piece.is_prose:
            continue
        for sentence in sentences_of(piece.text):
            for who, span in _people_in(piece.text, sentence, people):
                role = _role(piece.text, sentence, span) or _role_of(piece.section)
                if role and (who.label, role) not in seen:
                    seen.add((who.label, role))
                    proposals.append(_proposal(piece, sentence, who, span, role))
    return proposals


def _people_in(text, sentence, people) -> Iterable[tuple[Somebody, Span]]:
    for reference in people.references_in(sentence.of(text)):
        before = text[sentence.start : sentence.start + reference.span.start]
        if OF_SOMEBODY.search(before) or SEVERAL.match(reference.who.label):
            continue
        yield reference.who, Span(*(sentence.start + place for place in reference.span))


def _role_of(section):
    """The role that a heading gives to the people below it: “Opening statements”."""
    is_opening = re.match(r"\W*(?:[IVX]+\.\s*)?opening\b", section, re.I)
    return "opening" if is_opening else ""


def _role(text, sentence, span):
    """The role that the nearest words before a person say, or any words of the sentence."""
    words = sentence.of(text)
    at = span.start - sentence.start
    before = [
        (match.start(), role)
        for role, pattern in ROLES.items()
        for match in pattern.finditer(words[:at])
    ]
    if before:
        return max(before)[1]
    return next((role for role, pattern in ROLES.items() if pattern.search(words[at:])), "")


def _proposal(piece, sentence, who, span, role):
    values = {"person": who.name, "office": who.office, "capacity": role}
    return Proposal(
        ProposalKind.OFFICIAL,
        f"introduced-as-{role}",
        evidence_of(piece, sentence),
        {name: value for name, value in values.items() if value},
        {"person": evidence_of(piece, span)},
        Certainty.SURE if who.name else Certainty.CHECK,
    )
