"""The outlines of states as a drawing.

They are those of Natural Earth (1:50m, public domain), in the Equal Earth projection, which keeps
areas; see docs/analysis.md for what was done with disputed areas.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dialogues.charts.fills import FILLS

OUTLINES = Path(__file__).with_name("outlines.json")


class MapShape(NamedTuple):
    """A state: its outline (an SVG path; "" if it is too small), or its place, and its style."""

    slug: str
    outline: str
    place: tuple[int, int] | None
    style: str
    tooltip: str

    @property
    def fill(self):
        return FILLS[self.style]


@dataclass(frozen=True)
class MapDrawing:
    """All that an SVG element with this viewBox prints, as SVG paths.

    `other` is land that belongs to no state shown, `undetermined` land whose status is not settled,
    to draw over the states, `lines` the boundaries that are not agreed.
    """

    width: int
    height: int
    shapes: list[MapShape]
    other: str
    undetermined: str
    lines: str
    patterns = ()
    is_map = True

    def height_in(self, width: int) -> int:
        """The height of the map if it is as wide as this."""
        return round(width * self.height / self.width)


def draw_map(styles: Mapping, tooltips: Mapping) -> MapDrawing:
    """The MapDrawing of states and observers: {state: key of FILLS} and {state: text}."""
    outlines = _outlines()
    shapes = [
        MapShape(
            state.slug,
            outlines["states"].get(state.slug, ""),
            outlines["points"].get(state.slug),
            style,
            tooltips[state],
        )
        for state, style in styles.items()
    ]
    size = outlines["width"], outlines["height"]
    areas = (outlines[name] for name in ("other", "undetermined", "lines"))
    return MapDrawing(*size, shapes, *areas)


@cache
def _outlines():
    """{"states": {slug: path}, "points": {slug: [x, y]}, "width", "height", and other paths}."""
    return json.loads(OUTLINES.read_text())
