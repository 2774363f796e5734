"""Columns next to each other, in the units an SVG element prints."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from dialogues.charts.fills import FILLS, PATTERNS

# In pixels: the room above the columns for their values, and below for their labels.
MARGIN_TOP = 18
MARGIN_BOTTOM = 18
# For the second line of labels, if there is one.
DETAIL_HEIGHT = 12
# With more columns only some are labelled, or the labels would touch on a phone.
MAX_LABELS = 22
# The share of its place that a column fills.
COLUMN_WIDTH = 0.78
# The height in pixels of a segment that has room for its amount.
ROOM_FOR_AMOUNT = 14


class Segment(NamedTuple):
    """A piece of a column: its style, a key of FILLS, its amount, and its tooltip."""

    style: str
    amount: float
    tooltip: str


class ChartColumn(NamedTuple):
    """What is above one label: segments on top of each other, and outlines behind them.

    `detail` is a second line below the label.
    """

    label: str
    value: str = ""
    segments: tuple[Segment, ...] = ()
    outlines: tuple[Segment, ...] = ()
    # Whether the value is that of the outlines, and so above them.
    is_of_outlines: bool = False
    detail: str = ""


class Rectangle(NamedTuple):
    """A drawn segment: x and width in percent of the drawing, y and height in pixels."""

    style: str
    x: str
    y: str
    width: str
    height: str
    tooltip: str

    @property
    def fill(self):
        return FILLS[self.style]


class Label(NamedTuple):
    """A text: its middle in percent of the width, its base line in pixels."""

    x: str
    y: str
    text: str


@dataclass(frozen=True)
class Drawing:
    """All that an SVG element prints. It has no viewBox, so text keeps its size at any width."""

    height: int
    base: int
    rectangles: list[Rectangle]
    labels: list[Label]
    values: list[Label]
    # The second lines of the labels.
    details: list[Label]
    # The amounts of segments high enough to contain them.
    amounts: list[Label]
    is_map = False

    def height_in(self, _width: int) -> int:
        """The height of the drawing, which is the same at any width."""
        return self.height

    @property
    def patterns(self):
        """[(name, lines)] of the patterns of its rectangles."""
        names = {rectangle.fill.pattern for rectangle in self.rectangles}
        return [(name, lines) for name, lines in PATTERNS.items() if name in names]


@dataclass(frozen=True)
class _Scale:
    """The places of `columns` columns on the line `base`, with `unit` pixels for an amount of 1."""

    columns: int
    base: int
    unit: float

    def percent(self, columns):
        """The width of a number of columns."""
        return f"{100 / self.columns * columns:.2f}%"

    def label(self, number, height, text):
        """A Label at a height in pixels over (or, if negative, under) the middle of a column."""
        return Label(self.percent(number + 0.5), f"{self.base - height:.1f}", text)

    def rectangles(self, number, column):
        """The outlines of a column from the base line up, then its segments on each other."""
        rectangles = [self._rectangle(number, outline, 0) for outline in column.outlines]
        below = 0
        for segment in column.segments:
            rectangles.append(self._rectangle(number, segment, below))
            below += segment.amount
        return rectangles

    def amounts(self, number, column):
        """A Label in the middle of each segment of a column that has room for it."""
        labels, below = [], 0
        for segment in column.segments:
            if segment.amount * self.unit >= ROOM_FOR_AMOUNT:
                middle = (below + segment.amount / 2) * self.unit - 4
                labels.append(self.label(number, middle, str(segment.amount)))
            below += segment.amount
        return labels

    def _rectangle(self, number, segment, below):
        return Rectangle(
            style=segment.style,
            x=self.percent(number + (1 - COLUMN_WIDTH) / 2),
            y=f"{self.base - (below + segment.amount) * self.unit:.1f}",
            width=self.percent(COLUMN_WIDTH),
            height=f"{segment.amount * self.unit:.1f}",
            tooltip=segment.tooltip,
        )


def draw_columns(
    columns: Sequence[ChartColumn],
    column_height: int = 160,
    highest: float | None = None,
    with_amounts: bool = False,
) -> Drawing:
    """The Drawing of columns next to each other; `with_amounts`: those in its segments too.

    `column_height` is the height in pixels of the amount `highest`, by default that of the highest
    column.
    """
    highest = highest or max(map(_reach, columns), default=0) or 1
    base = MARGIN_TOP + column_height
    scale = _Scale(max(len(columns), 1), base, column_height / highest)
    numbered = list(enumerate(columns))
    labelled = _labelled(columns)
    details = [
        scale.label(number, 4 - MARGIN_BOTTOM - DETAIL_HEIGHT, columns[number].detail)
        for number in labelled
        if columns[number].detail
    ]
    return Drawing(
        height=base + MARGIN_BOTTOM + (DETAIL_HEIGHT if details else 0),
        base=base,
        rectangles=[
            rectangle
            for number, column in numbered
            for rectangle in scale.rectangles(number, column)
        ],
        labels=[
            scale.label(number, 4 - MARGIN_BOTTOM, columns[number].label) for number in labelled
        ],
        values=[
            scale.label(number, _height(column) * scale.unit + 4, column.value)
            for number, column in numbered
            if column.value and len(columns) <= MAX_LABELS
        ],
        details=details,
        amounts=[
            amount
            for number, column in numbered
            if with_amounts and len(column.segments) > 1 and len(columns) <= MAX_LABELS
            for amount in scale.amounts(number, column)
        ],
    )


def _reach(column):
    """How high the column and its outlines are."""
    total = sum(segment.amount for segment in column.segments)
    return max([total, *(outline.amount for outline in column.outlines)])


def _height(column):
    """Where the value is: on the segments; on the outlines if it is theirs, or without segments."""
    if column.is_of_outlines:
        return _reach(column)
    return sum(segment.amount for segment in column.segments) or _reach(column)


def _labelled(columns):
    """The numbers of the columns with a visible label: never the same twice in a row."""
    labels = [None, *((column.label, column.detail) for column in columns)]
    new = [number for number, (before, label) in enumerate(pairwise(labels)) if before != label]
    return new[:: math.ceil(len(new) / MAX_LABELS) or 1]
