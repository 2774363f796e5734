"""States on a map: in how many dialogues each spoke, or what each did in one dialogue.

The outlines are those of Natural Earth (1:50m, public domain), in the Equal Earth projection, which
keeps areas; see docs/analysis.md for what was done with disputed areas.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.analysis.coverage import Ledger
from dialogues.analysis.coverage_status import CoverageStatus
from dialogues.models import Dialogue, Participant

OUTLINES = Path(__file__).with_name("outlines.json")
# The least number of dialogues of each shade, the darkest first.
SHADES = ((6, 3), (3, 2), (1, 1), (0, 0))
SPOKE = {CoverageStatus.OWN, CoverageStatus.BOTH}
NAMED = {CoverageStatus.NAMED, CoverageStatus.ALIGNED}


class MapShape(NamedTuple):
    """A state: its outline (an SVG path; "" if it is too small), or its place, and its shade.

    `shade` is from 0, nothing recorded, to 3.
    """

    slug: str
    outline: str
    place: tuple[int, int] | None
    shade: int
    tooltip: str


class Shade(NamedTuple):
    """A shade and what it means."""

    shade: int
    label: str


@dataclass(frozen=True)
class WorldMap:
    """All that an SVG element prints, as SVG paths.

    `other` is land that belongs to no state shown, `undetermined` land whose status is not settled,
    to draw over the states, `lines` the boundaries that are not agreed.
    """

    width: int
    height: int
    shapes: list[MapShape]
    other: str
    undetermined: str
    lines: str
    legend: list[Shade]
    title: str


def map_of_speakers(states: Iterable[Participant]) -> WorldMap:
    """The WorldMap of states loaded with_listing: in how many dialogues each spoke."""
    states = list(states)
    shades = {state: _shade(state.dialogue_count) for state in states}
    texts = {state: f"{state}: {state.dialogue_count}" for state in states}
    legend = [
        Shade(3, _("6 dialogues or more")),
        Shade(2, _("3 to 5")),
        Shade(1, _("1 or 2")),
        Shade(0, _("none recorded")),
    ]
    spoke = sum(state.dialogue_count > 0 for state in states)
    title = _("%(n)s of %(all)s states and observers are recorded as speaking in a dialogue")
    return _map(shades, texts, legend, title % {"n": spoke, "all": len(states)})


def map_of_dialogue(
    ledger: Ledger, dialogue: Dialogue, observers: Mapping[Participant, bool]
) -> WorldMap:
    """The WorldMap of one dialogue: who took the floor, and who is named as spoken for.

    `observers` says of each whether it took the floor: the ledger has member states only.
    """
    statuses = {state: ledger.status(dialogue, state) for state in ledger.states}
    statuses |= {
        observer: CoverageStatus.OWN if spoke else CoverageStatus.NOTHING
        for observer, spoke in observers.items()
    }
    shades = {
        state: 3 if status in SPOKE else 2 if status in NAMED else 0
        for state, status in statuses.items()
    }
    texts = {state: f"{state}: {status.label}" for state, status in statuses.items()}
    legend = [
        Shade(3, _("took the floor")),
        Shade(2, _("spoken for or aligned, by name")),
        Shade(0, _("neither recorded")),
    ]
    spoke = sum(status in SPOKE for status in statuses.values())
    title = ngettext(
        "%(n)s state or observer is recorded as speaking on %(when)s",
        "%(n)s states and observers are recorded as speaking on %(when)s",
        spoke,
    )
    return _map(shades, texts, legend, title % {"n": spoke, "when": dialogue.when})


def _shade(number):
    return next(shade for least, shade in SHADES if number >= least)


def _map(shades: Mapping, texts: Mapping, legend: list[Shade], title: str) -> WorldMap:
    outlines = _outlines()
    shapes = [
        MapShape(
            state.slug,
            outlines["states"].get(state.slug, ""),
            outlines["points"].get(state.slug),
            shade,
            texts[state],
        )
        for state, shade in shades.items()
    ]
    size = outlines["width"], outlines["height"]
    areas = (outlines[name] for name in ("other", "undetermined", "lines"))
    return WorldMap(*size, shapes, *areas, legend, title)


@cache
def _outlines():
    """{"states": {slug: path}, "points": {slug: [x, y]}, "width", "height", and other paths}."""
    return json.loads(OUTLINES.read_text())
