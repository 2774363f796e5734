"""How many states are recorded in each dialogue of a series."""

from django.utils.translation import gettext as _

from dialogues.analysis.series import AttendanceStatus
from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    short_year,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

FULL, IN_PART = "series-2", "series-unknown"


def chart_of_series(series):
    """The Chart of a SeriesAttendance: dashed where the list of speakers is incomplete."""
    numbers = dict.fromkeys(series.dialogues, 0)
    for state in series.attendances:
        for dialogue, heard in state.occasions:
            numbers[dialogue] += heard == AttendanceStatus.YES
    said = "; ".join(f"{one.year}: {n}" for one, n in numbers.items() if one.has_full_list)
    return Chart(
        key="series",
        title=_("States recorded, dialogue by dialogue"),
        description=_("Full lists: %s.") % said if said else _("No list is recorded in full."),
        legend=[
            LegendItem(FULL, _("recorded; the list is full")),
            LegendItem(IN_PART, _("recorded; the list is not full, more may have spoken")),
        ],
        drawing=draw_columns([_column(one, number) for one, number in numbers.items()], plot=90),
        header=[_("Year"), _("Dialogue"), _("States recorded"), _("List of speakers")],
        table=[_row(one, number) for one, number in numbers.items()],
    )


def _row(dialogue, number):
    told = TableCell(dialogue.get_speaker_list_display())
    return [TableCell(str(dialogue.year)), dialogue_cell(dialogue), TableCell(str(number)), told]


def _column(dialogue, number):
    says = f"{dialogue.short_title}: {number}"
    part = Segment(FULL if dialogue.has_full_list else IN_PART, number, says)
    return ChartColumn(
        short_year(dialogue.year), str(number) if number or dialogue.has_full_list else "?", (part,)
    )
