"""The rows of a spreadsheet and the records they name: matched, compared, rejected or saved."""

from dataclasses import dataclass, field
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from dialogues import publishing
from dialogues.collection.rows import Resolver, UnknownNameError, naming_of
from dialogues.collection.tables import (
    BALLOTS,
    ENGAGEMENTS,
    FIGURES,
    LEDGER,
    NAMES,
    PARTICIPATIONS,
    STATEMENTS,
    THEMES,
    VOTES,
)
from dialogues.models import Participation, Statement
from dialogues.models.names import partial_date
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.spreadsheets.cells import DayCell
from dialogues.spreadsheets.columns import column_of
from dialogues.spreadsheets.files import Sheet
from dialogues.spreadsheets.reasons import constraint_message, messages_of, reason_of

# The tables that can be downloaded and uploaded, by the name in their address.
TABLES = {
    "participations": PARTICIPATIONS,
    "statements": STATEMENTS,
    "figures": FIGURES,
    "themes": THEMES,
    "names": NAMES,
    "votes": VOTES,
    "roll-calls": BALLOTS,
    "ledgers": LEDGER,
    "engagements": ENGAGEMENTS,
}
# The column in a file of rejected rows that gives the reason.
REASON_COLUMN = "refused because"
# Of a column's name with one of the table (difflib, 0 to 1): it is misspelled.
MIN_SIMILARITY = 0.8
# The column that a new record fills in itself when its cell is empty.
GENERATED_KEYS = {Participation: "key", Statement: "reference"}


@dataclass(frozen=True)
class RowResult:
    """What a row does: "new", "changed", "unchanged" or "refused"; its changes, or the reason.

    `changes` are (column, cell before, cell after).
    """

    kind: str
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    reason: str = ""


class CachingResolver(Resolver):
    """Finds the records that cells name, by slug or by any name of a participant."""

    def __init__(self):
        super().__init__()
        self._participant_names = None
        self._unknown = set()

    def find(self, field, name, dialogue=None):
        """As Resolver.find. A name that does not exist is looked up once, until forget_unknown."""
        key = (field.related_model, name, dialogue and dialogue.pk)
        if key in self._unknown:
            raise UnknownNameError(field, name)
        try:
            return super().find(field, name, dialogue)
        except UnknownNameError:
            self._unknown.add(key)
            raise

    def forget_unknown(self):
        """Look unknown names up again: a record that rows may name has been saved."""
        self._unknown.clear()

    @property
    def participant_names(self):
        self._participant_names = self._participant_names or ParticipantNames.read()
        return self._participant_names


