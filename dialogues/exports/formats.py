"""Table files of a statement list: CSV, JSON, JSON Lines and Excel."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from io import StringIO
from itertools import chain, count, islice
from tempfile import TemporaryFile

from django.utils.translation import gettext as _
from openpyxl import Workbook

from dialogues.exports.statement_rows import COLUMNS
from dialogues.text.characters import NOT_IN_XML
from dialogues.text.formula_injection import BEGINS, escape_formula

CSV = "text/csv; charset=utf-8"
BLOCK_SIZE = 500  # rows written at a time
CHUNK_SIZE = 64 * 1024  # bytes
# Limits of Excel: rows on one sheet without the heading, and characters in one cell.
MAX_SHEET_ROWS = 1_048_575
MAX_CELL_LENGTH = 32_767


@dataclass(frozen=True)
class About:
    """What a file contains: the list's address and length, its edition, and the label of the
    clock by which groups are counted."""

    title: str
    address: str
    count: int
    clock: str
    edition: str
    retrieved_at: str


def to_csv(rows: Iterable[Sequence], about: About) -> Iterator[bytes]:
    """CSV in UTF-8, with the byte order mark that Excel needs."""
    yield from table_to_csv(chain([COLUMNS], rows))


def table_to_csv(rows: Iterable[Sequence]) -> Iterator[bytes]:
    """The same of any rows; the first is the heading."""
    yield "\ufeff".encode()
    for block in _blocks(rows):
        text = StringIO()
        csv.writer(text).writerows(map(_cells, block))
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


def to_xlsx(rows: Iterable[Sequence], about: About) -> Iterator[bytes]:
    """A workbook: the statements, and a sheet about the list. It is built in a temporary file."""
    book = Workbook(write_only=True)
    _fill(book.create_sheet(_("About")), asdict(about).items())
    rows = iter(rows)
    for number in count(1):
        sheet_rows = list(islice(rows, 1))
        if number > 1 and not sheet_rows:
            break
        sheet = book.create_sheet(_("Statements") + (f" {number}" if number > 1 else ""))
        _fill(sheet, chain([COLUMNS], sheet_rows, islice(rows, MAX_SHEET_ROWS - 1)))
    book.active = 1
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(CHUNK_SIZE):
            yield chunk


FORMATS = {
    "csv": (to_csv, CSV),
    "json": (to_json, "application/json"),
    "jsonl": (to_jsonl, "application/jsonl; charset=utf-8"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def _blocks(rows):
    rows = iter(rows)
    while block := list(islice(rows, BLOCK_SIZE)):
        yield block


def _object(row):
    return json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)


def _cells(row):
    """The values as cells: lists joined, formulas escaped."""
    cells = ["; ".join(value) if type(value) is list else value for value in row]
    # One search for the whole row, because most rows have no formula and this is the hot loop.
    if BEGINS.search("\0".join([cell if type(cell) is str else "" for cell in ["", *cells]])):
        return [escape_formula(cell) if type(cell) is str else cell for cell in cells]
    return cells


def _fill(sheet, rows):
    for row in rows:
        sheet.append([_excel_value(cell) for cell in _cells(row)])


def _excel_value(value):
    """The value as Excel can hold it. A text that is too long is cut, with a note."""
    if not isinstance(value, str):
        return value
    value = NOT_IN_XML.sub("�", value)
    if len(value) <= MAX_CELL_LENGTH:
        return value
    cut = _(" … [cut: a cell holds no more; the whole text is at the statement's address]")
    return value[: MAX_CELL_LENGTH - len(cut)] + cut
