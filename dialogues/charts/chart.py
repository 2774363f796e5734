"""A chart: its drawing, a sentence that says what it shows, and its numbers as a table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple, Protocol

from django.utils.formats import date_format

from dialogues.charts.fills import FILLS
from dialogues.charts.map_drawing import MapDrawing
from dialogues.charts.svg import Drawing
from dialogues.models import Dialogue

# Shown above the place of a dialogue that was not held.
NOT_HELD = "–"


class TableLink(NamedTuple):
    """A record in a table cell, and its page."""

    text: str
    url: str


class TableCell(NamedTuple):
    """A cell of a chart's table: its text, and the links for the records it names."""

    text: str
    links: tuple[TableLink, ...] = ()


class LinkedRecord(Protocol):
    """A record with a page."""

    def get_absolute_url(self) -> str: ...


def linked_cell(records: Iterable[LinkedRecord]) -> TableCell:
    """The TableCell that names these records."""
    links = tuple(TableLink(str(record), record.get_absolute_url()) for record in records)
    return TableCell("; ".join(link.text for link in links), links)


def dialogue_cell(dialogue: Dialogue) -> TableCell:
    """The TableCell with the short title of a dialogue."""
    link = TableLink(dialogue.short_title, dialogue.get_absolute_url())
    return TableCell(link.text, (link,))


def short_year(year: int) -> str:
    """A year in two digits, for the narrow labels below columns: 17."""
    return f"{year % 100:02}"


class DialogueLabel(NamedTuple):
    """The year in two digits; a letter if the year has several dialogues, a for its first."""

    year: str
    letter: str


def letters_of(dialogues: Sequence[Dialogue], labels: Sequence[DialogueLabel]) -> str:
    """What the letters mean: 16a 26 Feb, 16b 3 Mar. "" without letters."""
    return ", ".join(
        f"{label.year}{label.letter} {date_format(dialogue.held_on, 'j M')}"
        for dialogue, label in zip(dialogues, labels, strict=True)
        if label.letter and dialogue.held_on
    )


def dialogue_labels(dialogues: Sequence[Dialogue]) -> list[DialogueLabel]:
    """A DialogueLabel for each dialogue. They must be the oldest first.

    The letters are those of these dialogues: a chart says with `letters_of` what they mean.
    """
    of_year = Counter(dialogue.year for dialogue in dialogues)
    seen = Counter()
    labels = []
    for dialogue in dialogues:
        year = dialogue.year
        letter = ascii_lowercase[seen[year] % 26] if of_year[year] > 1 else ""
        labels.append(DialogueLabel(short_year(year), letter))
        seen[year] += 1
    return labels


class LegendItem(NamedTuple):
    """The style of a segment, and what it means."""

    style: str
    label: str

    @property
    def fill(self):
        return FILLS[self.style]


class Panel(NamedTuple):
    """A drawing in a picture, and its heading; "" if it is the only one."""

    heading: str
    drawing: Drawing | MapDrawing


@dataclass(frozen=True, kw_only=True)
class TabledChart:
    """What all charts have. `key` begins their element ids.

    `name` is what it shows; `title` says what is seen in it, in a sentence; `description` is a
    sentence for its `desc` element. `table` has a list of cells for each row, under `header`.
    """

    key: str
    name: str
    title: str
    description: str
    header: list[str]
    table: list[list[TableCell]]
    legend: Sequence[LegendItem] = ()
    # What the letters below the columns mean.
    letters: str = ""
    # What readers must know to read it.
    note: str = ""

    @property
    def rows(self) -> list[list[tuple[str, TableCell]]]:
        """Each row as (column name, cell) pairs, so that a cell on a phone can have its name."""
        return [list(zip(self.header, row, strict=True)) for row in self.table]


@dataclass(frozen=True, kw_only=True)
class Chart(TabledChart):
    """One drawing with its numbers. `url` is the page of what it is about, if it is one of many."""

    drawing: Drawing | MapDrawing
    url: str = ""

    @property
    def panels(self) -> list[Panel]:
        return [Panel("", self.drawing)]


@dataclass(frozen=True, kw_only=True)
class SmallMultiples(TabledChart):
    """Charts of one scale, with one table."""

    charts: list[Chart]

    @property
    def panels(self) -> list[Panel]:
        return [Panel(chart.title, chart.drawing) for chart in self.charts]
