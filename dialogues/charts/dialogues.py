"""How many states spoke in each dialogue, and for how many more."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from dialogues.analysis.dialogue_totals import DialogueTotals
from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    dialogue_labels,
    letters_of,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

SPOKE, SPOKE_IN_PART, REPRESENTED, PRINTED = (
    "series-2",
    "unknown",
    "series-5",
    "reported",
)
COLUMN_HEIGHT = 64  # pixels


def chart_of_dialogues(totals: Sequence[DialogueTotals]) -> Chart:
    """The Chart of the DialogueTotals of dialogues, oldest first."""
    dialogues = [each.dialogue for each in totals]
    labels = dialogue_labels(dialogues)
    columns = [_column(each, label) for each, label in zip(totals, labels, strict=True)]
    return Chart(
        key="dialogues",
        name=_("States that spoke in each dialogue"),
        title=_title(totals),
        description=_("%s dialogues, from %s to %s.") % _extent(totals) if totals else "",
        legend=[
            LegendItem(SPOKE, _("recorded as speaking; the list is full")),
            LegendItem(SPOKE_IN_PART, _("recorded as speaking; more may have spoken")),
            LegendItem(REPRESENTED, _("represented by others, by name")),
            LegendItem(PRINTED, _("speaking states, as a source prints them (the number above)")),
        ],
        drawing=draw_columns(columns, COLUMN_HEIGHT),
        header=[
            _("Year"),
            _("Dialogue"),
            _("Recorded as speaking"),
            _("Represented by others"),
            _("Spoke, as printed"),
            _("List of speakers"),
        ],
        table=[_row(each) for each in totals],
        letters=letters_of(dialogues, labels),
    )


def _title(totals):
    """What the chart shows, as a sentence."""
    printed = [each.printed for each in totals if each.printed is not None]
    if not printed:
        return _("States that spoke in each dialogue")
    fewest, most = min(printed), max(printed)
    if fewest == most:
        return _("%s states spoke in a dialogue, its source says") % most
    return _("Between %(fewest)s and %(most)s states spoke in a dialogue, their sources say") % {
        "fewest": fewest,
        "most": most,
    }


def _extent(totals):
    return len(totals), totals[0].dialogue.year, totals[-1].dialogue.year


def _column(totals, label):
    dialogue, spoke, represented, printed = totals
    style = SPOKE if dialogue.has_full_list else SPOKE_IN_PART
    name = dialogue.short_title
    segments = (
        Segment(style, spoke, _("%(name)s: %(n)s recorded") % {"name": name, "n": spoke}),
        Segment(
            REPRESENTED,
            represented,
            _("%(name)s: %(n)s represented") % {"name": name, "n": represented},
        ),
    )
    outlines = (
        (Segment(PRINTED, printed, _("%(name)s: %(n)s printed") % {"name": name, "n": printed}),)
        if printed
        else ()
    )
    value = str(printed or (spoke if dialogue.has_full_list else f"≥{spoke}" if spoke else "?"))
    return ChartColumn(label.year, value, segments, outlines, bool(printed), label.letter)


def _row(totals):
    return [
        TableCell(str(totals.dialogue.year)),
        dialogue_cell(totals.dialogue),
        TableCell(str(totals.spoke)),
        TableCell(str(totals.represented)),
        TableCell("" if totals.printed is None else str(totals.printed)),
        TableCell(totals.dialogue.get_speaker_list_display()),
    ]
