"""What a page computes as a file: its rows as CSV, or as JSON that says what they are."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from dialogues.exports.formats import CSV, table_to_csv


@dataclass(frozen=True)
class Table:
    """Rows under the names of their columns. A cell is a text, a number, None or several texts."""

    columns: tuple[str, ...]
    rows: Iterable[list]


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
    yield from table_to_csv([table.columns, *table.rows])


def to_json(table, about):
    """One object: what the table is, and its rows."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    yield json.dumps({"about": asdict(about), "rows": rows}, ensure_ascii=False).encode()


TABLE_FORMATS = {"csv": (to_csv, CSV), "json": (to_json, "application/json")}
