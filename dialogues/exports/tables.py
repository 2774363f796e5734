"""What a page computes as a file: its rows as CSV, or as JSON that says what they are."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import chain

from dialogues.exports.formats import CSV, table_to_csv


@dataclass(frozen=True)
class Table:
    """Rows of one NamedTuple, whose fields are the columns. A cell is a text, a number, None or
    several texts."""

    row: type
    rows: Iterable[tuple]


@dataclass(frozen=True)
class AboutTable:
    """What a table is: the address it came from, by which clock it counts, and as of when."""

    title: str
    address: str
    clock: str
    edition: str
    retrieved_at: str


def to_csv(table, about):
    """Comma-separated values with a heading."""
    yield from table_to_csv(chain([table.row._fields], table.rows))


def to_json(table, about):
    """One object: what the table is, and its rows."""
    rows = [row._asdict() for row in table.rows]
    told = {"about": asdict(about), "rows": rows}
    yield json.dumps(told, ensure_ascii=False, default=float).encode()


TABLE_FORMATS = {"csv": (to_csv, CSV), "json": (to_json, "application/json")}
