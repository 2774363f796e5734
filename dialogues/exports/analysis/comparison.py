"""Sides of a comparison as a table."""

from typing import NamedTuple

from dialogues.exports.analysis.values import iso_day, numbers_of
from dialogues.exports.tables import Table


class ComparisonRow(NamedTuple):
    """One side of a comparison: in all, on a theme, or in a year."""

    side: str
    kind: str
    theme: str
    year: int | None
    statements: int
    stances: list[str]
    on_a_part_of_the_theme_only: int | None
    first: str
    last: str
    address: str


def comparison_table(compared, links):
    """A ComparisonRow for each side, and for each theme and year of it. `links` makes addresses."""
    rows = (row for side in compared.sides for row in _side_rows(side, compared, links))
    return Table(ComparisonRow, rows)


def _side_rows(side, compared, links):
    who = str(side), side.participant.get_kind_display()
    days = iso_day(side.first), iso_day(side.last)
    yield ComparisonRow(*who, "", None, side.total, [], None, *days, links(side))
    for theme in compared.themes:
        if said := side.themes.get(theme.pk):
            counted = said.total, numbers_of(said.stances), said.on_parts
            yield ComparisonRow(
                *who, str(theme), None, *counted, "", "", links(side, theme=theme.slug)
            )
    for year, number in sorted(side.years.items()):
        yield ComparisonRow(*who, "", year, number, [], None, "", "", links(side, year=year))
