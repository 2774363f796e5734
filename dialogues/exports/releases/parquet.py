"""The tables as Parquet, where the optional package duckdb is installed."""

import csv
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogues.exports.releases.tables import tables

DUCKDB_TYPES = {
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMPTZ",
}
MEMORY = "110MB"  # of duckdb; the process needs more than as much again
NULL = "\\N"


def is_available() -> bool:
    return find_spec("duckdb") is not None


def write_parquet(folder: Path, sqlite_file: str) -> None:
    """Write a Parquet file of each table of the SQLite file, with the types of the columns.

    Not from the CSV files of the release: their formulas are escaped, and an empty text is as a
    missing value.
    """
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "threads": 1,
        "preserve_insertion_order": True,
    }
    with duckdb.connect(config=settings) as connection, TemporaryDirectory() as temporary:
        connection.execute("SET TimeZone = 'UTC'")
        for table in tables().values():
            path = Path(temporary, "rows.csv")
            _write_rows(folder / sqlite_file, table, path)
            types = {
                column.name: DUCKDB_TYPES.get(column.type, "VARCHAR") for column in table.columns
            }
            rows = connection.read_csv(
                str(path),
                header=True,
                columns=types,
                delimiter=",",
                quotechar='"',
                escapechar='"',
                na_values=NULL,
            )
            rows.write_parquet(str(folder / f"{table.name}.parquet"), compression="zstd")


def _write_rows(database, table, path):
    """Write the rows of a table as CSV in which a missing value differs from an empty text."""
    names = [column.name for column in table.columns]
    values = ", ".join(f"ifnull(\"{name}\", '{NULL}')" for name in names)
    query = f'SELECT {values} FROM "{table.name}" ORDER BY rowid'  # noqa: S608
    with (
        sqlite3.connect(database) as connection,
        path.open("w", encoding="utf-8", newline="") as file,
    ):
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(names)
        writer.writerows(connection.execute(query))
