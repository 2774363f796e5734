"""Participation by regional group over the years."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.charts.chart import (
    NOT_HELD,
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    short_year,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns
from dialogues.choices import Clock, FigureQualifier

REPORTED = "series-reported"
# As many series as the style sheet has colours for; the UN has five regional groups.
COLOURS = 5


def chart_of_groups(groups, dialogues, clock=Clock.EITHER):
    """The Chart of the states that spoke in each dialogue, from `speakers_by_group()`."""
    nowhere = _("No group printed") if clock == Clock.PRINTED else _("In no regional group")
    names = {group: str(group) for group in groups} | {None: nowhere}
    styles = dict.fromkeys([*groups, None], "series-0")
    styles |= {group: f"series-{n}" for n, group in enumerate(groups[:COLOURS], 1)}
    known = [one for one in dialogues if one.is_known]
    in_none = any(None in one.by_group for one in known)
    shown = [*groups, *([None] if in_none else [])]
    return Chart(
        key="participation",
        title=_("States that spoke, by regional group (%s)") % clock.label,
        description=_description(known, dialogues),
        legend=[
            *(LegendItem(styles[group], names[group]) for group in shown),
            LegendItem(REPORTED, _("number that a source prints")),
        ],
        drawing=draw_columns([_column(one, shown, styles, names) for one in dialogues]),
        header=[
            _("Year"),
            _("Dialogue"),
            *(names[group] for group in shown),
            _("States recorded"),
            _("Counted by sources"),
        ],
        table=[_row(one, shown) for one in dialogues],
    )


def _description(known, dialogues):
    said = ngettext(
        "The list of speakers of %(n)s of %(all)s entries is recorded here in full.",
        "The lists of speakers of %(n)s of %(all)s entries are recorded here in full.",
        len(known),
    ) % {"n": len(known), "all": len(dialogues)}
    counts = "; ".join(
        _("%(dialogue)s: %(n)s states") % {"dialogue": one.dialogue.short_title, "n": one.states}
        for one in known
    )
    return f"{said} {counts}." if counts else said


def _column(one, shown, styles, names):
    parts = [
        Segment(
            styles[group],
            one.by_group[group],
            f"{one.dialogue.short_title}, {names[group]}: {one.by_group[group]}",
        )
        for group in shown
        if one.by_group.get(group)
    ]
    outlines = [
        Segment(REPORTED, float(figure.value), f"{one.dialogue.short_title}: {_reported(figure)}")
        for figure in one.reported
    ]
    return ChartColumn(short_year(one.dialogue.year), _value(one), tuple(parts), tuple(outlines))


def _value(one):
    """The number over a column: recorded; else printed, where sources print one and the same."""
    if one.is_known:
        return str(one.states)
    if not one.dialogue.was_held:
        return NOT_HELD
    amounts = {str(figure.amount) for figure in one.reported}
    return amounts.pop() if len(amounts) == 1 else ""


def _row(one, shown):
    dialogue = one.dialogue
    return [
        TableCell(str(dialogue.year)),
        dialogue_cell(dialogue),
        *(TableCell(str(one.by_group.get(group, 0)) if one.is_known else "") for group in shown),
        TableCell(str(one.states) if one.is_known else _not_known(dialogue)),
        TableCell("; ".join(map(_reported, one.reported))),
    ]


def _not_known(dialogue):
    return _("not recorded in full") if dialogue.was_held else _("not held")


def _reported(figure):
    """A printed number with its unit and who printed it."""
    qualifier = (
        "" if figure.qualifier == FigureQualifier.EXACT else f"{figure.get_qualifier_display()} "
    )
    return f"{qualifier}{figure.amount} {figure.unit} ({figure.source.publisher or figure.source})"
