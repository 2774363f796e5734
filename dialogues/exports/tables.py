"""The table of an analysis page as a file: CSV, or JSON that says what it contains."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from dialogues.exports.formats import CSV, table_to_csv


@dataclass(frozen=True)
class Table:
    """Rows of a NamedTuple, whose fields are the columns. A cell is a text, a number, None or a
    list of texts."""

    row: Any
    rows: Iterable[Any]


@dataclass(frozen=True)
class AboutTable:
    """What a table contains: its address, the label of its clock, its edition, its licence."""

    title: str
    address: str
    clock: str
    edition: str
    retrieved_at: str
    licence: str


def to_csv(table: Table, about: AboutTable) -> Iterator[bytes]:
    """Comma-separated values with a heading."""
    yield from table_to_csv(chain([table.row._fields], table.rows))


def to_json(table: Table, about: AboutTable) -> Iterator[bytes]:
    """One object: `about` the table, and its `rows`."""
    rows = [row._asdict() for row in table.rows]
    content = {"about": asdict(about), "rows": rows}
    yield json.dumps(content, ensure_ascii=False, default=float).encode()


TABLE_FORMATS = {"csv": (to_csv, CSV), "json": (to_json, "application/json")}
