"""Where a document contradicts itself, or its counts do not match what is proposed from it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from dialogues.choices import ProposalKind
from dialogues.imports.language.behalf import FOR_OTHERS
from dialogues.imports.language.names import Known
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Evidence, Proposal
from dialogues.imports.rules.participations import TOOK_FLOOR

# Which kinds of participant a printed unit counts.
KINDS = {
    "state": r"(?:member\s+)?(?:states?|countries|country)|États|pays|Estados|países",
    "civil-society": r"civil society organi[sz]ations?|NGOs?|non-governmental organi[sz]ations?",
    "observer": r"(?:UN\s+)?observers?(?:\s+(?:missions?|states?))?",
    "regional-organization": r"regional organi[sz]ations?",
}
ON_BEHALF = re.compile(rf"\b{FOR_OTHERS}\s+(?:the\s+|its\s+)?$", re.I)


class Count(NamedTuple):
    """How many speakers of a kind a document prints, and how many are proposed."""

    kind: str
    printed: float
    proposed: int
    place: Evidence


class Spokesmen(NamedTuple):
    """Several participants that a document names as speaking for one group."""

    group: str
    participants: tuple[str, ...]
    places: tuple[Evidence, ...]


def counts_of(
    pieces: Sequence[Piece],
    proposals: Iterable[Proposal],
    resolve: Callable[[str], Known | None],
) -> list[Count]:
    """The counts of speakers that sentences about who took the floor print."""
    proposals = list(proposals)
    spoke = defaultdict(set)
    for each in proposals:
        if each.kind == ProposalKind.PARTICIPATION and each.values["status"] == "spoke":
            known = resolve(each.values["participant"])
            if known:
                spoke[known.kind].add(known.slug)
    counts = []
    for figure in proposals:
        kind = counted_speakers(figure, pieces) if figure.kind == ProposalKind.FIGURE else ""
        if kind:
            place = figure.evidence["value"]
            counts.append(Count(kind, figure.values["value"], len(spoke[kind]), place))
    return counts


def counted_speakers(figure: Proposal, pieces: Sequence[Piece]) -> str:
    """The kind of participant that a figure counts as speakers; "" for another figure."""
    piece = pieces[figure.place.piece]
    sentence = piece.text[figure.place.start : figure.place.end]
    if not TOOK_FLOOR.search(sentence) or is_on_behalf(figure, pieces):
        return ""
    unit = figure.values["unit"]
    return next((kind for kind, words in KINDS.items() if re.fullmatch(words, unit, re.I)), "")


def is_on_behalf(figure: Proposal, pieces: Sequence[Piece]) -> bool:
    """Whether a figure counts those in whose name others spoke: “on behalf of 98 states”."""
    text, place = pieces[figure.place.piece].text, figure.evidence["value"]
    return bool(ON_BEHALF.search(text[figure.place.start : place.start]))


def spokesmen_of(
    proposals: Iterable[Proposal], groups_in: Callable[[str], Iterable[Known]]
) -> list[Spokesmen]:
    """The groups for which several participants are said to have spoken.

    `groups_in`: the groups that the words after "on behalf of" name.
    """
    by_group = defaultdict(dict)
    for each in proposals:
        printed = each.values.get("on_behalf_of_as_printed", "")
        if each.kind == ProposalKind.PARTICIPATION and printed:
            for group in groups_in(printed):
                by_group[group.slug].setdefault(each.values["participant"], each.place)
    return [
        Spokesmen(group, tuple(places), tuple(places.values()))
        for group, places in by_group.items()
        if len(places) > 1
    ]
