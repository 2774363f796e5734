"""Reading a file that somebody sent as a table of text, whatever it is called and holds."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

import tablib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from dialogues.text.formula_injection import plain, safe

LARGEST = 20_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes
# What is neither a sheet nor the texts of one: styles take hundreds of times their size in memory.
LARGEST_PART = 2_000_000  # bytes
LARGE_PARTS = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/")
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 100_000  # characters
LONGEST_IN_A_WORKBOOK = 32_767
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(name, content):
    """The rows of a CSV or XLSX file as a tablib.Dataset of stripped text; its `numbers` are those
    of the rows in the file.

    Raises ValidationError that says what is wrong with the file and what to do.
    """
    if len(content) > LARGEST:
        _refuse(_("The file is larger than 20 MB. Send it in parts."))
    is_workbook = name.lower().endswith(".xlsx")
    rows = _workbook(content) if is_workbook else _csv(content)
    rows = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not rows:
        _refuse(_("The file has no rows. The first one names the columns."))
    headers = [cell.strip() for cell in rows[0][1]]
    while headers and not headers[-1]:
        headers.pop()
    if len(set(headers)) < len(headers) or "" in headers:
        _refuse(_("Each column needs a name of its own in the first row."))
    return _dataset(headers, rows[1:])


def _dataset(headers, rows):
    dataset = tablib.Dataset(headers=headers)
    width = len(headers)
    for _number, row in rows:
        dataset.append([plain(cell) for cell in (row + [""] * width)[:width]])
    dataset.numbers = [number for number, _row in rows]
    return dataset


def _csv(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(_("This is no text in UTF-8. Save the sheet as “CSV UTF-8” and send that."))
    if "\0" in text:
        _refuse(_("This is no CSV file, whatever its name says."))
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return _limited(rows)
    except csv.Error as problem:
        if "field limit" in str(problem):
            _refuse_cell()
        _refuse(_("This is no CSV file: %s.") % problem)


def _workbook(content):
    _refuse_bomb(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        headings = next(sheet.iter_rows(max_row=1), ())
        if any(cell.value for cell in headings[MOST_COLUMNS:]):
            _refuse_columns()
        rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, max_row=MOST_ROWS + 2)
        return _limited([_cell(cell) for cell in row] for row in rows)
    except ValidationError:
        raise
    except Exception as problem:
        raise ValidationError(
            _("This workbook cannot be read. Save it anew as XLSX or CSV, and send that.")
        ) from problem


def _refuse_bomb(content):
    """Raise ValidationError for what is no workbook, or would unpack to more than anybody types."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except BadZipFile as problem:
        raise ValidationError(_("This is no XLSX workbook, whatever its name says.")) from problem
    if "[Content_Types].xml" not in {one.filename for one in parts}:
        _refuse(_("This is no XLSX workbook, whatever its name says."))
    small = [one for one in parts if not one.filename.startswith(LARGE_PARTS)]
    is_large = any(one.file_size > LARGEST_PART for one in small)
    whole = sum(one.file_size for one in parts)
    if is_large or whole > LARGEST_UNPACKED or len(parts) > 1000:
        _refuse(_("This workbook is too large when unpacked. Send its first sheet as CSV."))


def _cell(cell):
    """A cell as text. A formula is refused: what it comes to depends on the program."""
    value = cell.value
    if cell.data_type == "f":
        where = f"{cell.column_letter}{cell.row}"
        _refuse(
            _("Cell %s is a formula. Paste its value instead, and send the file again.") % where
        )
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _limited(rows):
    """The rows as lists of stripped text, as far as a person could have filled them in."""
    taken = []
    for row in rows:
        if len(taken) > MOST_ROWS:
            _refuse(_("The file has more than 20,000 rows. Send it in parts."))
        if len(row) > MOST_COLUMNS and any(row[MOST_COLUMNS:]):
            _refuse_columns()
        if any(len(cell) > LONGEST_CELL for cell in row):
            _refuse_cell()
        taken.append([cell.strip() for cell in row[:MOST_COLUMNS]])
    return taken


def _refuse_columns():
    _refuse(_("A row has more than 100 columns. Remove what is no part of the table."))


def _refuse_cell():
    _refuse(_("A cell has more than 100,000 characters. Shorten it, and send the file again."))


def _refuse(message):
    raise ValidationError(message)


def as_csv(dataset):
    """The bytes of a CSV file; no cell of it would be run as a formula."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(dataset.headers)
    writer.writerows([safe(str(cell)) for cell in row] for row in dataset)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(dataset):
    """The bytes of a workbook; all cells are text.

    Raises ValidationError for a cell longer than a workbook holds: sent in again it would be cut.
    """
    rows = [
        [ILLEGAL_CHARACTERS_RE.sub("�", safe(str(cell))) for cell in row]
        for row in [dataset.headers, *dataset]
    ]
    if any(len(cell) > LONGEST_IN_A_WORKBOOK for row in rows for cell in row):
        _refuse(_("A text is longer than a workbook holds. Take the CSV file."))
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


# How a table can be taken away: (how it is written, its media type).
WRITTEN = {"csv": (as_csv, CSV_TYPE), "xlsx": (as_xlsx, XLSX_TYPE)}
