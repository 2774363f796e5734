"""The statements of each side of a comparison, year by year."""

from django.utils.translation import gettext as _

from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    short_year,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

STYLES = ("series-2", "series-1", "series-4", "series-3")


def charts_of_parties(compared):
    """A Chart for each side, all to the same scale."""
    highest = max((n for side in compared.sides for n in side.years.values()), default=1)
    return [
        _chart(number, side, STYLES[number], compared.years, highest)
        for number, side in enumerate(compared.sides)
    ]


def _chart(number, side, style, years, highest):
    said = "; ".join(f"{year}: {side.years[year]}" for year in years)
    return Chart(
        key=f"side-{number + 1}",
        title=_("Statements by year: %s") % side,
        description=f"{said}." if said else _("No statement is recorded."),
        legend=[LegendItem(style, str(side))],
        drawing=draw_columns(
            [_column(side, year, style) for year in years], plot=60, highest=highest
        ),
        header=[_("Year"), _("Statements")],
        table=[[TableCell(str(year)), TableCell(str(side.years[year]))] for year in years],
    )


def _column(side, year, style):
    count = side.years[year]
    parts = (Segment(style, count, f"{year}: {count}"),) if count else ()
    return ChartColumn(short_year(year), str(count), parts)
