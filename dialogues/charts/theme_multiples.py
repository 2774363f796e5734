"""The statements on each theme year by year, as small charts of one scale."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from dialogues.analysis.theme_multiples import ThemeSeries
from dialogues.charts.chart import Chart, SmallMultiples, TableCell, linked_cell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

STYLE = "series-2"
COLUMN_HEIGHT = 48  # pixels


def chart_of_themes(series: Sequence[ThemeSeries]) -> SmallMultiples:
    """The SmallMultiples of these series: a Chart for each, all to the same scale."""
    highest = max((number for each in series for number in each.years.values()), default=1)
    years = list(series[0].years) if series else []
    return SmallMultiples(
        key="themes",
        name=_("Statements on each theme by year"),
        title=_title(series),
        description=_("The numbers are in the table."),
        charts=[_chart(f"theme-{number}", each, highest) for number, each in enumerate(series, 1)],
        header=[_("Theme"), *map(str, years)],
        table=[_row(each) for each in series],
    )


def _title(series):
    """The theme with the most statements."""
    most = max(series, key=lambda each: each.total, default=None)
    if not most or not most.total:
        return _("No statement on a theme has been entered")
    values = {"theme": most.theme, "n": most.total}
    return _("“%(theme)s” has the most statements: %(n)s") % values


def _row(series):
    return [linked_cell([series.theme]), *(TableCell(str(n)) for n in series.years.values())]


def _chart(key, series, highest):
    most = max(series.years.values(), default=0)
    return Chart(
        key=key,
        name=_("Statements on “%s” by year") % series.theme,
        title=str(series.theme),
        url=series.theme.get_absolute_url(),
        description="; ".join(f"{year}: {number}" for year, number in series.years.items()),
        drawing=draw_columns(
            [_column(year, number, most) for year, number in series.years.items()],
            column_height=COLUMN_HEIGHT,
            highest=highest or 1,
        ),
        header=[_("Year"), _("Statements")],
        table=[[TableCell(str(year)), TableCell(str(n))] for year, n in series.years.items()],
    )


def _column(year, number, most):
    """Only the highest columns have their number: small charts have no room for all."""
    segments = (Segment(STYLE, number, f"{year}: {number}"),) if number else ()
    value = str(number) if number and number == most else ""
    return ChartColumn(short_year(year) if year % 4 == 1 else "", value, segments)
