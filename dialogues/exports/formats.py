"""Table files of a statement list: CSV, JSON, JSON Lines and Excel."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from io import StringIO
from itertools import chain, islice

from dialogues.exports.statement_rows import COLUMNS
from dialogues.exports.workbook import workbook
from dialogues.text.formula_injection import BEGINS, escape_formula

CSV = "text/csv; charset=utf-8"
BLOCK_SIZE = 500  # rows written at a time


@dataclass(frozen=True)
class About:
    """What a file contains: the list's address and length, its edition, the label of the clock by
    which groups are counted, and the licence of the data."""

    title: str
    address: str
    count: int
    clock: str
    edition: str
    retrieved_at: str
    licence: str


def to_csv(rows: Iterable[Sequence], about: About) -> Iterator[bytes]:
    """CSV in UTF-8, with the byte order mark that Excel needs."""
    yield from table_to_csv(chain([COLUMNS], rows))


def table_to_csv(rows: Iterable[Sequence]) -> Iterator[bytes]:
    """The same of any rows; the first is the heading."""
    yield "\ufeff".encode()
    for block in _blocks(rows):
        text = StringIO()
        csv.writer(text).writerows(map(cells_of, block))
        yield text.getvalue().encode()


def to_json(rows: Iterable[Sequence], about: About) -> Iterator[bytes]:
    """One object: `about` the list, and its `statements`."""
    head = json.dumps({"about": asdict(about)}, ensure_ascii=False)
    yield head[:-1].encode() + b', "statements": ['
    comma = ""
    for block in _blocks(rows):
        yield (comma + ",\n".join(map(_object, block))).encode()
        comma = ",\n"
    yield b"]}\n"


def to_jsonl(rows: Iterable[Sequence], about: About) -> Iterator[bytes]:
    """JSON Lines: one object on each line."""
    for block in _blocks(rows):
        yield "".join(_object(row) + "\n" for row in block).encode()


def _to_xlsx(rows: Iterable[Sequence], about: About) -> Iterator[bytes]:
    """A workbook: the statements, and a sheet about the list."""
    yield from workbook(map(cells_of, rows), asdict(about))


FORMATS = {
    "csv": (to_csv, CSV),
    "json": (to_json, "application/json"),
    "jsonl": (to_jsonl, "application/jsonl; charset=utf-8"),
    "xlsx": (_to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def _blocks(rows):
    rows = iter(rows)
    while block := list(islice(rows, BLOCK_SIZE)):
        yield block


def _object(row):
    return json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)


def cells_of(row: Sequence) -> list:
    """The values as cells: lists joined, formulas escaped."""
    cells = ["; ".join(value) if type(value) is list else value for value in row]
    # One search for the whole row, because most rows have no formula and this is the hot loop.
    if BEGINS.search("\0".join([cell if type(cell) is str else "" for cell in ["", *cells]])):
        return [escape_formula(cell) if type(cell) is str else cell for cell in cells]
    return cells
