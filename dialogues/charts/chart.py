"""A chart: its drawing, a sentence that says what it shows, and its numbers as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

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


class LegendItem(NamedTuple):
    """A class of the style sheet, and what it means."""

    style: str
    label: str


@dataclass(frozen=True)
class Chart:
    """One chart. `key` begins its element ids; `description` is a sentence for its `desc` element.

    `table` has a list of cells for each row, under `header`.
    """

    key: str
    title: str
    description: str
    legend: list[LegendItem]
    drawing: Drawing
    header: list[str]
    table: list[list[TableCell]]

    @property
    def rows(self) -> list[list[tuple[str, TableCell]]]:
        """Each row as (column name, cell) pairs, so that a cell on a phone can have its name."""
        return [list(zip(self.header, row, strict=True)) for row in self.table]
