"""How many statements each year has on a theme."""

from django.utils.translation import gettext as _

from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    linked_cell,
    short_year,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

SAID = "series-2"
UNKNOWN = "series-unknown"


def chart_of_theme(theme, years):
    """The Chart of a theme, from its `theme_years()`."""
    highest = max((one.on_theme for one in years), default=0) or 1
    # Where nothing is entered there is only a stub: its height means no number.
    stub = highest / 16
    return Chart(
        key="years",
        title=_("Statements on “%s” by year") % theme,
        description=_description(years),
        legend=[
            LegendItem(SAID, _("statements on it")),
            LegendItem(UNKNOWN, _("no statement of that year has been entered")),
        ],
        drawing=draw_columns([_column(one, stub) for one in years], plot=90, highest=highest),
        header=[
            _("Year"),
            _("Statements on it"),
            _("Statements entered"),
            _("By people, or by nobody named"),
            _("States and organizations with statements on it"),
        ],
        table=[_row(one) for one in years],
    )


def _description(years):
    said = "; ".join(f"{one.year}: {one.on_theme}" for one in years if one.entered)
    return f"{said}." if said else _("No statement has been entered.")


def _column(one, stub):
    label = short_year(one.year)
    if not one.entered:
        says = _("%s: no statement has been entered") % one.year
        return ChartColumn(label, "", (Segment(UNKNOWN, stub, says),))
    return ChartColumn(
        label, str(one.on_theme), (Segment(SAID, one.on_theme, f"{one.year}: {one.on_theme}"),)
    )


def _row(one):
    return [
        TableCell(str(one.year)),
        TableCell(str(one.on_theme) if one.entered else ""),
        TableCell(str(one.entered) if one.entered else _("none entered")),
        TableCell(str(one.others) if one.entered else ""),
        linked_cell(*one.participants),
    ]
