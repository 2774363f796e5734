"""Who has statements on a theme, year by year."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count

from dialogues.models import Dialogue, Participant, Statement
from dialogues.snapshot.cache import EditionCache

# The current edition, and the last one while requests that began with it end.
_statements_by_year = EditionCache(max_items=2)


@dataclass(frozen=True)
class ThemeYear:
    """The statements of one year on a theme, and who made them.

    `entered` counts all statements of the year: where none is entered, none on the theme says
    nothing. `others` are statements of people and of those whom no source names.
    """

    year: int
    entered: int
    on_theme: int
    participants: list[Participant]
    others: int


def theme_years(theme, edition):
    """A ThemeYear for each year with a public dialogue, oldest first. At most five queries."""
    years = Dialogue.objects.published().order_by("year").values_list("year", flat=True).distinct()
    published = Statement.objects.published().order_by()
    entered = _statements_by_year.get_or_create(
        edition, "statements", lambda: Counter(dict(_by_year(published)))
    )
    speakers = defaultdict(Counter)
    said = published.within_themes([theme.slug]).values_list(
        "dialogue__year", "participation__participant"
    )
    for year, participant, count in said.annotate(n=Count("pk")):
        speakers[year][participant] = count
    named = {pk for found in speakers.values() for pk in found}
    participants = Participant.objects.in_bulk([pk for pk in named if pk])
    return [
        ThemeYear(
            year,
            entered[year],
            speakers[year].total(),
            sorted((participants[pk] for pk in speakers[year] if pk), key=lambda one: one.slug),
            speakers[year][None],
        )
        for year in years
    ]


def _by_year(statements):
    return statements.values_list("dialogue__year").annotate(n=Count("pk"))