class RowReader:
    """Reads the rows of one table against the records they name.

    With `locks`, nobody else changes these records until the transaction ends.
    """

    def __init__(self, table, locks=False):
        self.table = table
        self._locks = locks
        self._resolver = CachingResolver()
        self._columns = {
            name: column_of(table.field(name), self._resolver) for name in table.columns
        }
        self._records = {}
        self._seen = set()
        self.ignored = []

    def records(self):
        """All records of the table with what their cells show, in the order of the files."""
        fields = [self.table.field(name) for name in self.table.columns]
        related = [field.name for field in fields if field.is_relation and not field.many_to_many]
        lists = [field.name for field in fields if field.many_to_many]
        records = self.table.model._base_manager.select_related(*related).prefetch_related(*lists)
        return records.order_by(*self.table.order)

    def export(self, records):
        """A Sheet of these records that can be uploaded again."""
        rows = enumerate((self._cells(record) for record in records), 2)
        return Sheet(list(self.table.columns), list(rows))

    def load(self, sheet):
        """Read the records that a sheet names.

        Raises ValidationError for a misspelled column, or a missing one of the key.
        """
        self._refuse_columns(sheet.columns)
        name = self.table.key[0]
        field = self.table.field(name)
        lookup = f"{name}__{naming_of(field)}" if field.is_relation else name
        keys = list({self._key_cell(name, row[name]) for _number, row in sheet.rows})
        records = self.records().filter(**{f"{lookup}__among": keys})
        if self._locks:
            records = records.select_for_update(no_key=True, of=("self",)).order_by("pk")
        self._records = {self._key_of(record): record for record in records}

    def _refuse_columns(self, columns):
        """Raise ValidationError for a column that seems to be misspelled, or a missing one of the
        key. Columns that a person added are `ignored`."""
        # Rejected rows are uploaded again with the column that gave the reason.
        self.ignored = [name for name in columns if name not in {*self._columns, REASON_COLUMN}]
        absent = [name for name in self._columns if name not in columns]
        for name in self.ignored:
            if close := get_close_matches(name.casefold(), absent, 1, MIN_SIMILARITY):
                message = _("There is no column “%(name)s”. Did you mean “%(other)s”?")
                raise ValidationError(message % {"name": name, "other": close[0]})
        if missing := [name for name in self.table.key if name not in columns]:
            message = _(
                "The column “%(name)s” is missing: it says which record a row is of. "
                "The columns are: %(columns)s."
            )
            known = ", ".join(self._columns)
            raise ValidationError(message % {"name": missing[0], "columns": known})

    def _key_of(self, record):
        return tuple(self._columns[name].cell(record) for name in self.table.key)

    def _key_cell(self, name, cell):
        """A cell of the key as the record has it: a participant may be named by any name."""
        field = self.table.field(name)
        if not field.is_relation or field.related_model is Participation:
            return cell
        try:
            return self._columns[name].write(self._columns[name].read(cell))
        except ValidationError:
            return cell

    def result(self, row, is_preview):
        """The RowResult of a row, {column: cell}. Its record is saved with its history.

        For a preview only its row in the database is written, for the caller to roll back, so
        that a preview refuses what saving would.
        """
        try:
            with transaction.atomic():
                return self._apply(row, is_preview)
        except ValidationError as problem:
            return RowResult("refused", reason=reason_of(problem))
        except IntegrityError as problem:
            return RowResult("refused", reason=constraint_message(problem, self.table.model))
        except DatabaseError as problem:
            return RowResult("refused", reason=_("It cannot be read: %s") % problem)

    def _apply(self, row, is_preview):
        record = self._record_of(row)
        is_new = record.pk is None
        before = self._cells(record)
        lists = self._set_columns(record, row)
        changes = self._changes(before, record, lists)
        if not is_new and not changes:
            return RowResult("unchanged")
        _validate(record, {name: cell for name, cell, _after in changes})
        if self.table.model in {field.related_model for field in record._meta.fields}:
            self._resolver.forget_unknown()
        if is_preview:
            _write_row(record, is_new)
        else:
            _save(record, lists)
        return RowResult("new" if is_new else "changed", changes)

    def _record_of(self, row):
        """The record a row is of, or a new one. Raises ValidationError for a second row of it."""
        key = tuple(self._key_cell(name, row.get(name, "")) for name in self.table.key)
        if key in self._seen:
            raise ValidationError(_("another row of the file is of the same record"))
        generated = GENERATED_KEYS.get(self.table.model)
        if generated is None or row.get(generated):
            self._seen.add(key)
        return self._records.get(key) or self.table.model()

    def _set_columns(self, record, row):
        """Set the columns that the row has; returns its lists, which a saved record can take."""
        lists, problems = {}, {}
        for name, column in self._columns.items():
            if name not in row or (name == GENERATED_KEYS.get(self.table.model) and not row[name]):
                continue
            try:
                _refuse_day(column.field, row[name])
                value = column.read(row[name], _dialogue_of(record))
            except (ValidationError, ValueError) as problem:
                problems[name] = messages_of(problem)
                continue
            if column.field.many_to_many:
                lists[name] = value
            else:
                setattr(record, name, value)
        if problems:
            raise ValidationError(problems)
        return lists

    def _cells(self, record):
        return {name: column.cell(record) for name, column in self._columns.items()}

    def _changes(self, before, record, lists):
        after = self._cells(record)
        after |= {name: self._columns[name].write(records) for name, records in lists.items()}
        return [
            (name, before[name], after[name])
            for name in self._columns
            if before[name] != after[name]
        ]


def _refuse_day(field, cell):
    """Raise ValidationError for a date that a program made of something else."""
    takes_days = isinstance(field, models.DateField) or partial_date in field.validators
    if isinstance(cell, DayCell) and not takes_days:
        message = _("a program made the date %s of it. Format the cell as text, and type it again")
        raise ValidationError(message % cell)


def _dialogue_of(record):
    has_dialogue = any(field.name == "dialogue" for field in record._meta.concrete_fields)
    return record.dialogue if has_dialogue and record.dialogue_id else None


def _validate(record, cells_before):
    """Raise ValidationError for what the record's own form would refuse, or a file may not do."""
    if isinstance(record, Statement):
        _refuse_publishing(record, cells_before)
    record.clean_fields(exclude=["key"])
    record.clean()


def _refuse_publishing(statement, cells_before):
    """Raise ValidationError for a statement that a file would publish, withdraw or misquote."""
    status = cells_before.get("status", statement.status) or Statement.Status.DRAFT
    if statement.status != status:
        message = _("a file publishes and withdraws nothing: leave “%s”")
        raise ValidationError({"status": message % status})
    is_reworded = statement.is_public() and set(publishing.QUOTATION_FIELDS) & set(cells_before)
    if is_reworded and (problem := publishing.missing_quotation(statement)):
        raise ValidationError({"text": problem})


def _write_row(record, is_new):
    """Write the record's row without its history."""
    record.clean_texts()
    record.fill_derived_fields()
    if is_new:
        record.save_base(raw=True, force_insert=True)
        return
    columns = {field.attname for field in record._meta.concrete_fields} - {"id"}
    values = {name: getattr(record, name) for name in columns}
    QuerySet(type(record)).filter(pk=record.pk).update(**values)


def _save(record, lists):
    record.save()
    for name, records in lists.items():
        if set(getattr(record, name).all()) != set(records):
            getattr(record, name).set(records)
