"""The coverage ledger: which states each dialogue covers, and how.

A state counts once, however many groups spoke for it. Unions, never sums.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from dialogues.analysis.coverage_entry import CoverageEntry, coverage_entries
from dialogues.analysis.coverage_status import RECORDED, CoverageStatus
from dialogues.analysis.participation_rows import (
    ParticipationRow,
    as_rows,
    group_speeches,
    participation_rows,
)
from dialogues.choices import Clock, ParticipantKind
from dialogues.models import Dialogue, Participant, Participation
from dialogues.snapshot.memberships import MembershipIndex
from dialogues.snapshot.participants import Participants

# Participants that speak for themselves only, never for member states.
WITHOUT_MEMBER_STATES = (ParticipantKind.CIVIL_SOCIETY, ParticipantKind.UN_ENTITY)


@dataclass(frozen=True)
class CoverageTotals:
    """How many states of one dialogue have each status, and how many are covered, each once.

    Where the list of speakers is not recorded in full, the numbers are of the records only.
    """

    states: int
    statuses: Counter
    spoke: int
    interventions: int
    inscribed: int
    covered: int
    is_full: bool

    @property
    def through_a_group(self) -> int:
        """How many are covered and not recorded as taking the floor."""
        return self.covered - self.spoke

    @property
    def spoke_text(self) -> str:
        """How many took the floor: 73; "7 recorded" where others may have; ? without any."""
        if self.is_full or not self.spoke:
            return self._total(self.spoke)
        return _("%s recorded") % self.spoke

    @property
    def through_a_group_text(self) -> str:
        return self._total(self.through_a_group)

    @property
    def covered_text(self) -> str:
        return self._total(self.covered)

    def _total(self, number):
        """A total; "?" where the list is not recorded in full, as a part of it says nothing."""
        return str(number) if self.is_full else "?"


@dataclass(frozen=True)
class Ledger:
    """What is recorded of each of these states in each of these dialogues.

    `counted` has, by dialogue, the keys of the states that count in it, such as the members of a
    group; None where all count.
    """

    dialogues: list[Dialogue]
    states: list[Participant]
    memberships: MembershipIndex
    entries: dict[tuple[int, int], CoverageEntry]
    rows: list[ParticipationRow]
    counted: dict[int, set[int]] | None

    def entry(self, dialogue: Dialogue, state: Participant) -> CoverageEntry | None:
        """The CoverageEntry of a state in a dialogue; None where nothing is recorded."""
        return self.entries.get((dialogue.pk, state.pk))

    def is_counted(self, dialogue: Dialogue, state: Participant) -> bool:
        return self.counted is None or state.pk in self.counted[dialogue.pk]

    def status(self, dialogue: Dialogue, state: Participant) -> CoverageStatus:
        """The CoverageStatus of a state in a dialogue."""
        if not self.is_counted(dialogue, state):
            return CoverageStatus.OUTSIDE
        entry = self.entry(dialogue, state)
        return (entry and entry.status) or absence_status(state, dialogue, self.memberships)

    def totals(self, dialogue: Dialogue) -> CoverageTotals:
        """The CoverageTotals of a dialogue, of the states that count in it."""
        states = [state for state in self.states if self.is_counted(dialogue, state)]
        entries = [entry for state in states if (entry := self.entry(dialogue, state))]
        return CoverageTotals(
            states=sum(not self.memberships.joined_later(state, dialogue) for state in states),
            statuses=Counter(self.status(dialogue, state) for state in states),
            spoke=sum(bool(entry.interventions) for entry in entries),
            interventions=sum(entry.interventions for entry in entries),
            inscribed=sum(entry.is_inscribed for entry in entries),
            covered=sum(entry.is_covered for entry in entries),
            is_full=dialogue.has_full_list,
        )

    def has_records(self, dialogue: Dialogue) -> bool:
        """Whether the list of speakers is full, or anything is recorded of one of the states."""
        return dialogue.has_full_list or any(
            self.status(dialogue, state) in RECORDED for state in self.states
        )

    def incomplete_groups(self, dialogue: Dialogue) -> list[Participant]:
        """The groups that spoke or were spoken for and whose members are not all recorded."""
        pks = {speech.group for speech in group_speeches(self.rows_in(dialogue))}
        return [
            group
            for group in self.memberships.in_order(pks)
            if group.kind not in WITHOUT_MEMBER_STATES
            and not self.memberships.is_whole(group.pk, dialogue.held_on)
        ]

    def rows_in(self, dialogue: Dialogue) -> list[ParticipationRow]:
        """The participations in one dialogue."""
        return self._rows_by_dialogue.get(dialogue.pk, [])

    @cached_property
    def _rows_by_dialogue(self):
        rows = defaultdict(list)
        for row in self.rows:
            rows[row.dialogue].append(row)
        return rows


def coverage(
    dialogues: Iterable[Dialogue],
    states: Iterable[Participant] | None = None,
    group: Participant | None = None,
    clock: Clock = Clock.DATE,
) -> Ledger:
    """The Ledger of dialogues and states (all member states, if none are given). Three queries.

    With a group: the states that belong to it on the day, today, or in the source, by the clock.
    """
    dialogues, memberships = list(dialogues), Participants().memberships
    rows = participation_rows(dialogues)
    counted = members_by_dialogue(group, clock, dialogues, memberships, rows) if group else None
    return build_ledger(dialogues, rows, memberships, states, counted)


def build_ledger(
    dialogues: list[Dialogue],
    rows: list[ParticipationRow],
    memberships: MembershipIndex,
    states: Iterable[Participant] | None = None,
    counted: dict[int, set[int]] | None = None,
) -> Ledger:
    """The Ledger of rows that are already loaded. No query."""
    states = memberships.states if states is None else list(states)
    if counted is not None:
        counted_anywhere = set().union(*counted.values())
        states = [state for state in states if state.pk in counted_anywhere]
    entries = coverage_entries(dialogues, {state.pk for state in states}, memberships, rows)
    return Ledger(dialogues, states, memberships, entries, rows, counted)


def ledger_of_participant(
    participant: Participant, dialogues: list[Dialogue], memberships: MembershipIndex
) -> Ledger:
    """The Ledger of one participant: what it did, and what was said for its groups. One query."""
    groups = sorted(memberships.groups_ever(participant.pk))
    # Short lists use SQLite's indexes; `among` would scan all participations.
    concerns = Q(participant__in=[participant.pk, *groups]) | Q(on_behalf_of__in=groups)
    concerns |= Q(represents__participant=participant.pk)
    participations = Participation.objects.public().filter(concerns).distinct()
    return build_ledger(dialogues, as_rows(participations), memberships, [participant])


def absence_status(
    participant: Participant, dialogue: Dialogue, memberships: MembershipIndex
) -> CoverageStatus:
    """The CoverageStatus that says why nothing is recorded."""
    if not dialogue.was_held:
        return CoverageStatus.NOT_HELD
    if memberships.joined_later(participant, dialogue):
        return CoverageStatus.NOT_MEMBER
    return CoverageStatus.NOTHING if dialogue.has_full_list else CoverageStatus.UNKNOWN


def members_by_dialogue(
    group: Participant,
    clock: Clock,
    dialogues: list[Dialogue],
    memberships: MembershipIndex,
    rows: list[ParticipationRow],
) -> dict[int, set[int]]:
    """{dialogue: the keys of the participants that belong to a group, by a clock}."""
    printed: defaultdict[int, set] = defaultdict(set)
    for row in rows:
        if row.printed_group == group.pk:
            printed[row.dialogue].add(row.participant)
    return {
        dialogue.pk: memberships.members_on(group.pk, clock.day(dialogue.held_on))
        | (printed[dialogue.pk] if clock.is_by_print else set())
        for dialogue in dialogues
    }
