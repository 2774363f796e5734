"""Two to four states side by side, or a state beside a group it belongs to."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from dialogues.analysis.positions import stances_in_words
from dialogues.choices import Clock
from dialogues.models import (
    Dialogue,
    Participant,
    Statement,
    Theme,
)
from dialogues.querysets.themes import lineage
from dialogues.snapshot.memberships import MembershipIndex

MIN_PARTIES, MAX_PARTIES = 2, 4
SPEAKER, PRINTED = "participation__participant", "participation__printed_group"
COLUMNS = ("pk", SPEAKER, PRINTED, "dialogue", "stance")


class ComparedStatement(NamedTuple):
    """A statement as a plain row: who said it, the group printed, where, and the stance of it."""

    pk: int
    who: int
    printed: int | None
    dialogue: int
    stance: str


class DialogueDate(NamedTuple):
    """The first day of a dialogue, and its year; a year without a dialogue has no day."""

    day: date | None
    year: int


@dataclass
class ThemeCounts:
    """The statements of a side on a theme: how many on the theme itself have each stance, and how
    many are on a part of it only."""

    stances: Counter = field(default_factory=Counter)
    on_parts: int = 0

    @property
    def total(self):
        return self.stances.total() + self.on_parts

    @property
    def in_words(self):
        return stances_in_words(self.stances)


@dataclass(frozen=True)
class ComparedParty:
    """One side of a comparison: how many statements, of how many speakers, on which themes and in
    which years. A group's are those of its members. `first` and `last` are days."""

    participant: Participant
    total: int
    speakers: int
    first: date | None
    last: date | None
    themes: dict[int, ThemeCounts]
    years: Counter

    def __str__(self):
        if self.is_group:
            return _("Members of %s") % self.participant
        return str(self.participant)

    @property
    def is_group(self):
        return self.participant.kind not in Participant.STATE_KINDS


@dataclass(frozen=True)
class Comparison:
    """The sides, with the themes and years that any of them has statements of."""

    sides: list[ComparedParty]
    themes: list[Theme]
    years: list[int]


def compare(participants, clock=Clock.DATE):
    """The Compared of states, and of at most one group. Five queries.

    A statement counts once under each of its themes and under those above.
    """
    memberships, themes = MembershipIndex(), list(Theme.objects.in_order())
    said = _said_by(participants, memberships, clock)
    themes_of, lines = _themes_of(said), _lines(themes)
    dialogues = Dialogue.objects.values_list("pk", "held_on", "year")
    when = {pk: DialogueDate(day, year) for pk, day, year in dialogues}
    sides = []
    for one in participants:
        is_in = _belonging(one, memberships, clock, when)
        own = [row for row in said if is_in(row)]
        sides.append(_side(one, own, _on_themes(own, themes_of, lines), when))
    shown = {pk for side in sides for pk in side.themes}
    years = {year for side in sides for year in side.years}
    return Comparison(sides, [one for one in themes if one.pk in shown], sorted(years))


def _said_by(participants, memberships, clock):
    """The Said of these states, and of whoever may be of these groups. One query."""
    who = {one.pk for one in participants}
    for one in participants:
        who |= memberships.members_ever(one.pk)
    wanted = Q(participation__participant__in=sorted(who))
    if clock.is_by_print:
        wanted |= Q(participation__printed_group__in=participants)
    said = Statement.objects.published().filter(wanted).order_by()
    return [ComparedStatement(*row) for row in said.values_list(*COLUMNS)]


def _themes_of(said):
    """{statement: its themes}. One query."""
    found = defaultdict(set)
    tagged = Statement.themes.through.objects.filter(statement__among=[one.pk for one in said])
    for statement, theme in tagged.values_list("statement_id", "theme_id"):
        found[statement].add(theme)
    return found


def _lines(themes):
    """{theme: those above it}."""
    parents = {one.pk: one.parent_id for one in themes}
    return {pk: frozenset(lineage(pk, parents)) - {pk} for pk in parents}


def _on_themes(said, themes_of, lines):
    """{theme: OnTheme}."""
    tagged = [(one.stance, themes_of[one.pk]) for one in said if one.pk in themes_of]
    direct = Counter((theme, stance) for stance, themes in tagged for theme in themes)
    above = Counter(
        theme
        for _stance, themes in tagged
        for theme in frozenset().union(*[lines.get(one, ()) for one in themes]).difference(themes)
    )
    found = defaultdict(ThemeCounts)
    for (theme, stance), number in direct.items():
        found[theme].stances[stance] = number
    for theme, number in above.items():
        found[theme].on_parts = number
    return found


def _belonging(participant, memberships, clock, when):
    """A function that says whether a Said is of this side."""
    if participant.kind in Participant.STATE_KINDS:
        return lambda one: one.who == participant.pk
    held = {
        dialogue: memberships.members_on(participant.pk, clock.day(day))
        for dialogue, (day, _year) in when.items()
    }

    def is_in(one):
        is_printed = clock.is_by_print and one.printed == participant.pk
        return is_printed or one.who in held[one.dialogue]

    return is_in


def _side(participant, said, themes, when):
    """The Side of these statements."""
    days = {when[one.dialogue].day for one in said} - {None}
    return ComparedParty(
        participant,
        total=len(said),
        speakers=len({one.who for one in said}),
        first=min(days, default=None),
        last=max(days, default=None),
        themes=themes,
        years=Counter(when[one.dialogue].year for one in said),
    )
