"""The files that a list of statements can be taken away as."""

import csv
import json
from dataclasses import asdict, dataclass
from io import StringIO
from itertools import chain, count, islice
from tempfile import TemporaryFile

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from dialogues.exports.statement_rows import COLUMNS
from dialogues.text.formula_injection import BEGINS, escape_formula

# How many rows are written at a time.
BLOCK = 500
CSV = "text/csv; charset=utf-8"
CHUNK = 64 * 1024  # bytes
# What a spreadsheet holds on one sheet, less the heading, and in one cell.
MOST_ON_A_SHEET = 1_048_575
LONGEST_CELL = 32_767


@dataclass(frozen=True)
class About:
    """What a file is a list of: the address it came from, how many statements, by which clock
    groups are told, as of when."""

    title: str
    address: str
    count: int
    clock: str
    edition: str
    retrieved_at: str


def to_csv(rows, about):
    """Comma-separated values in UTF-8, with the mark by which Excel knows it."""
    yield from table_to_csv(chain([COLUMNS], rows))


def table_to_csv(rows):
    """The same of any rows, the heading first."""
    yield "\ufeff".encode()
    for block in _blocks(rows):
        text = StringIO()
        csv.writer(text).writerows(map(_cells, block))
        yield text.getvalue().encode()


def to_json(rows, about):
    """One object: what the list is, and its statements."""
    head = json.dumps({"about": asdict(about)}, ensure_ascii=False)
    yield head[:-1].encode() + b', "statements": ['
    comma = ""
    for block in _blocks(rows):
        yield (comma + ",\n".join(map(_object, block))).encode()
        comma = ",\n"
    yield b"]}\n"


def to_jsonl(rows, about):
    """One object on each line."""
    for block in _blocks(rows):
        yield "".join(_object(row) + "\n" for row in block).encode()


def to_xlsx(rows, about):
    """A workbook, made in a file on disk: the statements, and a sheet that says what they are."""
    book = Workbook(write_only=True)
    _fill(book.create_sheet(_("About")), asdict(about).items())
    rows = iter(rows)
    for number in count(1):
        sheet_rows = list(islice(rows, 1))
        if number > 1 and not sheet_rows:
            break
        sheet = book.create_sheet(_("Statements") + (f" {number}" if number > 1 else ""))
        _fill(sheet, chain([COLUMNS], sheet_rows, islice(rows, MOST_ON_A_SHEET - 1)))
    book.active = 1
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk


FORMATS = {
    "csv": (to_csv, CSV),
    "json": (to_json, "application/json"),
    "jsonl": (to_jsonl, "application/jsonl; charset=utf-8"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def _blocks(rows):
    rows = iter(rows)
    while block := list(islice(rows, BLOCK)):
        yield block


def _object(row):
    return json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)


def _cells(row):
    """The values as cells: several joined, and nothing that a spreadsheet would run."""
    cells = ["; ".join(value) if type(value) is list else value for value in row]
    # Looking at each cell took longer than all else: most rows have none that begins so.
    if BEGINS.search("\0".join([one if type(one) is str else "" for one in ["", *cells]])):
        return [escape_formula(one) if type(one) is str else one for one in cells]
    return cells


def _fill(sheet, rows):
    for row in rows:
        sheet.append([_fitting(cell) for cell in _cells(row)])


def _fitting(value):
    """A cell as a spreadsheet can hold it; where it cannot, that is said in it."""
    if not isinstance(value, str):
        return value
    value = ILLEGAL_CHARACTERS_RE.sub("�", value)
    if len(value) <= LONGEST_CELL:
        return value
    cut = _(" … [cut: a cell holds no more; the whole text is at the statement's address]")
    return value[: LONGEST_CELL - len(cut)] + cut
