"""The statements of a list as an Excel workbook."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, count, islice
from tempfile import TemporaryFile
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dialogues.exports.statement_rows import COLUMNS
from dialogues.text.characters import NOT_IN_XML

CHUNK_SIZE = 64 * 1024  # bytes
# Limits of Excel: rows on one sheet without the heading, characters in one cell and in a link, and
# links on one sheet.
MAX_SHEET_ROWS = 1_048_575
MAX_CELL_LENGTH = 32_767
MAX_LINK_LENGTH = 2_079
MAX_LINKS = 65_530
DATES = {COLUMNS.index(name) for name in ("date", "spoke_on")}
LINKS = {COLUMNS.index(name) for name in ("address", "source_link")}
WIDTHS = {"text": 60, "translation": 60, "summary": 60, "dialogue": 40, "address": 40}  # characters
USUAL_WIDTH = 18
LINK_FONT = Font(color="0563C1", underline="single")
BOLD = Font(bold=True)


def workbook(rows: Iterable[Sequence], about: dict[str, Any]) -> Iterator[bytes]:
    """The bytes of a workbook with these rows, in the order of COLUMNS, and a sheet about the list.

    It is built in a temporary file.
    """
    book = Workbook(write_only=True)
    about_sheet = book.create_sheet(_("About"))
    about_sheet.column_dimensions["B"].width = WIDTHS["text"]
    for pair in about.items():
        about_sheet.append([_excel_value(value) for value in pair])
    rows = iter(rows)
    for number in count(1):
        first = list(islice(rows, 1))
        if number > 1 and not first:
            break
        sheet = book.create_sheet(_("Statements") + (f" {number}" if number > 1 else ""))
        _fill(sheet, chain(first, islice(rows, MAX_SHEET_ROWS - 1)))
    book.active = 1
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(CHUNK_SIZE):
            yield chunk


def _fill(sheet, rows):
    """Write the rows below the names of the columns, which stay in view and can be filtered."""
    sheet.freeze_panes = "B2"
    for at, name in enumerate(COLUMNS, 1):
        width = WIDTHS.get(name, max(USUAL_WIDTH, len(name) + 2))
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_styled(sheet, name, BOLD) for name in COLUMNS])
    links, last_row = 0, 1
    for last_row, row in enumerate(rows, 2):  # noqa: B007 the filter needs the last one
        cells = [_excel_value(value) for value in row]
        for at in DATES:
            cells[at] = date.fromisoformat(cells[at]) if cells[at] else None
        for at in LINKS:
            if cells[at] and links < MAX_LINKS and len(cells[at]) <= MAX_LINK_LENGTH:
                cells[at] = _link(sheet, cells[at])
                links += 1
        sheet.append(cells)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last_row}"


def _styled(sheet, value, font):
    cell = WriteOnlyCell(sheet, value)
    cell.font = font
    return cell


def _link(sheet, address):
    cell = _styled(sheet, address, LINK_FONT)
    cell.hyperlink = address
    return cell


def _excel_value(value):
    """The value as Excel can hold it. A text that is too long is cut, with a note."""
    if not isinstance(value, str):
        return value
    value = NOT_IN_XML.sub("�", value)
    if len(value) <= MAX_CELL_LENGTH:
        return value
    cut = _(" … [cut: a cell holds no more; the whole text is at the statement's address]")
    return value[: MAX_CELL_LENGTH - len(cut)] + cut
