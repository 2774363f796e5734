"""A chart: its drawing, the words that say what it shows, and its numbers as a table."""

from dataclasses import dataclass
from typing import NamedTuple

from dialogues.charts.svg import Drawing

# What stands over the place of a dialogue that was not held.
NOT_HELD = "–"


class TableLink(NamedTuple):
    """A record that a table names, and its page."""

    text: str
    url: str


class TableCell(NamedTuple):
    """One cell of a chart's table: its text, and the records named in it, if it names any."""

    text: str
    links: tuple[TableLink, ...] = ()


def linked_cell(*records):
    """The Cell that names these records."""
    links = tuple(TableLink(str(one), one.get_absolute_url()) for one in records)
    return TableCell("; ".join(link.text for link in links), links)


def dialogue_cell(dialogue):
    """The Cell that names a dialogue in few words."""
    name = dialogue.short_title
    return TableCell(name, (TableLink(name, dialogue.get_absolute_url()),))


def short_year(year):
    """A year as it is written under a column, where there is little room: 17."""
    return f"{year % 100:02}"


class LegendItem(NamedTuple):
    """What one way of drawing means: the class of the style sheet, and the words of the legend."""

    style: str
    label: str


@dataclass(frozen=True)
class Chart:
    """One chart. `title` names it, `description` says in a sentence what can be seen in it.

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
    def rows(self):
        """Each row as (name of the column, cell) pairs: on a phone a cell says what it is."""
        return [list(zip(self.header, row, strict=True)) for row in self.table]
