"""What one state or organization did in each dialogue, as a strip."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.analysis.coverage_status import IN_YEAR_GRID, CoverageStatus
from dialogues.analysis.year_grid import GridCell
from dialogues.charts.chart import (
    NOT_HELD,
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    dialogue_labels,
    letters_of,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns
from dialogues.models import Participant

COLUMN_HEIGHT = 36  # pixels
SPOKE = {CoverageStatus.SPOKE, CoverageStatus.ON_BEHALF}


def chart_of_year_grid(participant: Participant, grid: Sequence[GridCell]) -> Chart:
    """The Chart of a participant, from its `year_grid()`."""
    numbers = Counter(status for cell in grid for status in cell.statuses)
    shown = [status for status in IN_YEAR_GRID if numbers[status]]
    description = "; ".join(f"{_label(status)}: {numbers[status]}" for status in shown)
    dialogues = [cell.dialogue for cell in grid]
    labels = dialogue_labels(dialogues)
    columns = [_column(cell, label) for cell, label in zip(grid, labels, strict=True)]
    return Chart(
        key="record",
        name=_("%s, dialogue by dialogue") % participant,
        title=_title(participant, grid),
        description=f"{description}." if description else "",
        legend=[LegendItem(status.style, _label(status)) for status in shown if status.style],
        drawing=draw_columns(columns, COLUMN_HEIGHT, highest=1),
        header=[_("Year"), _("Dialogue"), _("Recorded"), _("On behalf of"), _("Printed under")],
        table=[_row(cell) for cell in grid],
        letters=letters_of(dialogues, labels),
    )


def _title(participant, grid):
    """In how many dialogues it spoke, for itself or for others."""
    spoke = sum(not SPOKE.isdisjoint(cell.statuses) for cell in grid)
    values = {"name": participant, "n": spoke}
    if not spoke:
        return _("%(name)s is not recorded as speaking in any dialogue") % values
    return (
        ngettext(
            "%(name)s is recorded as speaking in %(n)s dialogue",
            "%(name)s is recorded as speaking in %(n)s dialogues",
            spoke,
        )
        % values
    )


def _column(cell, label):
    dialogue = cell.dialogue
    statuses = [status for status in IN_YEAR_GRID if status in cell.statuses]
    tooltip = f"{dialogue.short_title}: {_labels(statuses)}"
    segments = tuple(
        Segment(status.style, status.height / len(statuses), tooltip)
        for status in statuses
        if status.style
    )
    value = "" if dialogue.was_held else NOT_HELD
    return ChartColumn(label.year, value, segments, detail=label.letter)


def _row(cell):
    groups = [each.on_behalf_of_name for each in cell.participations if each.is_joint]
    printed = dict.fromkeys(each.group_as_printed for each in cell.participations)
    return [
        TableCell(str(cell.dialogue.year)),
        dialogue_cell(cell.dialogue),
        TableCell(_labels(cell.statuses)),
        TableCell("; ".join(groups)),
        TableCell("; ".join(filter(None, printed))),
    ]


def _label(status):
    return str(status.grid_label or status.label)


def _labels(statuses):
    return "; ".join(_label(status) for status in statuses)
