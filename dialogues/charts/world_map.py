"""States on a map: in how many dialogues each spoke, or what each did in one dialogue."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from dialogues.analysis.coverage import Ledger
from dialogues.analysis.coverage_status import CoverageStatus
from dialogues.charts.chart import Chart, LegendItem, TableCell, linked_cell
from dialogues.charts.map_drawing import draw_map
from dialogues.models import Dialogue, Participant

# The least number of dialogues of each style, the darkest first.
SHADES = ((6, "shade-3"), (3, "shade-2"), (1, "shade-1"), (0, "shade-0"))
SPOKE = {CoverageStatus.OWN, CoverageStatus.BOTH}
NAMED = {CoverageStatus.NAMED, CoverageStatus.ALIGNED}

NOTE = _lazy(
    "“The boundaries and names shown and the designations used on this map do not imply official"
    " endorsement or acceptance by the United Nations” (the United Nations’ note on its own maps;"
    " it has not cleared this one). Dotted lines are not agreed, such as the Line of Control in"
    " Jammu and Kashmir. A dispute exists between Argentina and the United Kingdom on the Falkland"
    " Islands (Malvinas). Outlines: Natural Earth, simplified, areas in proportion."
)


def map_of_speakers(states: Iterable[Participant]) -> Chart:
    """The Chart of states loaded with_listing: in how many dialogues each spoke."""
    states = sorted(states, key=lambda state: (-state.dialogue_count, state.name))
    spoke = sum(state.dialogue_count > 0 for state in states)
    title = _("%(n)s of %(all)s states and observers are recorded as speaking in a dialogue")
    legend = [
        LegendItem("shade-3", _("6 dialogues or more")),
        LegendItem("shade-2", _("3 to 5")),
        LegendItem("shade-1", _("1 or 2")),
        LegendItem("shade-0", _("none recorded")),
    ]
    return _chart(
        title % {"n": spoke, "all": len(states)},
        legend,
        {state: _shade(state.dialogue_count) for state in states},
        {state: str(state.dialogue_count) for state in states},
        _("Dialogues in which it is recorded as speaking"),
    )


def map_of_dialogue(
    ledger: Ledger, dialogue: Dialogue, observers: Mapping[Participant, bool]
) -> Chart:
    """The Chart of one dialogue: who took the floor, and who is named as spoken for.

    `observers` says of each whether it took the floor: the ledger has member states only.
    """
    statuses = {state: ledger.status(dialogue, state) for state in ledger.states}
    statuses |= {
        observer: CoverageStatus.OWN if spoke else CoverageStatus.NOTHING
        for observer, spoke in observers.items()
    }
    spoke = sum(status in SPOKE for status in statuses.values())
    title = ngettext(
        "%(n)s state or observer is recorded as speaking on %(when)s",
        "%(n)s states and observers are recorded as speaking on %(when)s",
        spoke,
    )
    legend = [
        LegendItem("shade-3", _("took the floor")),
        LegendItem("shade-2", _("spoken for or aligned, by name")),
        LegendItem("shade-0", _("neither recorded")),
    ]
    return _chart(
        title % {"n": spoke, "when": dialogue.when},
        legend,
        {state: _shade_of(status) for state, status in statuses.items()},
        {state: str(status.label) for state, status in statuses.items()},
        _("Recorded on %s") % dialogue.when,
    )


def _shade(number):
    return next(style for least, style in SHADES if number >= least)


def _shade_of(status):
    return "shade-3" if status in SPOKE else "shade-2" if status in NAMED else "shade-0"


def _chart(title, legend, styles, texts, column):
    """The Chart of {state: style} and {state: text of its cell in the column}."""
    other = LegendItem("land", _("land of no state shown, or of a status that is not determined"))
    return Chart(
        key="map",
        name=_("Map of speakers"),
        title=title,
        description=_("The numbers are in the table."),
        legend=[*legend, other],
        drawing=draw_map(styles, {state: f"{state}: {text}" for state, text in texts.items()}),
        header=[_("State or observer"), column],
        table=[[linked_cell([state]), TableCell(text)] for state, text in texts.items()],
        note=str(NOTE),
    )
