"""Write the rows of a release as CSV, JSON Lines and one SQLite file, in one pass over them."""

import csv
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from dialogues.exports.formats import cells_of
from dialogues.exports.releases.tables import Table, key_of

SQLITE_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
BOOLEANS = {True: "true", False: "false"}
SQLITE_FILE = "r2p-dialogues.sqlite"
INSERTED_AT_ONCE = 1_000  # rows


class CsvWriter:
    """One CSV file for each table (RFC 4180, UTF-8)."""

    def __init__(self, folder: Path, tables: Iterable[Table]) -> None:
        self._files = {
            table.name: (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
            for table in tables
        }
        self._writers = {name: csv.writer(file) for name, file in self._files.items()}
        self._booleans = {
            table.name: [at for at, column in enumerate(table.columns) if column.type == "boolean"]
            for table in tables
        }
        for table in tables:
            self._writers[table.name].writerow(column.name for column in table.columns)

    def write(self, table: Table, row: list[Any]) -> None:
        cells = cells_of(row)
        for at in self._booleans[table.name]:
            cells[at] = BOOLEANS[row[at]]
        self._writers[table.name].writerow(cells)

    def close(self) -> None:
        for file in self._files.values():
            file.close()


class SqliteWriter:
    """One SQLite file with all tables, views, and a full-text index of the statements."""

    def __init__(self, path: Path, tables: Iterable[Table]) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._rows: dict[str, list[list[Any]]] = {}
        self._inserts: dict[str, str] = {}
        for table in tables:
            self._connection.execute(_create(table))
            placeholders = ", ".join("?" * len(table.columns))
            self._inserts[table.name] = f'INSERT INTO "{table.name}" VALUES ({placeholders})'  # noqa: S608
            self._rows[table.name] = []

    def write(self, table: Table, row: list[Any]) -> None:
        rows = self._rows[table.name]
        rows.append(row)
        if len(rows) >= INSERTED_AT_ONCE:
            self._insert(table.name)

    def _insert(self, name):
        self._connection.executemany(self._inserts[name], self._rows[name])
        self._rows[name].clear()

    def close(self) -> None:
        for name in self._rows:
            self._insert(name)
        self._connection.commit()
        self._connection.executescript(VIEWS)
        # Before the full-text index, which names rows by numbers that VACUUM may change.
        self._connection.execute("VACUUM")
        self._connection.executescript(INDEXES)
        self._connection.close()


class JsonLinesWriter:
    """One file for each kind of record: a record in each line, as in the lists of /api/v1/."""

    def __init__(self, folder: Path, kinds: Iterable[str]) -> None:
        self._files = {kind: (folder / f"{kind}.jsonl").open("wb") for kind in kinds}
        self._encode = msgspec.json.Encoder().encode

    def write(self, kind: str, record: dict[str, Any]) -> None:
        self._files[kind].write(self._encode(record) + b"\n")

    def close(self) -> None:
        for file in self._files.values():
            file.close()


class Writers:
    """All three, and how many rows each table has."""

    def __init__(self, folder: Path, tables: dict[str, Table]) -> None:
        self.counts: Counter[str] = Counter(dict.fromkeys(tables, 0))
        self._tables: dict[str, list[Table]] = {}
        for table in tables.values():
            self._tables.setdefault(table.kind, []).append(table)
        self._csv = CsvWriter(folder, tables.values())
        self._sqlite = SqliteWriter(folder / SQLITE_FILE, tables.values())
        self._json_lines = JsonLinesWriter(folder, self._tables)

    def write(self, kind: str, record: dict[str, Any]) -> None:
        """Write a record: its row, and a row of each item of its lists."""
        self._json_lines.write(kind, record)
        for table in self._tables[kind]:
            for row in table.rows(record):
                self.counts[table.name] += 1
                self._csv.write(table, row)
                self._sqlite.write(table, row)

    def close(self) -> None:
        for writer in (self._csv, self._sqlite, self._json_lines):
            writer.close()


def _create(table):
    lines = [_definition(column) for column in table.columns]
    if table.key:
        names = ", ".join(f'"{name}"' for name in table.key)
        lines.append(f"PRIMARY KEY ({names})")
    for column, other in table.names.items():
        lines.append(f'FOREIGN KEY ("{column}") REFERENCES "{other}" ("{key_of(other)}")')
    return 'CREATE TABLE "{}" (\n  {}\n)'.format(table.name, ",\n  ".join(lines))


def _definition(column):
    needed = "" if column.is_nullable else " NOT NULL"
    return f'"{column.name}" {SQLITE_TYPES.get(column.type, "TEXT")}{needed}'


VIEWS = """
CREATE VIEW statements_by_day AS
SELECT d.days, d.year, s.dialogue_name, coalesce(s.speaker_participant_name,
    s.speaker_person_name, nullif(s.speaker_office, ''), s.attribution_as_printed) AS speaker,
    s.speaker_capacity, s.text, s.summary, s.stance, s.provenance, s.source_name, s.address,
    s.reference
FROM statements s JOIN dialogues d ON d.slug = s.dialogue
ORDER BY d.days, s.reference;

CREATE VIEW statements_by_theme AS
SELECT t.slug AS theme, t.name AS theme_name, s.reference, s.dialogue, s.speaker_participant,
    s.stance, s.text, s.summary, s.address
FROM statements_themes t JOIN statements s ON s.reference = t.statement
ORDER BY t.slug, s.reference;

CREATE VIEW speakers_by_dialogue AS
SELECT p.dialogue, d.year, p.participant, p.participant_name, p.capacity, p.status,
    p.on_behalf_of_name, p.spoke_on, p.source
FROM participations p JOIN dialogues d ON d.slug = p.dialogue
ORDER BY d.year, p.dialogue, p.participant;
"""

# Datasette finds the full-text index of a table by content="<table>", written like this.
INDEXES = """
CREATE INDEX statements_dialogue ON statements (dialogue);
CREATE INDEX statements_participant ON statements (speaker_participant);
CREATE INDEX statements_themes_slug ON statements_themes (slug);
CREATE INDEX statements_themes_statement ON statements_themes (statement);
CREATE VIRTUAL TABLE statements_fts USING fts5 (
  text, translation, summary, content="statements"
);
INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');
INSERT INTO statements_fts (statements_fts) VALUES ('optimize');
"""
