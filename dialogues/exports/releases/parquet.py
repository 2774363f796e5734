"""The tables as Parquet, where the optional package duckdb is installed."""

from importlib.util import find_spec
from pathlib import Path

from dialogues.exports.releases.tables import tables

DUCKDB_TYPES = {
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMPTZ",
}
MEMORY = "200MB"


def is_available() -> bool:
    return find_spec("duckdb") is not None


def write_parquet(folder: Path) -> None:
    """Write a Parquet file next to each CSV file of a folder, with the types of the columns."""
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "threads": 1,
        "preserve_insertion_order": True,
    }
    with duckdb.connect(config=settings) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for table in tables().values():
            columns = {
                column.name: DUCKDB_TYPES.get(column.type, "VARCHAR") for column in table.columns
            }
            rows = connection.read_csv(
                str(folder / f"{table.name}.csv"),
                header=True,
                columns=columns,
                quotechar='"',
                escapechar='"',
                delimiter=",",
            )
            rows.write_parquet(str(folder / f"{table.name}.parquet"), compression="zstd")
