"""The statements of each party of a comparison, year by year."""

from django.utils.translation import gettext as _

from dialogues.analysis.comparison import ComparedParty, Comparison
from dialogues.charts.chart import Chart, LegendItem, TableCell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

STYLES = ("series-2", "series-1", "series-4", "series-3")
COLUMN_HEIGHT = 60  # pixels


def charts_of_parties(comparison: Comparison) -> list[Chart]:
    """A Chart for each party, all to the same scale."""
    numbers = [number for party in comparison.parties for number in party.years.values()]
    highest = max(numbers, default=1)
    return [
        _chart(f"side-{position}", party, style, comparison.years, highest)
        for position, (party, style) in enumerate(zip(comparison.parties, STYLES, strict=False), 1)
    ]


def _chart(key: str, party: ComparedParty, style: str, years: list[int], highest: int) -> Chart:
    numbers = "; ".join(f"{year}: {party.years[year]}" for year in years)
    columns = [_column(year, party.years[year], style) for year in years]
    return Chart(
        key=key,
        title=_("Statements by year: %s") % party,
        description=f"{numbers}." if numbers else _("No statement is recorded."),
        legend=[LegendItem(style, str(party))],
        drawing=draw_columns(columns, column_height=COLUMN_HEIGHT, highest=highest),
        header=[_("Year"), _("Statements")],
        table=[[TableCell(str(year)), TableCell(str(party.years[year]))] for year in years],
    )


def _column(year, number, style):
    segments = (Segment(style, number, f"{year}: {number}"),) if number else ()
    return ChartColumn(short_year(year), str(number), segments)
