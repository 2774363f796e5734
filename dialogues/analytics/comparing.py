"""Two to four states side by side, or a state beside a group it belongs to."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from dialogues.belonging import Memberships
from dialogues.clocks import Clock
from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.querysets.themes import lineage

FEWEST, MOST = 2, 4
SPEAKER, PRINTED = "participation__participant", "participation__printed_group"
COLUMNS = ("pk", SPEAKER, PRINTED, "dialogue", "stance")


class Said(NamedTuple):
    """A statement as a plain row: who said it, the group printed, where, and the stance of it."""

    pk: int
    who: int
    printed: int | None
    dialogue: int
    stance: str


class When(NamedTuple):
    """The first day of a dialogue, and its year; a year without a dialogue has no day."""

    day: date | None
    year: int


@dataclass
class Side:
    """One side of a comparison: its statements by theme and by year, each counted once.

    A group's are those of the states that belong to it by the clock. `first` and `last` are days.
    """

    participant: Participant
    total: int = 0
    first: date | None = None
    last: date | None = None
    states: int = 0
    themes: dict[int, Counter] = field(default_factory=lambda: defaultdict(Counter))
    years: Counter = field(default_factory=Counter)

    @property
    def is_group(self):
        return self.participant.kind not in Participant.STATE_KINDS


@dataclass(frozen=True)
class Compared:
    """The sides, with the themes and years that any of them has statements of."""

    sides: list[Side]
    themes: list[Theme]
    years: list[int]


def compare(participants, clock=Clock.DATE):
    """The Compared of states, and of at most one group. Five queries.

    A statement counts once under each of its themes and under those above.
    """
    memberships, themes = Memberships(), list(Theme.objects.in_order())
    said = _said_by(participants, memberships, clock)
    on_themes = _themes_with_those_above(said, themes)
    dialogues = Dialogue.objects.values_list("pk", "held_on", "year")
    when = {pk: When(day, year) for pk, day, year in dialogues}
    sides = [Side(one) for one in participants]
    for side in sides:
        is_in = _belonging(side.participant, memberships, clock, when)
        _count(side, [row for row in said if is_in(row)], on_themes, when)
    shown = {pk for side in sides for pk in side.themes}
    years = {year for side in sides for year in side.years}
    return Compared(sides, [one for one in themes if one.pk in shown], sorted(years))


def _said_by(participants, memberships, clock):
    """The Said of these states, and of whoever may be of these groups. One query."""
    who = {one.pk for one in participants}
    for one in participants:
        who |= memberships.members_ever(one.pk)
    wanted = Q(participation__participant__in=sorted(who))
    if clock in (Clock.PRINTED, Clock.EITHER):
        wanted |= Q(participation__printed_group__in=participants)
    said = Statement.objects.published().filter(wanted).order_by()
    return [Said(*row) for row in said.values_list(*COLUMNS)]


def _themes_with_those_above(said, themes):
    """{statement: its themes and those above them}. One query."""
    parents = {one.pk: one.parent_id for one in themes}
    lines = {pk: lineage(pk, parents) for pk in parents}
    found = defaultdict(set)
    tagged = Statement.themes.through.objects.filter(
        statement__among=[one.pk for one in said]
    ).order_by()
    for statement, theme in tagged.values_list("statement_id", "theme_id"):
        found[statement].update(lines[theme])
    return found


def _belonging(participant, memberships, clock, when):
    """A function that says whether a Said is of this side."""
    if participant.kind in Participant.STATE_KINDS:
        return lambda one: one.who == participant.pk
    today, states = timezone.localdate(), {one.pk for one in memberships.states}
    held = {
        dialogue: memberships.members_on(participant.pk, today if clock == Clock.TODAY else day)
        & states
        for dialogue, (day, _year) in when.items()
    }
    by_print = clock in (Clock.PRINTED, Clock.EITHER)

    def is_in(one):
        is_printed = by_print and one.printed == participant.pk
        return is_printed or (clock != Clock.PRINTED and one.who in held[one.dialogue])

    return is_in


def _count(side, said, on_themes, when):
    """Count the statements of a side."""
    side.total = len(said)
    side.states = len({one.who for one in said})
    side.years.update(when[one.dialogue].year for one in said)
    days = {when[one.dialogue].day for one in said} - {None}
    side.first, side.last = min(days, default=None), max(days, default=None)
    pairs = Counter((theme, one.stance) for one in said for theme in on_themes.get(one.pk, ()))
    for (theme, stance), number in pairs.items():
        side.themes[theme][stance] = number
