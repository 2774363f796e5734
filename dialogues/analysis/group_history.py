"""What a state counts as under each clock: its names, its regional groups, how much in each."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from dialogues.choices import FLOOR_CAPACITIES, Clock
from dialogues.models import Participant, Participation, Statement
from dialogues.snapshot.memberships import FormerNames, MembershipIndex

CLOCKS = (Clock.PRINTED, Clock.DATE, Clock.TODAY)


class InGroup(NamedTuple):
    """In how many dialogues a state took the floor as of a group, with how many statements.

    The group is None where none is printed, or it was in none.
    """

    group: Participant | None
    dialogues: int
    statements: int


@dataclass(frozen=True)
class ClockHistory:
    """The names and groups of a state by one clock."""

    clock: Clock
    names: list[str]
    groups: list[InGroup]


class HistoryRow(NamedTuple):
    """A participation of the state, as a plain row."""

    pk: int
    took_the_floor: bool
    dialogue: int
    day: date | None
    printed_group: int | None
    name_as_printed: str


@dataclass
class _Found:
    names: set = field(default_factory=set)
    dialogues: dict = field(default_factory=lambda: defaultdict(set))
    statements: Counter = field(default_factory=Counter)


def history_by_clock(state):
    """An ClockHistory for each of the three. Four queries."""
    memberships, names = MembershipIndex(), FormerNames()
    found = {clock: _Found() for clock in CLOCKS}
    said = Counter(dict(_statements_by_participation(state)))
    for one in _speeches(state):
        for clock in CLOCKS:
            held = memberships.regional_on(state.pk, clock.day(one.day))
            groups = {one.printed_group} if clock.is_by_print else {group.pk for group in held}
            # As printed it has no name where none is printed.
            by_print, by_day = one.name_as_printed, names.by(clock, state, one.day, "")
            called = by_print if clock.is_by_print else by_day
            _add(found[clock], called, groups or {None}, one, said[one.pk])
    return [_under(clock, found[clock], memberships) for clock in CLOCKS]


def has_differences(rows):
    """Whether the clocks tell different names or groups, as far as they tell any."""
    told = [
        (tuple(row.names), {one.group.pk for one in row.groups if one.group})
        for row in rows
        if row.names
    ]
    groups = [found for _names, found in told if found]
    return any(one != groups[0] for one in groups) or len({names for names, _g in told}) > 1


def _speeches(state):
    """An Occasion for each participation of a state, from the first."""
    public = Participation.objects.public().filter(participant=state)
    columns = ("dialogue", "dialogue__held_on", "printed_group", "name_as_printed")
    rows = public.order_by("dialogue__held_on", "pk").values_list(
        "pk", "status", "capacity", *columns
    )
    return [
        HistoryRow(pk, status == Participation.Status.SPOKE and capacity in FLOOR_CAPACITIES, *row)
        for pk, status, capacity, *row in rows
    ]


def _statements_by_participation(state):
    said = Statement.objects.published().filter(participation__participant=state).order_by()
    return said.values_list("participation").annotate(n=Count("pk"))


def _add(found, name, groups, one, statements):
    """Count an Occasion where it took the floor, or has statements all the same."""
    if not one.took_the_floor and not statements:
        return
    found.names.add(name)
    for group in groups:
        found.dialogues[group] |= {one.dialogue} if one.took_the_floor else set()
        found.statements[group] += statements


def _under(clock, found, memberships):
    groups = [
        InGroup(memberships.participants.get(pk), len(dialogues), found.statements[pk])
        for pk, dialogues in found.dialogues.items()
    ]
    groups.sort(key=lambda one: one.group.slug if one.group else "~")
    return ClockHistory(clock, sorted(filter(None, found.names)), groups)
