"""Two to four states compared, or states and the members of one group."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from dialogues.analysis.positions import StanceCount, stance_counts
from dialogues.choices import Clock
from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.querysets.themes import lineage
from dialogues.snapshot.participants import Participants

MIN_PARTIES, MAX_PARTIES = 2, 4
MAX_LATEST = 2  # statements of a party on a theme
SPEAKER, PRINTED = "participation__participant", "participation__printed_group"
COLUMNS = ("pk", SPEAKER, PRINTED, "dialogue", "stance")


class ComparedStatement(NamedTuple):
    """A statement as a plain row of keys: its speaker, the group printed, dialogue and stance."""

    pk: int
    speaker: int
    printed: int | None
    dialogue: int
    stance: str


class DialogueDate(NamedTuple):
    """The first day of a dialogue, and its year. In a year without a dialogue there is no day."""

    day: date | None
    year: int


@dataclass
class ThemeCounts:
    """The statements of a party on a theme.

    `stances` counts the statements on the theme itself by stance; `on_parts` those on a sub-theme
    only. `latest` are the keys of the latest on the theme itself.
    """

    stances: Counter = field(default_factory=Counter)
    on_parts: int = 0
    latest: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.stances.total() + self.on_parts

    @property
    def stance_counts(self) -> list[StanceCount]:
        return stance_counts(self.stances)


@dataclass(frozen=True)
class ComparedParty:
    """A state, or the members of a group: its statements by theme (key) and year.

    `speakers` is how many participants made them; `first` and `last` are days.
    """

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
    def is_group(self) -> bool:
        return self.participant.kind not in Participant.STATE_KINDS


@dataclass(frozen=True)
class Comparison:
    """The parties, with the themes and years that any of them has statements on."""

    parties: list[ComparedParty]
    themes: list[Theme]
    years: list[int]

    def shared_themes(self) -> list[Theme]:
        """The themes themselves on which several parties have statements, most of them first."""
        totals = {
            theme: [
                party.themes[theme.pk].stances.total()
                for party in self.parties
                if theme.pk in party.themes and party.themes[theme.pk].latest
            ]
            for theme in self.themes
        }
        shared = [theme for theme, numbers in totals.items() if len(numbers) > 1]
        return sorted(shared, key=lambda theme: (-len(totals[theme]), -sum(totals[theme])))


def compare(participants: Sequence[Participant], clock: Clock = Clock.DATE) -> Comparison:
    """The Comparison of states, and of at most one group. Five queries.

    A statement counts once under each of its themes and under the themes above.
    """
    memberships, themes = Participants().memberships, list(Theme.objects.in_order())
    statements = _statements(participants, memberships, clock)
    themes_of, lines = _themes_of(statements), _lines(themes)
    columns = Dialogue.objects.values_list("pk", "held_on", "year")
    dates = {pk: DialogueDate(day, year) for pk, day, year in columns}
    parties = []
    for participant in participants:
        is_in = _membership_test(participant, memberships, clock, dates)
        own = [statement for statement in statements if is_in(statement)]
        counts = _theme_counts(own, themes_of, lines)
        _add_latest(counts, own, themes_of, dates)
        parties.append(_party(participant, own, counts, dates))
    shown = {pk for party in parties for pk in party.themes}
    years = {year for party in parties for year in party.years}
    return Comparison(parties, [theme for theme in themes if theme.pk in shown], sorted(years))


def _statements(participants, memberships, clock):
    """A ComparedStatement for each statement of these states and of members of these groups.

    One query.
    """
    speakers = {participant.pk for participant in participants}
    for participant in participants:
        speakers |= memberships.members_ever(participant.pk)
    condition = Q(participation__participant__in=sorted(speakers))
    if clock.is_by_print:
        condition |= Q(participation__printed_group__in=participants)
    statements = Statement.objects.published().filter(condition).order_by()
    return [ComparedStatement(*row) for row in statements.values_list(*COLUMNS)]


def _themes_of(statements):
    """{statement: its themes}. One query."""
    themes_of = defaultdict(set)
    pks = [statement.pk for statement in statements]
    tagged = Statement.themes.through.objects.filter(statement__among=pks)
    for statement, theme in tagged.values_list("statement_id", "theme_id"):
        themes_of[statement].add(theme)
    return themes_of


def _lines(themes):
    """{theme: the themes above it}."""
    parents = {theme.pk: theme.parent_id for theme in themes}
    return {pk: frozenset(lineage(pk, parents)) - {pk} for pk in parents}


def _theme_counts(statements, themes_of, lines):
    """{theme: ThemeCounts}."""
    tagged = [
        (statement.stance, themes_of[statement.pk])
        for statement in statements
        if statement.pk in themes_of
    ]
    direct = Counter((theme, stance) for stance, themes in tagged for theme in themes)
    above = Counter(
        theme
        for _stance, themes in tagged
        for theme in frozenset().union(*[lines.get(pk, ()) for pk in themes]).difference(themes)
    )
    counts = defaultdict(ThemeCounts)
    for (theme, stance), number in direct.items():
        counts[theme].stances[stance] = number
    for theme, number in above.items():
        counts[theme].on_parts = number
    return counts


def _add_latest(counts, statements, themes_of, dates):
    """Add the keys of the latest statements on each theme."""
    newest_first = sorted(
        statements,
        key=lambda statement: (dates[statement.dialogue].day or date.min, statement.pk),
        reverse=True,
    )
    for statement in newest_first:
        for theme in themes_of.get(statement.pk, ()):
            if len(counts[theme].latest) < MAX_LATEST:
                counts[theme].latest.append(statement.pk)


def _membership_test(participant, memberships, clock, dates):
    """A function that says whether a ComparedStatement belongs to this party."""
    if participant.kind in Participant.STATE_KINDS:
        return lambda statement: statement.speaker == participant.pk
    members = {
        dialogue: memberships.members_on(participant.pk, clock.day(day))
        for dialogue, (day, _year) in dates.items()
    }

    def is_in(statement):
        is_printed = clock.is_by_print and statement.printed == participant.pk
        return is_printed or statement.speaker in members[statement.dialogue]

    return is_in


def _party(participant, statements, themes, dates):
    """The ComparedParty of these statements."""
    days = {dates[statement.dialogue].day for statement in statements} - {None}
    return ComparedParty(
        participant,
        total=len(statements),
        speakers=len({statement.speaker for statement in statements}),
        first=min(days, default=None),
        last=max(days, default=None),
        themes=themes,
        years=Counter(dates[statement.dialogue].year for statement in statements),
    )
