"""The coverage ledger as a table."""

from collections.abc import Iterator
from typing import NamedTuple

from dialogues.analysis.coverage import Ledger
from dialogues.analysis.coverage_entry import CoverageEntry
from dialogues.choices import Clock
from dialogues.exports.analysis.values import (
    NO,
    NOT_KNOWN,
    YES,
    dialogue_values,
    first_of,
    names_of,
    yes_if,
)
from dialogues.exports.tables import Table
from dialogues.models import Dialogue, Participant
from dialogues.snapshot.memberships import FormerNames
from dialogues.snapshot.participants import Participants


class CoverageRow(NamedTuple):
    """One state in one dialogue, with its name and groups by each clock."""

    dialogue: str
    date: str
    year: int
    forum: str
    speaker_list: str
    state: str
    state_address: str
    name_at_the_date: str
    name_as_printed: str
    regional_groups_at_the_date: list[str]
    regional_groups_today: list[str]
    regional_group_as_printed: list[str]
    recorded: str
    recorded_in_words: str
    interventions: int
    inscribed: str
    named_by_the_source_as_spoken_for: str
    member_of_groups_spoken_for: list[str]
    whether_it_spoke_itself: str


def coverage_table(ledger: Ledger) -> Table:
    """A CoverageRow for each state in each dialogue in which it counts. One query."""
    return Table(CoverageRow, _rows(ledger))


def _rows(ledger: Ledger) -> Iterator[CoverageRow]:
    former_names = Participants().former_names
    for dialogue in ledger.dialogues:
        for state in ledger.states:
            if ledger.is_counted(dialogue, state):
                yield _row(ledger, dialogue, state, former_names)


def _row(
    ledger: Ledger, dialogue: Dialogue, state: Participant, former_names: FormerNames
) -> CoverageRow:
    entry, memberships = ledger.entry(dialogue, state) or CoverageEntry(), ledger.memberships
    status, day = ledger.status(dialogue, state), dialogue.held_on
    printed = {row.printed_group for row in entry.rows} - {None}
    on_the_day = memberships.regional_on(state.pk, Clock.DATE.day(day))
    today = memberships.regional_on(state.pk, Clock.TODAY.day(day))
    return CoverageRow(
        *dialogue_values(dialogue),
        speaker_list=dialogue.get_speaker_list_display(),
        state=state.name,
        state_address=state.get_absolute_url(),
        name_at_the_date=former_names.on(state, day),
        name_as_printed=first_of(row.name_as_printed for row in entry.rows),
        regional_groups_at_the_date=names_of(on_the_day),
        regional_groups_today=names_of(today),
        regional_group_as_printed=names_of(memberships.in_order(printed)),
        recorded=status.value,
        recorded_in_words=str(status.label),
        interventions=entry.interventions,
        inscribed=yes_if(entry.is_inscribed),
        named_by_the_source_as_spoken_for=yes_if(entry.represented_by),
        member_of_groups_spoken_for=names_of(memberships.in_order(entry.groups)),
        whether_it_spoke_itself=_spoke_itself(dialogue, entry),
    )


def _spoke_itself(dialogue: Dialogue, entry: CoverageEntry) -> str:
    if entry.interventions:
        return YES
    return NO if dialogue.has_full_list else NOT_KNOWN
