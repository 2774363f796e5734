"""The names and regional groups of a state by each clock, and what it said as a member of each."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from dialogues.choices import FLOOR_CAPACITIES, Clock, ParticipationStatus
from dialogues.models import Participant, Participation, Statement
from dialogues.snapshot.participants import Participants

CLOCKS = (Clock.PRINTED, Clock.DATE, Clock.TODAY)


class GroupActivity(NamedTuple):
    """In how many dialogues a state took the floor in a regional group, with how many statements.

    The group is None where the source prints none, or the state was in none.
    """

    group: Participant | None
    dialogues: int
    statements: int


@dataclass(frozen=True)
class ClockHistory:
    """The names and groups of a state by one clock."""

    clock: Clock
    names: list[str]
    groups: list[GroupActivity]


class HistoryRow(NamedTuple):
    """A participation of the state as a plain row."""

    pk: int
    took_the_floor: bool
    dialogue: int
    day: date | None
    printed_group: int | None
    name_as_printed: str


@dataclass
class _Tally:
    """What is counted by one clock: {group: dialogues} and {group: how many statements}."""

    names: set = field(default_factory=set)
    dialogues: dict = field(default_factory=lambda: defaultdict(set))
    statements: Counter = field(default_factory=Counter)

    def add(self, name, groups, row, statements):
        """Count a participation that took the floor or has statements."""
        if not row.took_the_floor and not statements:
            return
        self.names.add(name)
        for group in groups:
            self.dialogues[group] |= {row.dialogue} if row.took_the_floor else set()
            self.statements[group] += statements


def history_by_clock(state: Participant) -> list[ClockHistory]:
    """A ClockHistory for each of the three clocks. Four queries."""
    everyone = Participants()
    memberships, names = everyone.memberships, everyone.former_names
    tallies = {clock: _Tally() for clock in CLOCKS}
    statements = Counter(dict(_statements_by_participation(state)))
    for row in _rows(state):
        for clock, tally in tallies.items():
            held = memberships.regional_on(state.pk, clock.day(row.day))
            if clock.is_by_print:
                # Where the source prints no name, there is none.
                name, groups = row.name_as_printed, {row.printed_group}
            else:
                name = names.by(clock, state, row.day, "")
                groups = {group.pk for group in held} or {None}
            tally.add(name, groups, row, statements[row.pk])
    return [_history(clock, tally, memberships) for clock, tally in tallies.items()]


def has_differences(histories: list[ClockHistory]) -> bool:
    """Whether the clocks give different names or groups, where they give any."""
    with_names = [history for history in histories if history.names]
    names = {tuple(history.names) for history in with_names}
    groups = [_group_keys(history) for history in with_names]
    return len(names) > 1 or len({frozenset(keys) for keys in groups if keys}) > 1


def _group_keys(history):
    return {activity.group.pk for activity in history.groups if activity.group}


def _rows(state):
    """A HistoryRow for each participation of a state, oldest first."""
    public = Participation.objects.public().filter(participant=state)
    columns = ("dialogue", "dialogue__held_on", "printed_group", "name_as_printed")
    rows = public.order_by("dialogue__held_on", "pk").values_list(
        "pk", "status", "capacity", *columns
    )
    return [
        HistoryRow(pk, status == ParticipationStatus.SPOKE and capacity in FLOOR_CAPACITIES, *row)
        for pk, status, capacity, *row in rows
    ]


def _statements_by_participation(state):
    """(participation, how many statements) pairs."""
    statements = Statement.objects.published().filter(participation__participant=state)
    return statements.order_by().values_list("participation").annotate(n=Count("pk"))


def _history(clock, tally, memberships):
    """The ClockHistory of a _Tally. A state in no group comes last."""
    activities = [
        GroupActivity(memberships.participants.get(pk), len(dialogues), tally.statements[pk])
        for pk, dialogues in tally.dialogues.items()
    ]
    activities.sort(key=lambda activity: activity.group.slug if activity.group else "~")
    return ClockHistory(clock, sorted(filter(None, tally.names)), activities)
