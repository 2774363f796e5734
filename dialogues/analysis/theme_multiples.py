"""How many statements each year has on each theme at the top of the tree."""

from dataclasses import dataclass

from django.db.models import Count

from dialogues.models import Dialogue, Statement, Theme


@dataclass(frozen=True)
class ThemeSeries:
    """A theme with its number of statements, sub-themes included, in each year."""

    theme: Theme
    years: dict[int, int]

    @property
    def total(self) -> int:
        return sum(self.years.values())


def theme_multiples() -> list[ThemeSeries]:
    """A ThemeSeries for each theme at the top of the tree, in the order of the tree.

    The years are those with a public dialogue. Two queries, and two for each theme.
    """
    years = Dialogue.objects.published().order_by("year").values_list("year", flat=True).distinct()
    years = list(years)
    return [
        ThemeSeries(theme, _by_year(theme, years))
        for theme in Theme.objects.filter(parent=None).in_order()
    ]


def _by_year(theme, years):
    statements = Statement.objects.published().order_by().within_themes([theme.slug])
    numbers = dict(statements.values_list("dialogue__year").annotate(n=Count("pk")))
    return {year: numbers.get(year, 0) for year in years}
