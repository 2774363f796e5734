"""How many statements each year has on a theme."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from dialogues.analysis.theme_years import ThemeYear
from dialogues.charts.chart import Chart, LegendItem, TableCell, linked_cell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns
from dialogues.models import Theme

ON_THEME = "series-2"
UNKNOWN = "unknown"
COLUMN_HEIGHT = 90  # pixels


def chart_of_theme(theme: Theme, years: Sequence[ThemeYear]) -> Chart:
    """The Chart of a theme, from its `theme_years()`."""
    highest = max((year.on_theme for year in years), default=0) or 1
    # The height for a year without any statement; it means no number.
    stub = highest / 16
    columns = [_column(year, stub) for year in years]
    return Chart(
        key="years",
        name=_("Statements on “%s” by year") % theme,
        title=_title(theme, years),
        description=_description(years),
        legend=[
            LegendItem(ON_THEME, _("statements on it")),
            LegendItem(UNKNOWN, _("no statement of that year has been entered")),
        ],
        drawing=draw_columns(columns, COLUMN_HEIGHT, highest),
        header=[
            _("Year"),
            _("Statements on it"),
            _("Statements entered"),
            _("By people, or by nobody named"),
            _("States and organizations with statements on it"),
        ],
        table=[_row(year) for year in years],
    )


def _title(theme, years):
    """The year with most statements."""
    most = max((year.on_theme for year in years), default=0)
    with_most = [year.year for year in years if year.on_theme == most]
    if not most:
        return _("No statement on “%s” has been entered") % theme
    values = {"theme": theme, "n": most, "year": with_most[0]}
    if len(with_most) > 1:
        return _("No year has more than %(n)s statements on “%(theme)s”") % values
    return _("%(year)s has the most statements on “%(theme)s”: %(n)s") % values


def _description(years):
    numbers = "; ".join(f"{year.year}: {year.on_theme}" for year in years if year.entered)
    return f"{numbers}." if numbers else _("No statement has been entered.")


def _column(year, stub):
    label = short_year(year.year)
    if not year.entered:
        tooltip = _("%s: no statement has been entered") % year.year
        return ChartColumn(label, "", (Segment(UNKNOWN, stub, tooltip),))
    segment = Segment(ON_THEME, year.on_theme, f"{year.year}: {year.on_theme}")
    return ChartColumn(label, str(year.on_theme), (segment,))


def _row(year):
    is_entered = bool(year.entered)
    return [
        TableCell(str(year.year)),
        TableCell(str(year.on_theme) if is_entered else ""),
        TableCell(str(year.entered) if is_entered else _("none entered")),
        TableCell(str(year.others) if is_entered else ""),
        linked_cell(year.participants),
    ]
