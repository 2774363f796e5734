"""A chart: its drawing, the words that say what it shows, and its numbers as a table."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import date_format

# In pixels: the room above the columns for their values, and below for their labels.
ABOVE = 18
BELOW = 18
# How much of its place a column takes.
FILLED = 0.78


class Link(NamedTuple):
    """A record that a table names, and its page."""

    text: str
    url: str


class Cell(NamedTuple):
    """One cell of a chart's table: its text, and the records named in it, if it names any."""

    text: str
    links: tuple[Link, ...] = ()


def naming(*records):
    """The Cell that names these records."""
    links = tuple(Link(str(one), one.get_absolute_url()) for one in records)
    return Cell("; ".join(link.text for link in links), links)


def called(dialogue):
    """A dialogue in few words: its forum and first day."""
    day = date_format(dialogue.held_on, "j F Y") if dialogue.held_on else dialogue.year
    return f"{dialogue.get_forum_display()}, {day}"


def naming_dialogue(dialogue):
    """The Cell that names a dialogue in few words."""
    return Cell(called(dialogue), (Link(called(dialogue), dialogue.get_absolute_url()),))


class Series(NamedTuple):
    """What one way of drawing means: the class of the style sheet, and the words of the legend."""

    style: str
    label: str


class Part(NamedTuple):
    """A piece of a column: how it is drawn, how much it is, and what is said when pointed at."""

    style: str
    amount: float
    says: str


class Column(NamedTuple):
    """What stands above one label: parts on top of each other, and outlines behind them."""

    label: str
    value: str = ""
    parts: tuple[Part, ...] = ()
    outlines: tuple[Part, ...] = ()


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
class Chart:
    """One chart. `title` names it, `description` says in a sentence what can be seen in it.

    `table` has a list of cells for each row, under `header`.
    """

    key: str
    title: str
    description: str
    legend: list[Series]
    drawing: Drawing
    header: list[str]
    table: list[list[Cell]]


def draw(columns, plot=160):
    """The Drawing of columns side by side, the highest `plot` pixels high."""
    highest = max((_height(column) for column in columns), default=0) or 1
    base = ABOVE + plot
    place = 100 / max(len(columns), 1)
    rectangles, labels, values = [], [], []
    for number, column in enumerate(columns):
        x, middle = place * (number + (1 - FILLED) / 2), f"{place * (number + 0.5):.2f}%"
        across = f"{x:.2f}%", f"{place * FILLED:.2f}%"
        for part in column.outlines:
            rectangles.append(_rectangle(part, across, base, plot / highest))
        top = base
        for part in column.parts:
            rectangles.append(_rectangle(part, across, top, plot / highest))
            top -= part.amount * plot / highest
        labels.append(Label(middle, f"{base + BELOW - 4}", column.label))
        if column.value:
            values.append(
                Label(middle, f"{base - _height(column) * plot / highest - 4:.1f}", column.value)
            )
    return Drawing(base + BELOW, base, rectangles, labels, values)


def _height(column):
    """What the column and its outlines reach."""
    return max(
        [sum(part.amount for part in column.parts), *(part.amount for part in column.outlines)]
    )


def _rectangle(part, across, bottom, scale):
    x, width = across
    height = part.amount * scale
    return Rectangle(part.style, x, f"{bottom - height:.1f}", width, f"{height:.1f}", part.says)
