"""How many states of each regional group spoke, over the years."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.analysis.speakers_by_group import DialogueSpeakers
from dialogues.charts.chart import (
    NOT_HELD,
    Chart,
    DialogueLabel,
    LegendItem,
    TableCell,
    dialogue_cell,
    dialogue_labels,
    letters_of,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns
from dialogues.choices import Clock, FigureQualifier
from dialogues.models import Participant

REPORTED = "reported"
# The style sheet has as many colours; the UN has five regional groups.
MAX_COLOURS = 5

# By regional group, None for states in none: a LegendItem.
Legend = Mapping[Participant | None, LegendItem]


def chart_of_groups(
    groups: Sequence[Participant],
    dialogues: Sequence[DialogueSpeakers],
    clock: Clock = Clock.EITHER,
) -> Chart:
    """The Chart of the states that spoke in each dialogue, from `speakers_by_group()`."""
    known = [speakers for speakers in dialogues if speakers.is_known]
    legend = _legend(groups, known, clock)
    labels = dialogue_labels([speakers.dialogue for speakers in dialogues])
    columns = [
        _column(speakers, label, legend) for speakers, label in zip(dialogues, labels, strict=True)
    ]
    return Chart(
        key="participation",
        name=_("States that spoke, by regional group (%s)") % clock.label,
        title=_title(known),
        description=_description(known, dialogues),
        legend=[*legend.values(), LegendItem(REPORTED, _("number that a source prints"))],
        drawing=draw_columns(columns, with_amounts=True),
        header=[
            _("Year"),
            _("Dialogue"),
            *(item.label for item in legend.values()),
            _("States recorded"),
            _("Counted by sources"),
        ],
        table=[_row(speakers, legend) for speakers in dialogues],
        letters=letters_of([speakers.dialogue for speakers in dialogues], labels),
    )


def _legend(groups, known, clock) -> Legend:
    """A LegendItem for each group, and for None if some state is in no group."""
    styles = [f"series-{number}" for number in range(1, MAX_COLOURS + 1)]
    styles += ["series-0"] * len(groups)
    legend = {
        group: LegendItem(style, str(group)) for group, style in zip(groups, styles, strict=False)
    }
    if any(None in speakers.by_group for speakers in known):
        is_printed = clock == Clock.PRINTED
        label = _("No group printed") if is_printed else _("In no regional group")
        legend[None] = LegendItem("series-0", label)
    return legend


def _title(known):
    """The largest group of the latest full list."""
    name = _("States that spoke, by regional group")
    latest = known[-1] if known else None
    groups = {group: n for group, n in latest.by_group.items() if group} if latest else {}
    largest = [group for group, n in groups.items() if n == max(groups.values())]
    if len(largest) != 1:
        return name
    return _("%(n)s of the %(all)s states that spoke on %(when)s were %(group)s") % {
        "n": groups[largest[0]],
        "all": latest.states,
        "when": latest.dialogue.when,
        "group": largest[0],
    }


def _description(known, dialogues):
    lists = ngettext(
        "The list of speakers of %(n)s of %(all)s entries is recorded here in full.",
        "The lists of speakers of %(n)s of %(all)s entries are recorded here in full.",
        len(known),
    ) % {"n": len(known), "all": len(dialogues)}
    counts = "; ".join(
        _("%(dialogue)s: %(n)s states")
        % {"dialogue": speakers.dialogue.short_title, "n": speakers.states}
        for speakers in known
    )
    return f"{lists} {counts}." if counts else lists


def _column(speakers: DialogueSpeakers, place: DialogueLabel, legend: Legend) -> ChartColumn:
    title = speakers.dialogue.short_title
    segments = []
    for group, item in legend.items():
        if number := speakers.by_group.get(group):
            segments.append(Segment(item.style, number, f"{title}, {item.label}: {number}"))
    outlines = [
        Segment(REPORTED, float(figure.value), f"{title}: {_reported(figure)}")
        for figure in speakers.reported
    ]
    return ChartColumn(
        place.year, _value(speakers), tuple(segments), tuple(outlines), detail=place.letter
    )


def _value(speakers):
    """The number over a column: the recorded one, else the one that all sources print."""
    if speakers.is_known:
        return str(speakers.states)
    if not speakers.dialogue.was_held:
        return NOT_HELD
    amounts = {str(figure.amount) for figure in speakers.reported}
    return amounts.pop() if len(amounts) == 1 else ""


def _row(speakers: DialogueSpeakers, legend: Legend) -> list[TableCell]:
    dialogue, is_known = speakers.dialogue, speakers.is_known
    return [
        TableCell(str(dialogue.year)),
        dialogue_cell(dialogue),
        *(TableCell(str(speakers.by_group.get(group, 0)) if is_known else "") for group in legend),
        TableCell(str(speakers.states) if is_known else _not_known(dialogue)),
        TableCell("; ".join(_reported(figure) for figure in speakers.reported)),
    ]


def _not_known(dialogue):
    return _("not recorded in full") if dialogue.was_held else _("not held")


def _reported(figure):
    """A printed number with its unit and publisher."""
    is_exact = figure.qualifier == FigureQualifier.EXACT
    qualifier = "" if is_exact else f"{figure.get_qualifier_display()} "
    return f"{qualifier}{figure.amount} {figure.unit} ({figure.source.publisher or figure.source})"
