"""Columns side by side, as an SVG prints them."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

# In pixels: the room above the columns for their values, and below for their labels.
ABOVE = 18
BELOW = 18
# With more columns only some are labelled, or the labels would touch on a phone.
MOST_LABELS = 22
# How much of its place a column takes.
FILLED = 0.78


class Segment(NamedTuple):
    """A piece of a column: how it is drawn, how much it is, and what is said when pointed at."""

    style: str
    amount: float
    says: str


class ChartColumn(NamedTuple):
    """What stands above one label: parts on top of each other, and outlines behind them."""

    label: str
    value: str = ""
    parts: tuple[Segment, ...] = ()
    outlines: tuple[Segment, ...] = ()


class Rectangle(NamedTuple):
    """A piece as it is drawn: across in percent of the width, down in pixels."""

    style: str
    x: str
    y: str
    width: str
    height: str
    says: str


class Label(NamedTuple):
    """A text of the drawing: its middle in percent of the width, its base line in pixels."""

    x: str
    y: str
    text: str


@dataclass(frozen=True)
class Drawing:
    """All that an SVG prints. Without a viewBox: text keeps its size at any width."""

    height: int
    base: int
    rectangles: list[Rectangle]
    labels: list[Label]
    values: list[Label]


@dataclass(frozen=True)
class _Scale:
    """Where things stand: `columns` side by side on the line `base`, `unit` pixels for each 1."""

    columns: int
    base: int
    unit: float

    def percent(self, number):
        """How far from the start the given number of columns reaches."""
        return f"{100 / self.columns * number:.2f}%"

    def label(self, number, height, text):
        """A text over or under the middle of a column."""
        return Label(self.percent(number + 0.5), f"{self.base - height:.1f}", text)

    def rectangles(self, number, column):
        """The outlines of a column from the base line up, then its parts on top of each other."""
        outlines = [self._rectangle(number, part, 0) for part in column.outlines]
        below, parts = 0, []
        for part in column.parts:
            parts.append(self._rectangle(number, part, below))
            below += part.amount
        return outlines + parts

    def _rectangle(self, number, part, below):
        return Rectangle(
            style=part.style,
            x=self.percent(number + (1 - FILLED) / 2),
            y=f"{self.base - (below + part.amount) * self.unit:.1f}",
            width=self.percent(FILLED),
            height=f"{part.amount * self.unit:.1f}",
            says=part.says,
        )


def draw_columns(columns, plot=160, highest=None):
    """The Drawing of columns side by side: the highest, or what is given as that, `plot` pixels."""
    highest = highest or max(map(_reach, columns), default=0) or 1
    base = ABOVE + plot
    scale = _Scale(max(len(columns), 1), base, plot / highest)
    numbered = list(enumerate(columns))
    return Drawing(
        height=base + BELOW,
        base=base,
        rectangles=[one for number, column in numbered for one in scale.rectangles(number, column)],
        labels=[scale.label(n, 4 - BELOW, columns[n].label) for n in _labelled(columns)],
        values=[
            scale.label(number, _height(column) * scale.unit + 4, column.value)
            for number, column in numbered
            if column.value and len(columns) <= MOST_LABELS
        ],
    )


def _reach(column):
    """How high the column and its outlines are."""
    return max(
        [sum(part.amount for part in column.parts), *(part.amount for part in column.outlines)]
    )


def _height(column):
    """Where the value stands: on the parts; where there are none, on the outlines."""
    return sum(part.amount for part in column.parts) or _reach(column)


def _labelled(columns):
    """The numbers of the columns whose label is shown: not twice the same, and not too many."""
    labels = [None, *(column.label for column in columns)]
    new = [number for number, (before, now) in enumerate(pairwise(labels)) if before != now]
    return new[:: math.ceil(len(new) / MOST_LABELS) or 1]
