"""How many states are recorded in each dialogue of a series."""

from django.utils.translation import gettext as _

from dialogues.analysis.series import AttendanceStatus, SeriesAttendance
from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    dialogue_labels,
    letters_of,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

FULL, PARTIAL = "series-2", "unknown"
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
    labels = dialogue_labels(series.dialogues)
    columns = [
        _column(dialogue, number, label)
        for (dialogue, number), label in zip(numbers.items(), labels, strict=True)
    ]
    return Chart(
        key="series",
        name=_("States recorded, dialogue by dialogue"),
        title=_title(numbers),
        description=_("Full lists: %s.") % full if full else _("No list is recorded in full."),
        legend=[
            LegendItem(FULL, _("recorded; the list is full")),
            LegendItem(PARTIAL, _("recorded; the list is not full, more may have spoken")),
        ],
        drawing=draw_columns(columns, COLUMN_HEIGHT),
        header=[_("Year"), _("Dialogue"), _("States recorded"), _("List of speakers")],
        table=[_row(dialogue, number) for dialogue, number in numbers.items()],
        letters=letters_of(series.dialogues, labels),
    )


def _title(numbers):
    """Where most states are recorded."""
    most = max(numbers.values(), default=0)
    with_most = [dialogue for dialogue, number in numbers.items() if number == most]
    if not most or len(with_most) > 1:
        return _("At most %s states are recorded in a dialogue") % most
    return _("%(n)s states are recorded in the dialogue of %(when)s, more than in any other") % {
        "n": most,
        "when": with_most[0].when,
    }


def _row(dialogue, number):
    return [
        TableCell(str(dialogue.year)),
        dialogue_cell(dialogue),
        TableCell(str(number)),
        TableCell(dialogue.get_speaker_list_display()),
    ]


def _column(dialogue, number, label):
    style = FULL if dialogue.has_full_list else PARTIAL
    segment = Segment(style, number, f"{dialogue.short_title}: {number}")
    value = str(number) if number or dialogue.has_full_list else "?"
    return ChartColumn(label.year, value, (segment,), detail=label.letter)
