"""The statements on a theme year by year, and who made them."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.snapshot.cache import EditionCache

# The current edition, and the last one while requests that began with it end.
_statements_by_year = EditionCache(max_items=2)


@dataclass(frozen=True)
class ThemeYear:
    """The statements of one year on a theme, and the participants that made them, by address.

    `entered` counts all statements of the year: if it is 0, `on_theme` means nothing. `others`
    counts statements of people, and statements whose speaker the source does not name.
    """

    year: int
    entered: int
    on_theme: int
    participants: list[Participant]
    others: int


def theme_years(theme: Theme, edition: str) -> list[ThemeYear]:
    """A ThemeYear for each year with a public dialogue, oldest first. At most five queries."""
    years = Dialogue.objects.published().order_by("year").values_list("year", flat=True).distinct()
    entered = _statements_by_year.get_or_create(edition, "statements", _entered)
    speakers = _speakers(theme)
    pks = {pk for counts in speakers.values() for pk in counts if pk}
    participants = Participant.objects.in_bulk(pks)
    return [
        ThemeYear(
            year,
            entered[year],
            speakers[year].total(),
            _by_address([participants[pk] for pk in speakers[year] if pk]),
            speakers[year][None],
        )
        for year in years
    ]


def _entered():
    """How many statements each year has, on any theme. One query."""
    statements = Statement.objects.published().order_by()
    return Counter(dict(statements.values_list("dialogue__year").annotate(n=Count("pk"))))


def _speakers(theme):
    """{year: {participant: how many statements on the theme}}. None is nobody named. One query."""
    statements = Statement.objects.published().order_by().within_themes([theme.slug])
    rows = statements.values_list("dialogue__year", "participation__participant")
    speakers = defaultdict(Counter)
    for year, participant, number in rows.annotate(n=Count("pk")):
        speakers[year][participant] = number
    return speakers


def _by_address(participants):
    return sorted(participants, key=lambda participant: participant.slug)
