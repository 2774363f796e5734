"""The codebook: the meaning, values and unit of every column, and what an empty cell is."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from dialogues.exports.releases.columns import Column
from dialogues.exports.releases.tables import tables

UNITS = {
    "year": "calendar year",
    "member_since": "calendar year",
    "in_favour": "votes",
    "against": "votes",
    "abstaining": "votes",
    "value": "see the column unit",
    "statement_count": "statements",
    "change_count": "statements",
    "position": "place in the list",
    "number": "serial number",
    "version": "serial number",
    "edition": "serial number",
}
NULL, NEVER, EMPTY = "not known or does not apply", "never empty", "nothing is recorded"


class CodebookRow(NamedTuple):
    """A column of a table, described in words."""

    table: str
    column: str
    type: str
    meaning: str
    values: str
    unit: str
    empty: str


def codebook_rows(table: str) -> Iterator[CodebookRow]:
    """A row for each column of a table, in their order."""
    described = tables()[table]
    never_empty = {*described.key, *described.names}
    for column in described.columns:
        yield CodebookRow(
            table,
            column.name,
            "list of texts" if column.is_list else column.type,
            column.description,
            "; ".join(column.values),
            UNITS.get(column.name, ""),
            _empty(column, column.name in never_empty),
        )


def codebook_csv() -> str:
    """The codebook as a table."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(CodebookRow._fields)
    for table in tables():
        writer.writerows(codebook_rows(table))
    return text.getvalue()


def _empty(column: Column, is_key: bool) -> str:
    """What an empty cell says."""
    if column.is_nullable:
        return NULL
    is_text = column.type == "string" and not (column.values or is_key)
    return EMPTY if is_text else NEVER
