"""The columns of a table of speakers: what each holds, recognised by its heading and its cells."""

import re
from collections import Counter
from dataclasses import dataclass

from dialogues.speaker_lists.cell_names import names_in
from dialogues.speaker_lists.headings import split_heading
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.lines import Line
from dialogues.speaker_lists.people import has_title, is_office
from dialogues.speaker_lists.prose import is_furniture

NAMES, GROUP, PERSON, OFFICE, NUMBER, OTHER = "names group person office number other".split()
ROLES = (NAMES, GROUP, PERSON, OFFICE, NUMBER, OTHER)
NUMBERING = re.compile(r"^(?:no|nr|n°|№)?[.\s]*\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])?[.)]?$", re.I)
HEADINGS = {
    NUMBER: r"no|nr|n°|№|#|number|order|time|date|day|start|end|length|minutes|duration|meeting",
    GROUP: r"group|regional group|region|category|type",
    PERSON: r"speaker|name|person|delegate|representative|name of (?:the )?\w+",
    OFFICE: r"title|position|office|function|designation|rank|role|capacity",
    NAMES: r"delegation|delegations|country|countries|state|states|member state|member states"
    r"|participant|participants|organi[sz]ation|entity|country/organi[sz]ation|on behalf of",
    OTHER: r"remarks?|notes?|comments?|webcast|video|link|language|statement|document",
}
HEADING_PATTERNS = {role: re.compile(words, re.I) for role, words in HEADINGS.items()}
# Of the cells of a column: fewer known names may be there by chance.
MIN_SHARE = 0.5
MAX_EXAMPLES = 3


@dataclass(frozen=True)
class Column:
    """A column: its number from 0, what it seems to hold (one of ROLES), what a person says it
    holds, and cells as examples."""

    index: int
    recognised: str
    given: str
    examples: tuple[str, ...]

    @property
    def role(self) -> str:
        return self.given or self.recognised


def read_columns(rows: list[Line], known: KnownNames, given: dict[int, str]) -> list[Column]:
    """The columns of all rows; `given` are roles that a person gave, by number of column."""
    labels = rows[0].cells if rows and is_row_of_labels(rows[0]) else ()
    body = rows[1:] if labels else rows
    width = max((len(row.cells) for row in rows), default=0)
    cells = [[cell for row in body if (cell := cell_at(row, index))] for index in range(width)]
    kinds = [Counter(_kind(cell, known) for cell in column) for column in cells]
    has_names = any(_holds_names(kind) for kind in kinds)
    columns = []
    for index, kind in enumerate(kinds):
        label = _role_of_label(labels[index]) if index < len(labels) else ""
        comes_first = not any(column.role == NAMES for column in columns)
        recognised = _role(kind, label, comes_first or not has_names)
        examples = tuple(cells[index][:MAX_EXAMPLES])
        columns.append(Column(index, recognised, given.get(index, ""), examples))
    return columns


def cell_at(row: Line, index: int) -> str:
    """A cell of a row; empty where the row is shorter."""
    return row.cells[index].strip() if index < len(row.cells) else ""


def role_of_cell(cell: str, column: Column, known: KnownNames) -> str:
    """How a cell is read: as its column, or OTHER if it holds something else, so that it is shown.

    In a column of numbers that is what is no number, in others a name. What a person says holds.
    """
    kind = "" if column.given else _kind(cell, known)
    is_misplaced = (
        kind == NAMES
        if column.role in (GROUP, PERSON, OFFICE)
        else (column.role == NUMBER and kind not in ("", NUMBER))
    )
    return OTHER if is_misplaced else column.role


def is_row_of_labels(row: Line) -> bool:
    """Whether a row names the columns: "No., Delegation, Speaker, Time"."""
    cells = [cell for cell in row.cells if cell.strip()]
    return len(cells) > 1 and all(map(_role_of_label, cells))


def _role_of_label(cell):
    label = cell.strip(" .:*")
    return next((role for role, words in HEADING_PATTERNS.items() if words.fullmatch(label)), "")


def _role(kinds, label, may_be_names):
    """What a column holds, by the kinds of its cells, then by its label."""
    number = sum(kinds.values())
    if kinds[GROUP] > kinds[NAMES] and kinds[GROUP] >= MIN_SHARE * number:
        return GROUP
    if _holds_names(kinds):
        return NAMES
    if label:
        return label
    kind, count = kinds.most_common(1)[0] if kinds else (NUMBER, 0)
    if kind == OTHER and may_be_names:
        return NAMES
    return kind if count > MIN_SHARE * number or not number else OTHER


def _holds_names(kinds):
    return kinds[NAMES] > 0 and kinds[NAMES] >= MIN_SHARE * sum(kinds.values())


def _kind(cell, known):
    """What a cell looks like: one of ROLES."""
    if NUMBERING.fullmatch(cell) or is_furniture(cell):
        return NUMBER
    heading, names = split_heading(cell, known)
    if heading and not names:
        return GROUP
    if any(known.is_name(name.partition("(")[0].strip()) for name in names_in(names, known)):
        return NAMES
    if has_title(cell):
        return PERSON
    return OFFICE if is_office(cell) else OTHER
