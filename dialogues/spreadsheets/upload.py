"""An uploaded sheet: previewed row by row, then saved whole or not at all."""

from collections import Counter
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from dialogues.models import open_edition
from dialogues.spreadsheets.rows import TABLES, RowReader

# How many rows are read between two reports of progress.
ROWS_PER_STEP = 250
# Tables in which a row may name a record of an earlier row.
SELF_REFERRING = ("participations", "themes")
# How many rows of each kind are shown; all are counted.
MAX_SHOWN = 200


@dataclass
class Outcome:
    """What became, or would become, of the rows of a sheet."""

    counts: Counter = field(default_factory=Counter)
    # (number of the row, what names its record, [(column, before, after)])
    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    # {number of the row: reason}
    refused: dict = field(default_factory=dict)
    # Columns that the table does not have.
    ignored: list = field(default_factory=list)
    # Of all that would be saved, including what is not shown.
    hash: Any = field(default_factory=sha256)

    @property
    def digest(self):
        return self.hash.hexdigest()

    @property
    def refusals(self):
        """[(rows, reason)]: equal reasons are one, their rows as "2, 5–9"."""
        rows = {}
        for number, reason in self.refused.items():
            rows.setdefault(reason, []).append(number)
        return [(ranges(numbers), reason) for reason, numbers in rows.items()]

    def add(self, number, label, result):
        """Count the RowResult of a row, and keep what is shown of it."""
        self.counts[result.kind] += 1
        self.hash.update(repr((number, result.kind, result.changes)).encode())
        if result.kind == "refused":
            self.refused[number] = result.reason
        elif result.kind != "unchanged" and len(getattr(self, result.kind)) < MAX_SHOWN:
            getattr(self, result.kind).append((number, label, result.changes))


def ranges(numbers):
    """Ascending numbers in words: 2, 5–9."""
    parts = []
    for _offset, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        group = [number for _at, number in group]
        parts.append(f"{group[0]}–{group[-1]}" if group[1:] else str(group[0]))
    return ", ".join(parts)


def _read_rows(reader, rows, outcome, is_preview):
    for number, row in rows:
        label = " ".join(row.get(name, "") for name in reader.table.key)
        outcome.add(number, label, reader.result(row, is_preview))


def _reader_for(table, sheet, locks=False):
    reader = RowReader(TABLES[table], locks)
    reader.load(sheet)
    return reader


def preview(table, sheet, outcome):
    """Read a sheet into an Outcome and change nothing; yields the number of rows read so far.

    Other writers do not have to wait between two steps, except for tables whose rows name each
    other. Raises ValidationError for a sheet of another table.
    """
    reader = _reader_for(table, sheet)
    outcome.ignored = reader.ignored
    is_one_transaction = table in SELF_REFERRING
    with _rolled_back() if is_one_transaction else nullcontext():
        for start in range(0, len(sheet.rows), ROWS_PER_STEP):
            rows = sheet.rows[start : start + ROWS_PER_STEP]
            with nullcontext() if is_one_transaction else _rolled_back():
                _read_rows(reader, rows, outcome, is_preview=True)
            yield start + len(rows)


@contextmanager
def _rolled_back():
    """A transaction that is always rolled back."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def save(table, sheet, reason, by, previewed=None):
    """Save a sheet in one edition, and return its Outcome.

    Raises ValidationError, and saves nothing, when a row is refused, or when the outcome is not
    the `previewed` one: the digest of the Outcome of a preview.
    """
    outcome = Outcome()
    with open_edition(reason, by):
        reader = _reader_for(table, sheet, locks=True)
        _read_rows(reader, sheet.rows, outcome, is_preview=False)
        if outcome.refused:
            number, why = next(iter(outcome.refused.items()))
            message = _("Nothing is saved. Row %(number)s: %(why)s")
            raise ValidationError(message % {"number": number, "why": why})
        if previewed is not None and outcome.digest != previewed:
            raise ValidationError(
                _("Nothing is saved: somebody has changed these records since. Preview it again.")
            )
    return outcome
