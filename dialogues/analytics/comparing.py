"""Two to four states side by side, or a state beside a group it belongs to."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from dialogues.belonging import Memberships
from dialogues.clocks import Clock
from dialogues.models import Participant, Statement, Theme
from dialogues.querysets.themes import THEME_AND_ABOVE

FEWEST, MOST = 2, 4
COLUMNS = (
    "pk",
    "participation__participant",
    "participation__printed_group",
    "dialogue__held_on",
    "dialogue__year",
    "stance",
    *THEME_AND_ABOVE,
)


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
    """The Compared of states, and of at most one group. Three queries.

    A statement counts once under each of its themes and under those above.
    """
    memberships = Memberships()
    sides = [Side(one) for one in participants]
    said = Statement.objects.published().order_by()
    groups = [one.pk for one in participants if one.kind not in Participant.STATE_KINDS]
    if not groups:
        said = said.filter(participation__participant__among=[one.pk for one in participants])
    belongs = [_belonging(side.participant, memberships, clock) for side in sides]
    found = [defaultdict(set) for _side in sides]
    for pk, who, printed, day, year, stance, *line in said.values_list(*COLUMNS):
        for at, is_in in enumerate(belongs):
            if is_in(who, printed, day):
                found[at][pk, who, day, year, stance].update(line)
    for side, statements in zip(sides, found, strict=True):
        _count(side, statements)
    themes = Theme.objects.in_order().filter(pk__among=list({pk for s in sides for pk in s.themes}))
    return Compared(sides, list(themes), sorted({year for side in sides for year in side.years}))


def _belonging(participant, memberships, clock):
    """A function that says whether a statement is of this side."""
    if participant.kind in Participant.STATE_KINDS:
        return lambda who, printed, day: who == participant.pk
    today = timezone.localdate()
    states = {one.pk for one in memberships.states}
    held = {}

    def is_in(who, printed, day):
        day = today if clock == Clock.TODAY else day
        if day not in held:
            held[day] = memberships.members_on(participant.pk, day) & states
        is_printed = printed == participant.pk and clock in (Clock.PRINTED, Clock.EITHER)
        return is_printed or (clock != Clock.PRINTED and who in held[day])

    return is_in


def _count(side, statements):
    """Count the statements of a side: {(key, who, day, year, stance): themes and those above}."""
    for (_pk, _who, _day, year, stance), themes in statements.items():
        side.years[year] += 1
        for theme in themes - {None}:
            side.themes[theme][stance] += 1
    days = [day for _pk, _who, day, *_rest in statements if day]
    side.total = len(statements)
    side.states = len({who for _pk, who, *_rest in statements})
    side.first, side.last = min(days, default=None), max(days, default=None)
