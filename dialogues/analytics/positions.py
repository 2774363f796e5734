"""Position trace: which stances the sentences of a state on a theme have, year by year.

They are never added up to a position of the state. A blank means that no statement is recorded. A
statement on behalf of a group is shown as that, and is no change of the speaker's own stance.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef

from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.querysets.themes import THEME_AND_ABOVE

NOT_STATED, SUPPORTS = Statement.Stance.NOT_STATED, Statement.Stance.SUPPORTS


@dataclass
class YearSaid:
    """The statements of one year: how many have each stance, in its own voice and for a group."""

    own: Counter = field(default_factory=Counter)
    joint: Counter = field(default_factory=Counter)

    @property
    def total(self):
        return self.own.total() + self.joint.total()

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


class Change(NamedTuple):
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
class Trace:
    """One state on one theme, over the years: those with statements of anybody are `entered`."""

    record: Participant | Theme
    years: dict[int, YearSaid]
    entered: list[int]

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
            Change(year, before, after)
            for (_year, before), (year, after) in zip(stated, stated[1:], strict=False)
            if before != after
        ]

    @property
    def silent_after_support(self):
        """The last year it supported, where later years are entered and have nothing of it."""
        last = max(self.years)
        is_silent = any(year > last for year in self.entered)
        return last if is_silent and SUPPORTS in self.years[last].stances else None


@dataclass(frozen=True)
class Traces:
    """A Trace for each theme of a state, or each state on a theme; all years with a dialogue."""

    years: list[int]
    entered: list[int]
    rows: list[Trace]


def positions_of(state):
    """The Traces of a state: one for each theme, in the order of the tree. Three queries.

    A statement counts once under each of its themes and under those above.
    """
    said = Statement.objects.published().filter(participation__participant=state).order_by()
    columns = ("pk", "dialogue__year", "stance", "participation__capacity", *THEME_AND_ABOVE)
    once = {
        (theme, year, stance, capacity, pk)
        for pk, year, stance, capacity, *line in said.values_list(*columns)
        for theme in filter(None, line)
    }
    found = _years_by((*one, 1) for *one, _pk in once)
    themes = Theme.objects.in_order().filter(pk__among=list(found))
    return _traces(themes, found)


def positions_on(theme):
    """The Traces of a theme: one for each state, by name. Four queries."""
    said = Statement.objects.published().within_themes([theme.slug]).order_by()
    said = said.filter(participation__participant__kind__in=Participant.STATE_KINDS)
    counted = said.values_list(
        "participation__participant", "dialogue__year", "stance", "participation__capacity"
    ).annotate(n=Count("pk"))
    found = _years_by(counted)
    return _traces(Participant.objects.filter(pk__among=list(found)), found)


def stances_in_words(counted):
    """(label, how many) of each stance, in the order that they are always told in."""
    return [(str(one.label).lower(), counted[one]) for one in Statement.Stance if counted[one]]


def _years_by(counted):
    """{what: {year: YearSaid}} of (what, year, stance, capacity, how many)."""
    found = defaultdict(lambda: defaultdict(YearSaid))
    for what, year, stance, capacity, number in counted:
        said = found[what][year]
        (said.joint if capacity == "on-behalf" else said.own)[stance] += number
    return found


def _traces(records, found):
    """The Traces of these records. Two queries."""
    published = Statement.objects.published().filter(dialogue=OuterRef("pk"))
    dialogues = Dialogue.objects.published().held().order_by("year").distinct()
    years = dialogues.annotate(is_entered=Exists(published)).values_list("year", "is_entered")
    years = list(years)
    entered = sorted({year for year, is_entered in years if is_entered})
    rows = [Trace(one, dict(found[one.pk]), entered) for one in records]
    return Traces(sorted({year for year, _is_entered in years}), entered, rows)
