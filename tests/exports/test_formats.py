"""Each file has every row, whole, and nothing that a spreadsheet would run."""

import csv
import json
from datetime import datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from dialogues.exports import formats, workbook
from dialogues.exports.formats import FORMATS, About
from dialogues.exports.statement_rows import COLUMNS
from dialogues.exports.workbook import MAX_CELL_LENGTH
from dialogues.text.formula_injection import FORMULA

ABOUT = About(
    "All statements",
    "https://example.org/statements/",
    2,
    "today",
    "7",
    "2026-01-01T00:00:00",
    "CC BY 4.0",
)


def row(**fields):
    """A row with these values; the others are empty."""
    empty = {"themes": [], "situations": [], "represented": [], "year": 2017}
    return [{**empty, **fields}.get(name, "") for name in COLUMNS]


def written(extension, rows):
    write, _content_type = FORMATS[extension]
    return b"".join(write(rows, ABOUT))


def read_csv(data):
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data, sheet="Statements"):
    cells = list(load_workbook(BytesIO(data))[sheet].values)
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]


ROWS = [
    row(reference="a", text='“Veto”, she said;\n"no"', themes=["One", "Two"]),
    row(reference="b", text="اليمن"),
]


def test_csv_reads_back_and_begins_with_the_mark_that_excel_needs():
    data = written("csv", ROWS)

    assert data.startswith(b"\xef\xbb\xbf")
    assert [(line["reference"], line["text"], line["themes"]) for line in read_csv(data)] == [
        ("a", '“Veto”, she said;\n"no"', "One; Two"),
        ("b", "اليمن", ""),
    ]


def test_json_says_what_it_is_and_reads_back():
    data = json.loads(written("json", ROWS))

    assert data["about"]["count"] == 2
    assert data["about"]["edition"] == "7"
    assert data["statements"] == [dict(zip(COLUMNS, values, strict=True)) for values in ROWS]


def test_json_of_nothing_is_json():
    assert json.loads(written("json", []))["statements"] == []


def test_jsonl_has_one_object_on_each_line():
    lines = written("jsonl", ROWS).decode().splitlines()

    assert [json.loads(line)["reference"] for line in lines] == ["a", "b"]


def test_xlsx_reads_back_and_says_what_it_is():
    data = written("xlsx", ROWS)

    assert [(line["reference"], line["text"], line["year"]) for line in read_xlsx(data)] == [
        ("a", '“Veto”, she said;\n"no"', 2017),
        ("b", "اليمن", 2017),
    ]
    about = dict(load_workbook(BytesIO(data))["About"].values)
    assert (about["address"], about["count"], about["edition"]) == (
        "https://example.org/statements/",
        2,
        "7",
    )


def test_a_sheet_can_be_read_filtered_and_followed():
    address = "https://example.org/statements/aaaaaaa/"
    data = written(
        "xlsx", [row(date="2017-09-06", address=address, spoke_on="", source_link=""), row(date="")]
    )

    sheet = load_workbook(BytesIO(data))["Statements"]
    date_cell = sheet.cell(2, COLUMNS.index("date") + 1)
    address_cell = sheet.cell(2, COLUMNS.index("address") + 1)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", f"A1:{sheet.dimensions[3:]}")
    assert (date_cell.value, date_cell.is_date) == (datetime(2017, 9, 6), True)
    assert sheet.cell(3, COLUMNS.index("date") + 1).value is None
    assert (address_cell.value, address_cell.hyperlink.target) == (address, address)
    assert sheet.column_dimensions[get_column_letter(COLUMNS.index("text") + 1)].width == 60


def test_more_links_than_a_sheet_holds_are_text(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_LINKS", 1)
    data = written(
        "xlsx", [row(address="https://example.org/1"), row(address="https://example.org/2")]
    )

    sheet = load_workbook(BytesIO(data))["Statements"]
    cells = [sheet.cell(number, COLUMNS.index("address") + 1) for number in (2, 3)]
    assert [(cell.value, bool(cell.hyperlink)) for cell in cells] == [
        ("https://example.org/1", True),
        ("https://example.org/2", False),
    ]


@pytest.mark.parametrize("begins", sorted(FORMULA))
@pytest.mark.parametrize(("extension", "read"), [("csv", read_csv), ("xlsx", read_xlsx)])
def test_no_cell_is_a_formula(extension, read, begins):
    cell = f"{begins}cmd|' /C calc'!A1"

    cells = read(written(extension, [row(text=cell, themes=[cell])]))[0]

    for name in ("text", "themes"):
        assert cells[name].replace("\r", "").startswith("'")


def test_a_cell_that_is_too_long_says_where_the_rest_is():
    text = read_xlsx(written("xlsx", [row(text="x" * 40_000)]))[0]["text"]

    assert len(text) == MAX_CELL_LENGTH
    assert text.endswith(
        "[cut: a cell holds no more; the whole text is at the statement's address]"
    )


def test_control_characters_do_not_stop_a_spreadsheet():
    assert read_xlsx(written("xlsx", [row(text="a\x08b")]))[0]["text"] == "a�b"


def test_more_rows_than_a_sheet_holds_go_on_the_next(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_SHEET_ROWS", 2)
    data = written("xlsx", [row(reference=str(n)) for n in range(5)])

    sheets = ["Statements", "Statements 2", "Statements 3"]
    assert [line["reference"] for sheet in sheets for line in read_xlsx(data, sheet)] == list(
        "01234"
    )


def test_files_are_written_while_rows_are_read():
    read = []

    def rows():
        for n in range(5_000):
            read.append(n)
            yield row(reference=str(n))

    for extension in ("csv", "json", "jsonl"):
        read.clear()
        chunks = FORMATS[extension][0](rows(), ABOUT)
        next(chunks), next(chunks)
        assert len(read) <= 2 * formats.BLOCK_SIZE
