"""A sheet of text written as a CSV or XLSX file."""

import csv
from io import BytesIO, StringIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import Workbook

from dialogues.text.characters import NOT_IN_XML
from dialogues.text.formula_injection import escape_formula

MAX_WORKBOOK_CELL = 32_767  # characters
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(sheet):
    """The bytes of a CSV file; no cell can run as a formula."""
    out = StringIO()
    csv.writer(out).writerows(_safe_cells(sheet))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(sheet):
    """The bytes of a workbook; all cells are text.

    Raises ValidationError for a cell longer than a workbook holds: uploaded again it would be cut.
    """
    rows = [[NOT_IN_XML.sub("�", cell) for cell in row] for row in _safe_cells(sheet)]
    if any(len(cell) > MAX_WORKBOOK_CELL for row in rows for cell in row):
        raise ValidationError(
            _("A text is longer than a cell of a workbook can be. Download the CSV file.")
        )
    book = Workbook(write_only=True)
    worksheet = book.create_sheet()
    for row in rows:
        worksheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _safe_cells(sheet):
    """The names of the columns and the cells of each row, none of which can run as a formula."""
    yield list(sheet.columns)
    for _number, row in sheet.rows:
        yield [escape_formula(row[name]) for name in sheet.columns]


# How a table can be downloaded: (how it is written, its media type).
WRITTEN = {"csv": (as_csv, CSV_TYPE), "xlsx": (as_xlsx, XLSX_TYPE)}
