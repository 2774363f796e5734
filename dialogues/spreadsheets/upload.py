"""A file read row by row: what would be new, changed and refused; then saved, all or none."""

from collections import Counter
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from import_export.results import RowResult

from dialogues.models import open_edition
from dialogues.spreadsheets.rows import TABLES, TableResource

# How many rows are read between two words about how far it is.
STEP = 250
# Tables in which a row may name a record of an earlier row.
NAME_EACH_OTHER = ("participations", "themes")
# How many rows of each kind are shown; all are counted.
MOST_SHOWN = 200
KINDS = {
    RowResult.IMPORT_TYPE_NEW: "new",
    RowResult.IMPORT_TYPE_UPDATE: "changed",
    RowResult.IMPORT_TYPE_SKIP: "unchanged",
    RowResult.IMPORT_TYPE_INVALID: "refused",
    RowResult.IMPORT_TYPE_ERROR: "refused",
}


@dataclass
class Outcome:
    """What became, or would become, of the rows of a file."""

    counts: Counter = field(default_factory=Counter)
    # (number of the row, what it is called, [(column, before, after)])
    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    # {number of the row: why}
    refused: dict = field(default_factory=dict)
    # Of all that would be saved, also of what is not shown.
    said: Any = field(default_factory=sha256)

    @property
    def digest(self):
        return self.said.hexdigest()

    def take(self, number, called, result):
        kind = KINDS[result.import_type]
        self.counts[kind] += 1
        self.said.update(repr((number, kind, result.diff)).encode())
        if kind == "refused":
            self.refused[number] = _why(result)
        elif kind != "unchanged" and len(getattr(self, kind)) < MOST_SHOWN:
            getattr(self, kind).append((number, called, result.diff))


def _why(result):
    """Why a row is refused, in a sentence for each column."""
    if result.validation_error is None:
        return _("It cannot be read: %s") % result.errors[0].error
    problem = result.validation_error
    if not hasattr(problem, "error_dict"):
        return " ".join(problem.messages)
    parts = problem.message_dict.items()
    return " ".join(
        " ".join(said) if name == "__all__" else f"{name}: {' '.join(said)}" for name, said in parts
    )


def rows_of(resource, rows, outcome, dry_run):
    """Read numbered rows, each a dictionary of cells, into an Outcome."""
    for number, row in rows:
        with transaction.atomic():
            result = resource.import_row(row, None, dry_run=dry_run, row_number=number)
        called = " ".join(row.get(name, "") for name in resource.table.key)
        outcome.take(number, called, result)


def prepared(table, dataset, locks=False):
    """(the resource of a table, its rows with their numbers in the file).

    Raises ValidationError for a file that is none of this table.
    """
    resource = TableResource(TABLES[table], locks)
    resource.prepare(dataset)
    rows = [dict(zip(dataset.headers, cells, strict=True)) for cells in dataset]
    return resource, list(zip(dataset.numbers, rows, strict=True))


def preview(table, dataset, outcome):
    """Read a file with nothing left of it in the database; yields the number of rows read.

    Between two steps nobody waits for the database, but in tables whose rows name each other.
    """
    resource, rows = prepared(table, dataset)
    stays = table in NAME_EACH_OTHER
    with _taken_back() if stays else nullcontext():
        for start in range(0, len(rows), STEP):
            step = rows[start : start + STEP]
            with nullcontext() if stays else _taken_back():
                rows_of(resource, step, outcome, dry_run=True)
            yield start + len(step)


@contextmanager
def _taken_back():
    """A transaction of which nothing stays."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def save(table, dataset, reason, by, seen=None):
    """Save a file in one edition, and return its Outcome.

    Raises ValidationError when a row is refused, or when it would do something else than what was
    `seen`: the digest of the Outcome of a preview. Then nothing is saved.
    """
    outcome = Outcome()
    with open_edition(reason, by):
        resource, rows = prepared(table, dataset, locks=True)
        rows_of(resource, rows, outcome, dry_run=False)
        if outcome.refused:
            number, why = next(iter(outcome.refused.items()))
            message = _("Nothing is saved. Row %(number)s: %(why)s")
            raise ValidationError(message % {"number": number, "why": why})
        if seen is not None and outcome.digest != seen:
            message = _("Nothing is saved: somebody changed these records since. Look again.")
            raise ValidationError(message)
    return outcome
