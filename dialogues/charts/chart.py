"""A chart: its drawing, the words that say what it shows, and its numbers as a table."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import date_format

from dialogues.charts.drawing import Drawing


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
