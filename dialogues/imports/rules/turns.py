"""Turns of speakers: paragraphs that begin with a name and, in brackets, whom it speaks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.behalf import FOR_OTHERS
from dialogues.imports.language.names import NameFinder
from dialogues.imports.language.sentences import Span, quotations_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Evidence, Proposal, evidence_of

VERBATIM = re.compile(
    r"^(?P<person>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Archbishop|Monsignor|Prince|Princess|Sheikh"
    r"|Ambassador)\.?\s[^:()]{2,60}?)\s*\((?P<for>[^)]{3,80})\)"
    r"(?:\s*\((?P<note>(?:spoke|interpretation)[^)]*)\))?:\s*"
)
PRESIDENT = re.compile(
    r"^(?P<person>The (?:Acting |Temporary )?(?:President|Chair(?:person)?|Secretary-General))"
    r"(?:\s*\((?P<note>(?:spoke|interpretation)[^)]*)\))?:\s*"
)
PRESS = re.compile(
    r"^(?P<person>(?:[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{3,60}|[A-Z][\w’'.-]+(?:\s+(?:(?:al|de|van|von|bin)\s+)?"
    r"[A-Z][\w’'.-]+){1,4}))\s+"
    r"\((?!also\b|on behalf\b|speaking\b)(?P<for>[^)]{3,80})\)(?=,|\s+[a-z])"
)
ON_BEHALF = re.compile(
    rf"\b{FOR_OTHERS}\s+"
    r"(?P<group>(?:the\s+)?[A-Z0-9][^,;:.()]{2,120}?)"
    r"(?=[,;:.()]|\s+(?:said|and\s+(?:also\s+)?(?:in|as)|I\s)|$)"
)
OWN_NAME = re.compile(
    r"\bin (?:its|his|her|my|our) (?:own )?national capacity\b|\bmy own country\b",
    re.I,
)
# What a president says between two speakers.
PROCEDURE = re.compile(
    r"\bI (?:now )?(?:give the floor|call on|shall now give the floor)\b"
    r"|\b[Tt]he meeting (?:rose|was called)\b|\b(?:first|next|last) speaker\b"
)
MAX_PROCEDURE = 400  # characters
OWN_RULE = "goes-on-in-its-own-name"
LANGUAGE = re.compile(r"spoke in (?P<language>\w+)")
LANGUAGES = {
    "Arabic": "ar",
    "Chinese": "zh",
    "English": "en",
    "French": "fr",
    "Russian": "ru",
    "Spanish": "es",
}


def group_in(match: re.Match, finder: NameFinder) -> Span:
    """Whom somebody speaks for: a known name if the words begin with it, else all of them."""
    start, end = match.span("group")
    for mention in finder.find(match["group"]):
        rest = match["group"][mention.span.end :]
        if mention.span.start <= len("the ") and re.match(r"\s+[A-Z0-9]", rest):
            return Span(start, start + mention.span.end)
    return Span(start, end)


class Turn(NamedTuple):
    """The pieces of one turn; `match` has the name and whom it speaks for."""

    pieces: tuple[Piece, ...]
    match: re.Match


def turns_of(pieces: Iterable[Piece], patterns: Sequence[re.Pattern]) -> Iterator[Turn]:
    """The turns of a record: each begins where a pattern matches, and ends before the next."""
    current, match = [], None
    for piece in pieces:
        if not piece.is_prose:
            continue
        begin = next(
            (begins for pattern in patterns if (begins := pattern.match(piece.text))), None
        )
        if begin and current:
            yield Turn(tuple(current), match)
            current = []
        match = begin or match
        if match:
            current.append(piece)
    if current:
        yield Turn(tuple(current), match)


def proposals_of(turns: Iterable[Turn], finder: NameFinder, rule: str) -> list[Proposal]:
    """A participation for each speaker, and a statement for each turn."""
    proposals, seen = [], set()
    for turn in turns:
        values, evidence = _speaker(turn, finder)
        certainty = _certainty_of(values)
        place = evidence_of(turn.pieces[0], Span(0, turn.match.end()))
        # The same speaker may speak in two languages.
        key = tuple(sorted(pair for pair in values.items() if pair[0] != "language"))
        participation = Proposal(
            ProposalKind.PARTICIPATION, rule, place, values, evidence, certainty
        )
        if key not in seen:
            seen.add(key)
            proposals.append(participation)
        for pieces in voices_of(turn.pieces, "on_behalf_of_as_printed" in values):
            spoken = participation
            if pieces[0] != turn.pieces[0]:
                spoken = own_participation(participation, pieces[0])
                proposals.append(spoken)
            if _is_procedure(pieces):
                continue
            proposals.append(
                _statement(turn, pieces, spoken.values, evidence, spoken.rule, spoken.certainty)
            )
    return proposals


def _certainty_of(values):
    """Sure of a known state; to be checked of an office; what else brackets say is not known."""
    if values["participant"]:
        return Certainty.SURE
    return Certainty.CANNOT_TELL if "name_as_printed" in values else Certainty.CHECK


def _speaker(turn, finder):
    """(the values of a participation, their evidence)."""
    first, groups = turn.pieces[0], turn.match.groupdict()
    values, evidence = {"status": "spoke", "participant": "", "person": groups["person"]}, {}
    evidence["person"] = evidence_of(first, Span(*turn.match.span("person")))
    if groups.get("for"):
        span = Span(*turn.match.span("for"))
        speaker = finder.whole(groups["for"])
        values["name_as_printed"] = groups["for"]
        values["participant"] = speaker.slug if speaker else ""
        evidence["participant"] = evidence_of(first, span)
    opening = first.text[: turn.match.end() + 600]
    if behalf := ON_BEHALF.search(opening, turn.match.end()):
        group = group_in(behalf, finder)
        values["on_behalf_of_as_printed"] = group.of(first.text)
        evidence["on_behalf_of_as_printed"] = evidence_of(first, group)
    language = LANGUAGE.search(groups.get("note") or "")
    if language and language["language"] in LANGUAGES:
        values["language"] = LANGUAGES[language["language"]]
    return values, evidence


def _is_procedure(pieces):
    """Whether a turn only gives somebody the floor."""
    text = " ".join(piece.text for piece in pieces)
    return len(text) <= MAX_PROCEDURE and bool(PROCEDURE.search(text))


def voices_of(pieces: Sequence[Piece], is_joint: bool) -> list[Sequence[Piece]]:
    """The parts of a speech: one for a group is divided where it goes on in the own name."""
    own = (at for at, piece in enumerate(pieces) if at and OWN_NAME.search(piece.text))
    at = next(own, None) if is_joint else None
    if at is None:
        return [pieces]
    return [pieces[:at], pieces[at:]]


def own_participation(joint: Proposal, piece: Piece) -> Proposal:
    """The participation in its own name of a speaker for a group, to be checked."""
    behalf = "on_behalf_of_as_printed"
    return replace(
        joint,
        rule=OWN_RULE,
        place=evidence_of(piece, Span(0, len(piece.text))),
        values={name: value for name, value in joint.values.items() if name != behalf},
        evidence={name: place for name, place in joint.evidence.items() if name != behalf},
        certainty=Certainty.CHECK,
    )


def _statement(turn, pieces, values, evidence, rule, certainty):
    first, last = pieces[0], pieces[-1]
    start = turn.match.end() if first == turn.pieces[0] else 0
    words = Span(start, len(first.text))
    statement = {
        "speakers": [
            values.get("participant") or values.get("name_as_printed") or values["person"]
        ],
        "person": values["person"],
        "pieces": [piece.number for piece in pieces],
        "quotations": [
            span.of(piece.text)
            for piece in pieces
            for span in quotations_of(piece.text, Span(0, len(piece.text)))
        ],
        "stance": "not-stated",
    }
    for name in ("on_behalf_of_as_printed", "language"):
        if name in values:
            statement[name] = values[name]
    spans = {"speakers": next(iter(evidence.values())), "words": Evidence(first.number, *words)}
    spans["end"] = Evidence(last.number, 0, len(last.text))
    place = Evidence(first.number, *words)
    if "on_behalf_of_as_printed" in values and any(OWN_NAME.search(each.text) for each in pieces):
        # Both voices are in one paragraph.
        certainty = Certainty.CHECK
    return Proposal(ProposalKind.STATEMENT, rule, place, statement, spans, certainty)
