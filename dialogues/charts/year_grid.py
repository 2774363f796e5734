"""What one state or organization did in each dialogue, as a strip."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.charts.chart import (
    NOT_HELD,
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    short_year,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

# (mark, style, how high, words). Heights differ too: colour is not all that tells them apart.
MARKS = (
    ("spoke", "series-2", 1.0, gettext_lazy("spoke")),
    ("on-behalf", "series-4", 1.0, gettext_lazy("spoke on behalf of a group")),
    ("represented", "series-5", 0.6, gettext_lazy("spoken for by another")),
    ("aligned", "series-3", 0.45, gettext_lazy("aligned itself with a statement")),
    ("role", "series-3", 0.6, gettext_lazy("chaired, opened, closed or sat on the panel")),
    ("dissociated", "series-1", 0.2, gettext_lazy("asked not to be associated")),
    ("inscribed", "series-1", 0.3, gettext_lazy("inscribed, could not deliver")),
    ("member", "series-5", 0.3, gettext_lazy("a group it belonged to was spoken for")),
    ("nothing", "series-0", 0.08, gettext_lazy("nothing recorded")),
    ("list-unknown", "series-unknown", 0.16, gettext_lazy("not known: no full list of speakers")),
    ("not-a-member", "", 0.0, gettext_lazy("not yet a member of the United Nations")),
    ("not-held", "", 0.0, gettext_lazy("no dialogue was held")),
)
STYLES = {mark: (style, height, words) for mark, style, height, words in MARKS}


def chart_of_year_grid(participant, grid):
    """The Chart of a participant, from its `year_grid()`."""
    seen = {mark for cell in grid for mark in cell.marks}
    return Chart(
        key="record",
        title=_("%s, dialogue by dialogue") % participant,
        description=_description(grid),
        legend=[
            LegendItem(style, words)
            for mark, style, _height, words in MARKS
            if style and mark in seen
        ],
        drawing=draw_columns([_column(cell) for cell in grid], plot=36, highest=1),
        header=[_("Year"), _("Dialogue"), _("Recorded"), _("On behalf of"), _("Printed under")],
        table=[_row(cell) for cell in grid],
    )


def _description(grid):
    """How many dialogues each mark stands for."""
    counts = Counter(mark for cell in grid for mark in cell.marks)
    ordered = [(str(words), counts[mark]) for mark, _s, _h, words in MARKS if mark in counts]
    return "; ".join(f"{words}: {count}" for words, count in ordered) + "." if ordered else ""


def _column(cell):
    marks = [mark for mark, *_rest in MARKS if mark in cell.marks]
    says = f"{cell.dialogue.short_title}: {_words(marks)}"
    parts = [
        Segment(STYLES[mark][0], STYLES[mark][1] / len(marks), says)
        for mark in marks
        if STYLES[mark][0]
    ]
    value = "" if cell.dialogue.was_held else NOT_HELD
    return ChartColumn(short_year(cell.dialogue.year), value, tuple(parts))


def _row(cell):
    dialogue = cell.dialogue
    spoken_for = [one.on_behalf_of_name for one in cell.participations if one.is_joint]
    printed = dict.fromkeys(one.group_as_printed for one in cell.participations)
    return [
        TableCell(str(dialogue.year)),
        dialogue_cell(dialogue),
        TableCell(_words(cell.marks)),
        TableCell("; ".join(spoken_for)),
        TableCell("; ".join(filter(None, printed))),
    ]


def _words(marks):
    return "; ".join(str(STYLES[mark][2]) for mark in marks)
