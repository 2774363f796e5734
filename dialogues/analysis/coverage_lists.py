"""The states of one dialogue, listed by how they are covered."""

from dataclasses import dataclass
from typing import NamedTuple

from dialogues.analysis.coverage import RECORDED, CoverageStatus
from dialogues.models import Participant
from dialogues.snapshot.memberships import FormerNames


class ListedState(NamedTuple):
    """A state under its name by the clock, and who or what was spoken through for it."""

    state: Participant
    name: str
    through: list[Participant]
    is_inscribed: bool


@dataclass(frozen=True)
class CoverageList:
    """The states that have one mark."""

    mark: CoverageStatus
    states: list[ListedState]


def coverage_lists(ledger, dialogue, clock):
    """A Covered for each mark that states of a dialogue have. One query."""
    names, lists = FormerNames(), {mark: [] for mark in RECORDED}
    speakers = {one.pk: one.participant for one in ledger.speeches}
    for state in ledger.states:
        mark = ledger.mark(dialogue, state)
        if mark in lists:
            cell = ledger.cell(dialogue, state)
            printed = [one.name_as_printed for one in cell.speeches if one.name_as_printed]
            name = names.by(clock, state, dialogue.held_on, next(iter(printed), ""))
            through = {speakers[pk] for pk in cell.through} - {None} | cell.groups
            is_also_inscribed = cell.is_inscribed and mark != CoverageStatus.INSCRIBED
            named = ledger.memberships.named(through)
            lists[mark].append(ListedState(state, name, named, is_also_inscribed))
    return [CoverageList(mark, states) for mark, states in lists.items() if states]
