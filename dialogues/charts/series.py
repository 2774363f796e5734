"""How many states are recorded in each dialogue of a series."""

from django.utils.translation import gettext as _

from dialogues.analysis.series import AttendanceStatus, SeriesAttendance
from dialogues.charts.chart import Chart, LegendItem, TableCell, dialogue_cell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

FULL, PARTIAL = "series-2", "series-unknown"
COLUMN_HEIGHT = 90  # pixels


def chart_of_series(series: SeriesAttendance) -> Chart:
    """The Chart of a SeriesAttendance; dashed where the list of speakers is not full."""
    numbers = dict.fromkeys(series.dialogues, 0)
    for state in series.states:
        for dialogue, status in state.dialogues:
            numbers[dialogue] += status == AttendanceStatus.YES
    full = "; ".join(
        f"{dialogue.year}: {number}"
        for dialogue, number in numbers.items()
        if dialogue.has_full_list
    )
    columns = [_column(dialogue, number) for dialogue, number in numbers.items()]
    return Chart(
        key="series",
        title=_("States recorded, dialogue by dialogue"),
        description=_("Full lists: %s.") % full if full else _("No list is recorded in full."),
        legend=[
            LegendItem(FULL, _("recorded; the list is full")),
            LegendItem(PARTIAL, _("recorded; the list is not full, more may have spoken")),
        ],
        drawing=draw_columns(columns, COLUMN_HEIGHT),
        header=[_("Year"), _("Dialogue"), _("States recorded"), _("List of speakers")],
        table=[_row(dialogue, number) for dialogue, number in numbers.items()],
    )


def _row(dialogue, number):
    return [
        TableCell(str(dialogue.year)),
        dialogue_cell(dialogue),
        TableCell(str(number)),
        TableCell(dialogue.get_speaker_list_display()),
    ]


def _column(dialogue, number):
    style = FULL if dialogue.has_full_list else PARTIAL
    segment = Segment(style, number, f"{dialogue.short_title}: {number}")
    value = str(number) if number or dialogue.has_full_list else "?"
    return ChartColumn(short_year(dialogue.year), value, (segment,))
