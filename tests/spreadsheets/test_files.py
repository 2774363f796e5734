"""Uploaded files: one that is not a table is refused in a sentence that says what to do."""

from datetime import date, datetime, time, timedelta
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
        "\ufeffname\tkind\r\nPeru\tstate\r\n".encode("utf-16-le"),
        "\ufeffname\tkind\r\nPeru\tstate\r\n".encode("utf-16-be"),
        b"Name;KIND\nPeru;state",
    ],
)
def test_a_table_is_read_however_programs_write_it(content):
    sheet = files.read("a.CSV", content, ("name", "kind"))

    assert sheet.rows == [(2, {"name": "Peru", "kind": "state"})]


@pytest.mark.parametrize(
    "content",
    [
        b"sep=;\nname;kind\nPeru;state",
        b'"sep=;"\r\nname;kind\r\nPeru;state',
        b"SEP=\t\nname\tkind\nPeru\tstate",
        b"My table of states\nname,kind\nPeru,state",
        b"\nname,kind\nPeru,state",
    ],
)
def test_lines_above_the_names_of_the_columns_are_skipped_and_counted(content):
    sheet = files.read("a.csv", content, ("name", "kind"))

    assert sheet.rows == [(3, {"name": "Peru", "kind": "state"})]


def changed_workbook(change):
    """A workbook with the cells "name" and "Peru", after a change of its sheet."""
    book = Workbook()
    book.active.append(["name"])
    book.active.append(["Peru"])
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_sheet_that_people_see_is_read():
    def hide_another(book):
        hidden = book.create_sheet("Hidden", 0)
        hidden.append(["secret"])
        hidden.sheet_state = "hidden"

    assert files.read("a.xlsx", changed_workbook(hide_another)).rows == [(2, {"name": "Peru"})]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("line one_x000D_\nline two", "General", "line one\r\nline two"),
        ("a_x0009_b", "General", "a\tb"),
        ("_x005F_x000D_", "General", "_x000D_"),
        (date(2016, 5, 1), "yyyy-mm-dd", "2016-05-01"),
        (date(2016, 5, 1), "d mmm", "2016-05-01"),
        (date(2016, 5, 1), "mmm-yy", "2016-05"),
        (date(2016, 5, 1), "mmmm yyyy", "2016-05"),
        (date(2016, 5, 1), "yyyy-mm", "2016-05"),
        (date(2016, 5, 1), "yyyy", "2016"),
        (date(2016, 5, 1), '[$-409]mmmm\\ yyyy;"day"', "2016-05"),
        (12.5, "0.00", "12.5"),
    ],
)
def test_a_cell_is_what_it_shows(value, number_format, text):
    def put_in(book):
        book.active["A2"].value = value
        book.active["A2"].number_format = number_format

    assert files.read("a.xlsx", changed_workbook(put_in)).rows == [(2, {"name": text})]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("#DIV/0!", "Cell A2 is an error"),
        ("#N/A", "Cell A2 is an error"),
        ("#REF!", "Cell A2 is an error"),
        ("=1+1", "Cell A2 is a formula"),
        (time(10, 12), "Cell A2 holds a time"),
        (datetime(2026, 4, 3, 10, 12), "Cell A2 holds a time"),
        (timedelta(hours=30), "Cell A2 holds a time"),
    ],
)
def test_what_a_program_made_of_a_cell_is_refused(value, message):
    def put_in(book):
        book.active["A2"].value = value

    with pytest.raises(ValidationError, match=message):
        files.read("a.xlsx", changed_workbook(put_in))


def test_numbers_and_days_of_a_workbook_are_text():
    content = workbook(["a", "b", "c", "d"], [27.0, 2.5, datetime(2017, 9, 6), date(2017, 9, 6)])

    ((_number, row),) = files.read("a.xlsx", content).rows
    assert list(row.values()) == ["27", "2.5", "2017-09-06", "2017-09-06"]


def test_rows_keep_the_numbers_they_have_in_the_file():
    sheet = files.read("a.csv", b"name\n\nPeru\n,\nChile\n")

    assert sheet.rows == [(3, {"name": "Peru"}), (5, {"name": "Chile"})]
