"""A CSV or XLSX file read as a sheet of text."""

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook

from dialogues.spreadsheets.cells import DayCell, text_of_cell
from dialogues.text.formula_injection import unescape_formula

MAX_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 100_000_000
# For parts other than sheets and their texts: styles take hundreds of times their size in memory.
MAX_PART_BYTES = 2_000_000
SHEET_PARTS = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/")
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_ROWS_ABOVE_HEADER = 10
MAX_CELL = 100_000  # characters
# The first line of a file may name its separator: sep=;
SEPARATOR_LINE = re.compile(r"\"?sep=(.)\"?\r?\n", re.I)
NOT_A_WORKBOOK = gettext_lazy("This is not an XLSX workbook, although its name says so.")


@dataclass(frozen=True)
class Sheet:
    """The columns of a table, and each row with its number in the file: (2, {column: text})."""

    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]

    def __len__(self):
        return len(self.rows)


def read(name, content, known_columns=()):
    """The Sheet in a CSV or XLSX file; all cells are stripped text.

    The first row with one of the `known_columns` names the columns, so that a title may be above
    it. Raises ValidationError that says what is wrong with the file and what to do.
    """
    if len(content) > MAX_BYTES:
        _refuse(_("The file is larger than 20 MB. Upload it in parts."))
    is_workbook = name.lower().endswith(".xlsx")
    rows = _workbook(content) if is_workbook else _csv(content)
    rows = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not rows:
        _refuse(_("The file has no rows. The first row names the columns."))
    known = {name.casefold(): name for name in known_columns}
    header = _header(rows, known)
    columns = [known.get(cell.casefold(), cell) for cell in rows[header][1]]
    while columns and not columns[-1]:
        columns.pop()
    if len(set(columns)) < len(columns) or "" in columns:
        _refuse(_("Each column needs a name of its own in the first row."))
    body = rows[header + 1 :]
    return Sheet(columns, [(number, _by_column(columns, row)) for number, row in body])


def _header(rows, known):
    """The place of the row that names the columns; the first if none has a known name."""
    places = range(min(len(rows), MAX_ROWS_ABOVE_HEADER))
    return next((at for at in places if known.keys() & _folded(rows[at][1])), 0)


def _folded(cells):
    return {cell.casefold() for cell in cells}


def _by_column(columns, cells):
    """{column: text} of a row, which may be shorter or longer than the first."""
    padded = cells + [""] * len(columns)
    return {name: unescape_formula(cell) for name, cell in zip(columns, padded, strict=False)}


def _csv(content):
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        _refuse(_("This text is not in UTF-8. Save the sheet as “CSV UTF-8” and upload that."))
    if "\0" in text:
        _refuse(_("This is not a CSV file, although its name says so."))
    separator = SEPARATOR_LINE.match(text)
    first = "".join(text.splitlines(keepends=True)[:MAX_ROWS_ABOVE_HEADER])
    delimiter = separator[1] if separator else max(",;\t", key=first.count)
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        limited = _limited(rows)
        # The line of the separator is no row, and is counted.
        return [[], *limited[1:]] if separator else limited
    except csv.Error as problem:
        if "field limit" in str(problem):
            _refuse_cell()
        _refuse(_("This is not a valid CSV file: %s.") % problem)


def _workbook(content):
    _refuse_bomb(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheet = (visible or book.worksheets)[0]
        sheet.reset_dimensions()
        headings = next(sheet.iter_rows(max_row=1), ())
        if any(cell.value for cell in headings[MAX_COLUMNS:]):
            _refuse_columns()
        rows = sheet.iter_rows(max_col=MAX_COLUMNS + 1, max_row=MAX_ROWS + 2)
        return _limited([text_of_cell(cell) for cell in row] for row in rows)
    except ValidationError:
        raise
    except Exception as problem:
        raise ValidationError(
            _("This workbook cannot be read. Save it again as XLSX or CSV, and upload that.")
        ) from problem


def _refuse_bomb(content):
    """Raise ValidationError for what is not a workbook, or unpacks to more than anybody types."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except BadZipFile as problem:
        raise ValidationError(
            _("This is not an XLSX workbook, although its name says so.")
        ) from problem
    if "[Content_Types].xml" not in {part.filename for part in parts}:
        _refuse(NOT_A_WORKBOOK)
    others = [part for part in parts if not part.filename.startswith(SHEET_PARTS)]
    has_large_part = any(part.file_size > MAX_PART_BYTES for part in others)
    whole = sum(part.file_size for part in parts)
    if has_large_part or whole > MAX_UNPACKED_BYTES or len(parts) > 1000:
        _refuse(_("This workbook is too large when unpacked. Upload its first sheet as CSV."))


def _limited(rows):
    """The rows as lists of stripped text, as far as a person could have filled them in."""
    limited = []
    for row in rows:
        if len(limited) > MAX_ROWS:
            _refuse(_("The file has more than 20,000 rows. Upload it in parts."))
        if len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
            _refuse_columns()
        if any(len(cell) > MAX_CELL for cell in row):
            _refuse_cell()
        limited.append([_stripped(cell) for cell in row[:MAX_COLUMNS]])
    return limited


def _stripped(cell):
    return cell if isinstance(cell, DayCell) else cell.strip()


def _refuse_columns():
    _refuse(_("A row has more than 100 columns. Remove what is not part of the table."))


def _refuse_cell():
    _refuse(_("A cell has more than 100,000 characters. Shorten it, and upload the file again."))


def _refuse(message):
    raise ValidationError(message)
