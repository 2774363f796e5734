"""What a state counts as under each clock: its names, its regional groups, how much in each."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count

from dialogues.belonging import FormerNames, Memberships
from dialogues.clocks import Clock
from dialogues.models import Participant, Participation, Statement

CLOCKS = (Clock.PRINTED, Clock.DATE, Clock.TODAY)


class InGroup(NamedTuple):
    """In how many dialogues a state took the floor as of a group, with how many statements.

    The group is None where none is printed, or it was in none.
    """

    group: Participant | None
    dialogues: int
    statements: int


@dataclass(frozen=True)
class UnderClock:
    """The names and groups of a state by one clock."""

    clock: Clock
    names: list[str]
    groups: list[InGroup]


@dataclass
class _Found:
    names: set = field(default_factory=set)
    dialogues: dict = field(default_factory=lambda: defaultdict(set))
    statements: Counter = field(default_factory=Counter)


def under_each_clock(state):
    """An UnderClock for each of the three. Four queries."""
    memberships, former = Memberships(), FormerNames()
    found = {clock: _Found() for clock in CLOCKS}
    said = Counter(dict(_statements_by_participation(state)))
    for pk, dialogue, day, printed, name in _speeches(state):
        names = {Clock.PRINTED: name, Clock.DATE: former.on(state, day), Clock.TODAY: state.name}
        groups = {
            Clock.PRINTED: {printed},
            Clock.DATE: {one.pk for one in memberships.regional_on(state.pk, day)},
            Clock.TODAY: {one.pk for one in memberships.regional_today(state.pk)},
        }
        for clock in CLOCKS:
            _add(found[clock], names[clock], groups[clock] or {None}, dialogue, said[pk])
    return [_under(clock, found[clock], memberships) for clock in CLOCKS]


def differ(rows):
    """Whether the clocks tell different names or groups, as far as they tell any."""
    told = [
        (tuple(row.names), {one.group.pk for one in row.groups if one.group})
        for row in rows
        if row.names
    ]
    groups = [found for _names, found in told if found]
    return any(one != groups[0] for one in groups) or len({names for names, _g in told}) > 1


def _speeches(state):
    """(key, dialogue, day, printed group, printed name) of each time it took the floor."""
    spoke = Participation.objects.public().spoke().from_the_floor().filter(participant=state)
    columns = ("dialogue", "dialogue__held_on", "printed_group", "name_as_printed")
    return spoke.order_by("dialogue__held_on", "pk").values_list("pk", *columns)


def _statements_by_participation(state):
    said = Statement.objects.published().filter(participation__participant=state).order_by()
    return said.values_list("participation").annotate(n=Count("pk"))


def _add(found, name, groups, dialogue, statements):
    found.names.add(name)
    for group in groups:
        found.dialogues[group].add(dialogue)
        found.statements[group] += statements


def _under(clock, found, memberships):
    groups = [
        InGroup(memberships.participants.get(pk), len(dialogues), found.statements[pk])
        for pk, dialogues in found.dialogues.items()
    ]
    groups.sort(key=lambda one: one.group.slug if one.group else "~")
    return UnderClock(clock, sorted(filter(None, found.names)), groups)
