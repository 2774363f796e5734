"""Position trace: which stances the statements of a state on a theme have, year by year.

They are never added up to a position of the state. A blank means that no statement is recorded. A
statement on a part of a theme is counted with it, and has no stance on the whole. A statement on
behalf of a group is shown as that, and is no change of the speaker's own stance.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef

from dialogues.models import (
    Dialogue,
    Participant,
    Participation,
    Statement,
    Theme,
)
from dialogues.querysets.themes import THEME_AND_ABOVE

SPEAKER = "participation__participant"
NOT_STATED, SUPPORTS = Statement.Stance.NOT_STATED, Statement.Stance.SUPPORTS
ON_BEHALF = Participation.Capacity.ON_BEHALF


@dataclass
class YearStances:
    """The statements of one year: how many on the theme itself have each stance, in the speaker's
    own voice and for a group; and how many are on a part of it only."""

    own: Counter = field(default_factory=Counter)
    joint: Counter = field(default_factory=Counter)
    on_parts: int = 0

    @property
    def total(self):
        return self.own.total() + self.joint.total() + self.on_parts

    @property
    def own_in_words(self):
        return stances_in_words(self.own)

    @property
    def joint_in_words(self):
        return stances_in_words(self.joint)

    @property
    def stances(self):
        """The stances of its own statements, without those that state none."""
        return frozenset(self.own) - {NOT_STATED}


class StanceChange(NamedTuple):
    """Stances that differ from those of the year before in which any was stated."""

    year: int
    before: frozenset[str]
    after: frozenset[str]

    @property
    def before_in_words(self):
        return ", ".join(label for label, _n in stances_in_words(Counter(self.before)))

    @property
    def after_in_words(self):
        return ", ".join(label for label, _n in stances_in_words(Counter(self.after)))


@dataclass(frozen=True)
class StancesByYear:
    """One state on one theme, by year. `heard_in` has the years in which the state has statements
    on anything."""

    record: Participant | Theme
    years: dict[int, YearStances]
    heard_in: set[int]

    @property
    def total(self):
        return sum(said.total for said in self.years.values())

    @property
    def first(self):
        """The year of the first mention."""
        return min(self.years)

    @property
    def changes(self):
        """Each Change of its own stances, oldest first."""
        stated = [(year, self.years[year].stances) for year in sorted(self.years)]
        stated = [(year, stances) for year, stances in stated if stances]
        return [
            StanceChange(year, before, after)
            for (_year, before), (year, after) in zip(stated, stated[1:], strict=False)
            if before != after
        ]

    @property
    def not_mentioned_since_support(self):
        """(the last year it supported, the later years with statements of it, all on other themes).

        None where the last it said was no support, or nothing later is recorded of it.
        """
        last = max(self.years)
        later = sorted(year for year in self.heard_in if year > last)
        return (last, later) if later and SUPPORTS in self.years[last].stances else None


@dataclass(frozen=True)
class Positions:
    """A StancesByYear for each theme of a state, or each state on a theme.

    `years` are those with a dialogue, `entered` those with a statement of anybody.
    """

    years: list[int]
    entered: list[int]
    rows: list[StancesByYear]


def positions_of(state):
    """The Traces of a state: one for each theme, in the order of the tree. Three queries.

    A statement counts once under each of its themes and under those above.
    """
    said = Statement.objects.published().filter(participation__participant=state).order_by()
    columns = ("pk", "dialogue__year", "stance", "participation__capacity", *THEME_AND_ABOVE)
    rows = list(said.values_list(*columns))
    found, heard_in = _years_by(_once(rows)), {year for _pk, year, *_rest in rows}
    themes = Theme.objects.in_order().filter(pk__among=list(found))
    years, entered = _years()
    traces = [StancesByYear(one, dict(found[one.pk]), heard_in) for one in themes]
    return Positions(years, entered, traces)


def positions_on(theme):
    """The Traces of a theme: one for each state, by name. At most five queries."""
    tagged = Statement.themes.through.objects.filter(statement=OuterRef("pk"), theme=theme)
    said = Statement.objects.published().within_themes([theme.slug]).order_by()
    said = said.filter(participation__participant__kind__in=Participant.STATE_KINDS)
    said = said.annotate(is_on_it=Exists(tagged))
    columns = (SPEAKER, "dialogue__year", "stance", "participation__capacity", "is_on_it")
    found = _years_by(said.values_list(*columns).annotate(n=Count("pk")))
    years, entered = _years()
    heard_in = _heard_in(found, entered)
    states = Participant.objects.filter(pk__among=list(found))
    traces = [StancesByYear(one, dict(found[one.pk]), heard_in[one.pk]) for one in states]
    return Positions(years, entered, traces)


def stances_in_words(counted):
    """(label, how many) of each stance, in the order that they are always told in."""
    return [(str(one.label).lower(), counted[one]) for one in Statement.Stance if counted[one]]


def _once(rows):
    """(theme, year, stance, capacity, whether it is on the theme itself, 1) for each statement and
    each of its themes and those above."""
    own, every = defaultdict(set), defaultdict(set)
    for pk, year, stance, capacity, *line in rows:
        statement = pk, year, stance, capacity
        own[statement].add(line[0])
        every[statement].update(line)
    for statement, themes in every.items():
        for theme in filter(None, themes):
            yield theme, *statement[1:], theme in own[statement], 1


def _years_by(counted):
    """{what: {year: YearSaid}} of (what, year, stance, capacity, whether on it, how many)."""
    found = defaultdict(lambda: defaultdict(YearStances))
    for what, year, stance, capacity, is_on_it, number in counted:
        said = found[what][year]
        if is_on_it:
            (said.joint if capacity == ON_BEHALF else said.own)[stance] += number
        else:
            said.on_parts += number
    return found


def _heard_in(found, entered):
    """{state: the years in which it has statements}, of those that are on the theme no more in the
    latest years. At most one query."""
    earlier = [state for state, years in found.items() if max(years) < max(entered, default=0)]
    heard_in = defaultdict(set)
    if earlier:
        said = Statement.objects.published().filter(participation__participant__in=earlier)
        for state, year in said.order_by().values_list(SPEAKER, "dialogue__year").distinct():
            heard_in[state].add(year)
    return heard_in


def _years():
    """(the years with a dialogue or a statement, those with a statement of anybody). One query."""
    published = Statement.objects.published().filter(dialogue=OuterRef("pk"))
    dialogues = Dialogue.objects.published().annotate(is_entered=Exists(published))
    rows = list(dialogues.order_by("year").values_list("year", "format", "is_entered").distinct())
    entered = {year for year, _format, is_entered in rows if is_entered}
    held = {year for year, format, _is in rows if format != Dialogue.Format.NOT_HELD}
    return sorted(held | entered), sorted(entered)
