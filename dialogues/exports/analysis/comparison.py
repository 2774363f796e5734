"""The parties of a comparison as a table."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dialogues.analysis.comparison import ComparedParty, Comparison
from dialogues.exports.analysis.values import iso_day, stance_texts
from dialogues.exports.tables import Table

# (party, theme=slug or year=year) -> the address of its statements.
LinkFunction = Callable[..., str]


class ComparisonRow(NamedTuple):
    """One party of a comparison: in total, on a theme, or in a year."""

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


def comparison_table(comparison: Comparison, link: LinkFunction) -> Table:
    """A ComparisonRow for each party, and for each of its themes and years.

    `link` returns the address of the statements of a party.
    """
    rows = (row for party in comparison.parties for row in _rows(party, comparison, link))
    return Table(ComparisonRow, rows)


def _rows(
    party: ComparedParty, comparison: Comparison, link: LinkFunction
) -> Iterator[ComparisonRow]:
    names = str(party), party.participant.get_kind_display()
    days = iso_day(party.first), iso_day(party.last)
    yield ComparisonRow(*names, "", None, party.total, [], None, *days, link(party))
    for theme in comparison.themes:
        if counts := party.themes.get(theme.pk):
            total, stances, on_parts = counts.total, stance_texts(counts.stances), counts.on_parts
            address = link(party, theme=theme.slug)
            yield ComparisonRow(*names, str(theme), None, total, stances, on_parts, "", "", address)
    for year, number in sorted(party.years.items()):
        yield ComparisonRow(*names, "", year, number, [], None, "", "", link(party, year=year))
