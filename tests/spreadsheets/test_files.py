"""Uploaded files: one that is not a table is refused in a sentence that says what to do."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import ValidationError
from openpyxl import Workbook

from dialogues.spreadsheets import files

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0"


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def bomb():
    """A small file that unpacks to two hundred megabytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    return out.getvalue()


def styled():
    """A small workbook whose styles would take a gigabyte of memory."""
    out = BytesIO()
    with ZipFile(BytesIO(workbook(["a"]))) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/styles.xml":
                text = text.replace(b"<cellXfs", b"<!-- " + b"x" * 3_000_000 + b" --><cellXfs")
            new.writestr(part.filename, text)
    return out.getvalue()


def lying_archive():
    """A zip that is not a workbook."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    return out.getvalue()


REFUSED = {
    "a PNG named .csv": ("a.csv", PNG, "not in UTF-8"),
    "a PNG named .xlsx": ("a.xlsx", PNG, "not an XLSX workbook"),
    "NUL in a CSV": ("a.csv", b"a,b\n1,\0", "not a CSV file"),
    "Latin letters of another code": ("a.csv", "é".encode("latin-1"), "not in UTF-8"),
    "a cell of 5 MB": ("a.csv", b"name\n" + b"x" * 5_000_000, "more than 100,000 characters"),
    "a cell of 5 MB in a workbook": (
        "a.xlsx", lambda: long_cell(), "more than 100,000 characters"),
    "a zip bomb": ("a.xlsx", bomb, "too large when unpacked"),
    "another zip": ("a.xlsx", lying_archive, "not an XLSX workbook"),
    "a formula": ("a.xlsx", lambda: workbook(["name"], ["=1+1"]), "Cell A2 is a formula"),
    "nothing": ("a.csv", b"", "no rows"),
    "an empty workbook": ("a.xlsx", workbook, "no rows"),
    "two columns of one name": ("a.csv", b"name,name\n1,2", "a name of its own"),
    "a column without a name": ("a.csv", b"a,,b\n1,2,3", "a name of its own"),
    "quotation marks left open": ("a.csv", b'a,b\n"1,2', "file: unexpected end of data"),
    "too many rows": ("a.csv", b"a\n" + b"1\n" * 20_002, "more than 20,000 rows"),
    "a million styles": ("a.xlsx", lambda: styled(), "too large when unpacked"),
    "a cell far to the right": (
        "a.xlsx", lambda: workbook(["a"] + [None] * 200 + ["z"]), "more than 100 columns"),
    "too many columns": ("a.csv", b"a\n" + b"1," * 101 + b"1", "more than 100 columns"),
    "too large": ("a.csv", b"a\n" + b"1" * 20_000_001, "larger than 20 MB"),
}  # fmt: skip


def long_cell():
    """A workbook with a cell longer than programs write: its text is put into the file itself."""
    out, plain = BytesIO(), workbook(["name"], ["HERE"])
    with ZipFile(BytesIO(plain)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            text = old.read(part).replace(b"HERE", b"x" * 5_000_000)
            new.writestr(part.filename, text)
    return out.getvalue()


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_not_a_table_is_refused(what):
    name, content, message = REFUSED[what]

    with pytest.raises(ValidationError, match=message):
        files.read(name, content() if callable(content) else content)


@pytest.mark.parametrize(
    "content",
    [
        b"name,kind\nPeru,state\n",
        b"\xef\xbb\xbfname,kind\r\nPeru,state\r\n",
        b"name;kind\nPeru;state",
        b"name\tkind\nPeru\tstate",
        b"name,kind,\n Peru , state ,\n,,\n",
    ],
)
def test_a_table_is_read_however_programs_write_it(content):
    assert files.read("a.CSV", content).rows == [(2, {"name": "Peru", "kind": "state"})]


def test_numbers_and_days_of_a_workbook_are_text():
    content = workbook(["a", "b", "c", "d"], [27.0, 2.5, datetime(2017, 9, 6), date(2017, 9, 6)])

    ((_number, row),) = files.read("a.xlsx", content).rows
    assert list(row.values()) == ["27", "2.5", "2017-09-06", "2017-09-06"]


def test_rows_keep_the_numbers_they_have_in_the_file():
    sheet = files.read("a.csv", b"name\n\nPeru\n,\nChile\n")

    assert sheet.rows == [(3, {"name": "Peru"}), (5, {"name": "Chile"})]
