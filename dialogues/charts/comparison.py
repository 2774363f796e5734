"""The statements of each party of a comparison, year by year."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.analysis.comparison import ComparedParty, Comparison
from dialogues.charts.chart import Chart, TableCell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

# Each party has a chart of its own, with its name above.
STYLE = "series-2"
COLUMN_HEIGHT = 60  # pixels


def charts_of_parties(comparison: Comparison) -> list[Chart]:
    """A Chart for each party, all to the same scale."""
    numbers = [number for party in comparison.parties for number in party.years.values()]
    highest = max(numbers, default=1)
    return [
        _chart(f"party-{position}", party, comparison.years, highest)
        for position, party in enumerate(comparison.parties, 1)
    ]


def _chart(key: str, party: ComparedParty, years: list[int], highest: int) -> Chart:
    numbers = "; ".join(f"{year}: {party.years[year]}" for year in years)
    columns = [_column(year, party.years[year]) for year in years]
    total = sum(party.years[year] for year in years)
    return Chart(
        key=key,
        name=_("Statements by year: %s") % party,
        title=ngettext("%(name)s: %(n)s statement", "%(name)s: %(n)s statements", total)
        % {"name": party, "n": total},
        description=f"{numbers}." if numbers else _("No statement is recorded."),
        legend=[],
        drawing=draw_columns(columns, column_height=COLUMN_HEIGHT, highest=highest),
        header=[_("Year"), _("Statements")],
        table=[[TableCell(str(year)), TableCell(str(party.years[year]))] for year in years],
    )


def _column(year, number):
    segments = (Segment(STYLE, number, f"{year}: {number}"),) if number else ()
    return ChartColumn(short_year(year), str(number), segments)
