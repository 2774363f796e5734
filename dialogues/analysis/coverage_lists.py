"""The states of one dialogue, in one list for each way they are covered."""

from dataclasses import dataclass
from typing import NamedTuple

from dialogues.analysis.coverage import Ledger
from dialogues.analysis.coverage_entry import CoverageEntry
from dialogues.analysis.coverage_status import RECORDED, CoverageStatus
from dialogues.choices import Clock
from dialogues.models import Dialogue, Participant
from dialogues.snapshot.participants import Participants


class ListedState(NamedTuple):
    """A state, its name by the clock, and the participants that spoke for it."""

    state: Participant
    name: str
    through: list[Participant]
    is_inscribed: bool


@dataclass(frozen=True)
class CoverageList:
    """The states that have one CoverageStatus."""

    status: CoverageStatus
    states: list[ListedState]


def coverage_lists(ledger: Ledger, dialogue: Dialogue, clock: Clock) -> list[CoverageList]:
    """A CoverageList for each status that states of a dialogue have. One query."""
    names, lists = Participants().former_names, {status: [] for status in RECORDED}
    speakers: dict[int | None, int | None] = {row.pk: row.participant for row in ledger.rows}
    for state in ledger.states:
        status = ledger.status(dialogue, state)
        if status in lists:
            entry = ledger.entry(dialogue, state) or CoverageEntry()
            printed = next((row.name_as_printed for row in entry.rows if row.name_as_printed), "")
            name = names.by(clock, state, dialogue.held_on, printed)
            through = {speakers[pk] for pk in entry.represented_by} - {None} | entry.groups
            is_also_inscribed = entry.is_inscribed and status != CoverageStatus.INSCRIBED
            participants = ledger.memberships.in_order(through)
            lists[status].append(ListedState(state, name, participants, is_also_inscribed))
    return [CoverageList(status, states) for status, states in lists.items() if states]
