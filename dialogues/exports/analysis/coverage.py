"""The coverage ledger as a table."""

from typing import NamedTuple

from dialogues.analysis.coverage import CoverageEntry
from dialogues.choices import Clock
from dialogues.exports.analysis.values import (
    NO,
    NOT_KNOWN,
    YES,
    first_of,
    names_of,
    of_dialogue,
    yes_if,
)
from dialogues.exports.tables import Table
from dialogues.snapshot.memberships import FormerNames


class CoverageRow(NamedTuple):
    """One state in one dialogue, with its name and groups by each of the clocks."""

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


def coverage_table(ledger):
    """A CoverageRow for each state in each dialogue it counts in. One query."""
    return Table(CoverageRow, _coverage_rows(ledger))


def _coverage_rows(ledger):
    former = FormerNames()
    for dialogue in ledger.dialogues:
        for state in ledger.states:
            if ledger.is_counted(dialogue, state):
                yield _coverage_row(ledger, dialogue, state, former)


def _coverage_row(ledger, dialogue, state, former):
    cell, memberships = ledger.cell(dialogue, state) or CoverageEntry(), ledger.memberships
    mark, day = ledger.mark(dialogue, state), dialogue.held_on
    printed = {one.printed_group for one in cell.speeches} - {None}
    held = memberships.regional_on(state.pk, Clock.DATE.day(day))
    today = memberships.regional_on(state.pk, Clock.TODAY.day(day))
    return CoverageRow(
        *of_dialogue(dialogue),
        speaker_list=dialogue.get_speaker_list_display(),
        state=state.name,
        state_address=state.get_absolute_url(),
        name_at_the_date=former.on(state, day),
        name_as_printed=first_of(one.name_as_printed for one in cell.speeches),
        regional_groups_at_the_date=names_of(held),
        regional_groups_today=names_of(today),
        regional_group_as_printed=names_of(memberships.named(printed)),
        recorded=mark.value,
        recorded_in_words=str(mark.label),
        interventions=cell.interventions,
        inscribed=yes_if(cell.is_inscribed),
        named_by_the_source_as_spoken_for=yes_if(cell.through),
        member_of_groups_spoken_for=names_of(memberships.named(cell.groups)),
        whether_it_spoke_itself=_spoke(dialogue, cell),
    )


def _spoke(dialogue, cell):
    if cell.interventions:
        return YES
    return NO if dialogue.has_full_list else NOT_KNOWN
