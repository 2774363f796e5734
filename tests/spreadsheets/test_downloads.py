"""A sheet written as a file, and read back."""

import csv
from io import StringIO

import pytest
from django.core.exceptions import ValidationError

from dialogues.spreadsheets import downloads, files
from dialogues.spreadsheets.files import Sheet
from dialogues.text.formula_injection import FORMULA


@pytest.mark.parametrize("begins", sorted(FORMULA))
@pytest.mark.parametrize("extension", downloads.WRITTEN)
def test_no_cell_runs_and_each_is_read_back_unchanged(extension, begins):
    write, _type = downloads.WRITTEN[extension]
    cell = f"{begins}cmd|' /C calc'!A0"
    row = {"a": cell, "b": f"'{cell}"}

    content = write(Sheet(["a", "b"], [(2, row)]))

    if extension == "csv":
        written = next(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))
        assert written["a"].startswith("'")
    assert files.read(f"a.{extension}", content).rows == [(2, row)]


def test_a_text_longer_than_a_workbook_holds_is_not_cut():
    with pytest.raises(ValidationError, match="Download the CSV file"):
        downloads.as_xlsx(Sheet(["a"], [(2, {"a": "x" * 32_768})]))


def test_letters_that_a_workbook_cannot_hold_are_no_error():
    content = downloads.as_xlsx(Sheet(["a"], [(2, {"a": f"a{chr(11)}b"})]))

    assert files.read("a.xlsx", content).rows == [(2, {"a": "a�b"})]
