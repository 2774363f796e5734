"""How many states are recorded in each dialogue of a series."""

from django.utils.translation import gettext as _

from dialogues.analysis.series import Heard
from dialogues.charts.chart import (
    Cell,
    Chart,
    Series,
    naming_dialogue,
    short_year,
)
from dialogues.charts.svg import Column, Part, draw

FULL, IN_PART = "series-2", "series-unknown"


def chart_of_series(series):
    """The Chart of a SeriesRecord: dashed where the list of speakers is not recorded in full."""
    numbers = dict.fromkeys(series.dialogues, 0)
    for state in series.attendances:
        for dialogue, heard in state.occasions:
            numbers[dialogue] += heard == Heard.YES
    said = "; ".join(f"{one.year}: {n}" for one, n in numbers.items() if one.has_full_list)
    return Chart(
        key="series",
        title=_("States recorded, dialogue by dialogue"),
        description=_("Full lists: %s.") % said if said else _("No list is recorded in full."),
        legend=[
            Series(FULL, _("recorded; the list is full")),
            Series(IN_PART, _("recorded; the list is not full, more may have spoken")),
        ],
        drawing=draw([_column(one, number) for one, number in numbers.items()], plot=90),
        header=[_("Year"), _("Dialogue"), _("States recorded"), _("List of speakers")],
        table=[_row(one, number) for one, number in numbers.items()],
    )


def _row(dialogue, number):
    told = Cell(dialogue.get_speaker_list_display())
    return [Cell(str(dialogue.year)), naming_dialogue(dialogue), Cell(str(number)), told]


def _column(dialogue, number):
    says = f"{dialogue.short_title}: {number}"
    part = Part(FULL if dialogue.has_full_list else IN_PART, number, says)
    return Column(
        short_year(dialogue.year), str(number) if number or dialogue.has_full_list else "?", (part,)
    )
