"""Positions over the years: the stances of the statements of a state on a theme, year by year.

Stances are never added up to a position of the state. A blank means that no statement is recorded.
A statement on a sub-theme counts with the theme, and has no stance on the whole. A statement on
behalf of a group is shown apart, and is no change of the speaker's own stance.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef

from dialogues.choices import Capacity, DialogueFormat, Stance
from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.querysets.themes import THEME_AND_ABOVE

SPEAKER = "participation__participant"


class StanceCount(NamedTuple):
    """A stance in lower case, and how many statements have it."""

    label: str
    number: int


@dataclass
class YearStances:
    """The statements of one year on a theme.

    `own` counts those in the speaker's own voice on the theme itself by stance, `joint` those on
    behalf of a group; `on_parts` is how many are on a sub-theme only.
    """

    own: Counter = field(default_factory=Counter)
    joint: Counter = field(default_factory=Counter)
    on_parts: int = 0

    @property
    def total(self) -> int:
        return self.own.total() + self.joint.total() + self.on_parts

    @property
    def own_counts(self) -> list[StanceCount]:
        return stance_counts(self.own)

    @property
    def joint_counts(self) -> list[StanceCount]:
        return stance_counts(self.joint)

    @property
    def stances(self) -> frozenset[str]:
        """The stances of its own statements, without "not stated"."""
        return frozenset(self.own) - {Stance.NOT_STATED}


class StanceChange(NamedTuple):
    """Stances of a year that differ from those of the last year in which any was stated."""

    year: int
    before: frozenset[str]
    after: frozenset[str]

    @property
    def before_text(self) -> str:
        return ", ".join(count.label for count in stance_counts(Counter(self.before)))

    @property
    def after_text(self) -> str:
        return ", ".join(count.label for count in stance_counts(Counter(self.after)))


class SupportEnd(NamedTuple):
    """The last year in which a state supported a theme, and the later years in which all its
    statements are on other themes."""

    year: int
    later: list[int]


@dataclass(frozen=True)
class StancesByYear:
    """One state on one theme, by year; `record` is the state or the theme.

    `years_with_statements` has the years in which the state has statements on any theme.
    """

    record: Participant | Theme
    years: dict[int, YearStances]
    years_with_statements: set[int]

    @property
    def total(self) -> int:
        return sum(stances.total for stances in self.years.values())

    @property
    def first(self) -> int:
        """The year of the first mention."""
        return min(self.years)

    @property
    def changes(self) -> list[StanceChange]:
        """Each StanceChange of its own stances, oldest first."""
        stated = [(year, self.years[year].stances) for year in sorted(self.years)]
        stated = [(year, stances) for year, stances in stated if stances]
        return [
            StanceChange(year, before, after)
            for (_year, before), (year, after) in zip(stated, stated[1:], strict=False)
            if before != after
        ]

    @property
    def not_mentioned_since_support(self) -> SupportEnd | None:
        """The SupportEnd of the theme.

        None if its last statement on the theme was no support, or nothing later is recorded of it.
        """
        last = max(self.years)
        later = sorted(year for year in self.years_with_statements if year > last)
        is_support = Stance.SUPPORTS in self.years[last].stances
        return SupportEnd(last, later) if later and is_support else None


@dataclass(frozen=True)
class Positions:
    """A StancesByYear for each theme of a state, or for each state on a theme.

    `years` have a dialogue or a statement, `entered` have a statement of any speaker.
    """

    years: list[int]
    entered: list[int]
    rows: list[StancesByYear]


def positions_of(state: Participant) -> Positions:
    """The Positions of a state: one row for each theme, in the order of the tree. Three queries.

    A statement counts once under each of its themes and under the themes above.
    """
    statements = Statement.objects.published().filter(participation__participant=state).order_by()
    columns = ("pk", "dialogue__year", "stance", "participation__capacity", *THEME_AND_ABOVE)
    rows = list(statements.values_list(*columns))
    by_theme = _stances_by(_theme_rows(rows))
    years_with_statements = {year for _pk, year, *_rest in rows}
    themes = Theme.objects.in_order().filter(pk__among=list(by_theme))
    years, entered = _years()
    return Positions(
        years,
        entered,
        [StancesByYear(theme, dict(by_theme[theme.pk]), years_with_statements) for theme in themes],
    )


def positions_on(theme: Theme) -> Positions:
    """The Positions on a theme: one row for each state, by name. At most five queries."""
    tagged = Statement.themes.through.objects.filter(statement=OuterRef("pk"), theme=theme)
    statements = Statement.objects.published().within_themes([theme.slug]).order_by()
    statements = statements.filter(participation__participant__kind__in=Participant.STATE_KINDS)
    statements = statements.annotate(is_on_it=Exists(tagged))
    columns = (SPEAKER, "dialogue__year", "stance", "participation__capacity", "is_on_it")
    by_state = _stances_by(statements.values_list(*columns).annotate(n=Count("pk")))
    years, entered = _years()
    years_with_statements = _years_with_statements(by_state, entered)
    states = Participant.objects.filter(pk__among=list(by_state))
    rows = [
        StancesByYear(state, dict(by_state[state.pk]), years_with_statements[state.pk])
        for state in states
    ]
    return Positions(years, entered, rows)


def stance_counts(counter: Counter) -> list[StanceCount]:
    """A StanceCount for each stance in a Counter, in the fixed order of stances."""
    return [
        StanceCount(str(stance.label).lower(), counter[stance])
        for stance in Stance
        if counter[stance]
    ]


def _theme_rows(rows):
    """(theme, year, stance, capacity, whether it is on the theme itself, 1) for each statement and
    each of its themes and the themes above."""
    own, every = defaultdict(set), defaultdict(set)
    for pk, year, stance, capacity, *line in rows:
        statement = pk, year, stance, capacity
        own[statement].add(line[0])
        every[statement].update(line)
    for statement, themes in every.items():
        for theme in filter(None, themes):
            yield theme, *statement[1:], theme in own[statement], 1


def _stances_by(rows):
    """{key: {year: YearStances}} of (key, year, stance, capacity, whether on it, how many)."""
    by_key = defaultdict(lambda: defaultdict(YearStances))
    for key, year, stance, capacity, is_on_it, number in rows:
        stances = by_key[key][year]
        if is_on_it:
            counter = stances.joint if capacity == Capacity.ON_BEHALF else stances.own
            counter[stance] += number
        else:
            stances.on_parts += number
    return by_key


def _years_with_statements(by_state, entered):
    """{state: the years in which it has statements}, of states without a statement on the theme in
    the latest year. At most one query."""
    latest = max(entered, default=0)
    earlier = [state for state, years in by_state.items() if max(years) < latest]
    years = defaultdict(set)
    if earlier:
        statements = Statement.objects.published().filter(participation__participant__in=earlier)
        for state, year in statements.order_by().values_list(SPEAKER, "dialogue__year").distinct():
            years[state].add(year)
    return years


def _years():
    """(the years with a dialogue or a statement, the years with a statement). One query."""
    published = Statement.objects.published().filter(dialogue=OuterRef("pk"))
    dialogues = Dialogue.objects.published().annotate(is_entered=Exists(published))
    rows = list(dialogues.order_by("year").values_list("year", "format", "is_entered").distinct())
    entered = {year for year, _format, is_entered in rows if is_entered}
    held = {year for year, format, _is_entered in rows if format != DialogueFormat.NOT_HELD}
    return sorted(held | entered), sorted(entered)
