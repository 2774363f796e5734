"""A file read row by row: what would be new, changed and refused; then saved, all or none."""

from collections import Counter
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from import_export.results import RowResult

from dialogues.models import open_edition
from dialogues.spreadsheets.resources import TABLES, TableResource

# How many rows are read between two words about how far it is.
STEP = 250
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

    def take(self, number, called, result):
        kind = KINDS[result.import_type]
        self.counts[kind] += 1
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


def rows_of(table, dataset, outcome, dry_run):
    """Read a file into an Outcome; yields the number of rows read, every STEP rows.

    Raises ValidationError for a file that is none of this table.
    """
    resource = TableResource(TABLES[table])
    resource.prepare(dataset)
    for number, cells in enumerate(dataset, 1):
        row = dict(zip(dataset.headers, cells, strict=True))
        with transaction.atomic():
            result = resource.import_row(row, None, dry_run=dry_run, row_number=number)
        called = " ".join(row.get(name, "") for name in resource.table.key)
        # The first row names the columns.
        outcome.take(number + 1, called, result)
        if number % STEP == 0:
            yield number


def preview(table, dataset, outcome):
    """As rows_of, with nothing left of it in the database."""
    with transaction.atomic():
        try:
            yield from rows_of(table, dataset, outcome, dry_run=True)
        finally:
            transaction.set_rollback(True)


def save(table, dataset, reason, by):
    """Save a file in one edition, and return its Outcome.

    Raises ValidationError when a row is refused; then nothing is saved.
    """
    outcome = Outcome()
    with open_edition(reason, by):
        for _number in rows_of(table, dataset, outcome, dry_run=False):
            pass
        if outcome.refused:
            number, why = next(iter(outcome.refused.items()))
            message = _("Nothing is saved. Row %(number)s: %(why)s")
            raise ValidationError(message % {"number": number, "why": why})
    return outcome
