"""Tables of records for django-import-export: what rows are compared with, and refused for."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from import_export import resources
from import_export.fields import Field

from dialogues import publishing
from dialogues.collection.rows import Resolver, UnknownNameError, naming_of
from dialogues.collection.tables import (
    FIGURES,
    NAMES,
    PARTICIPATIONS,
    STATEMENTS,
    THEMES,
)
from dialogues.models import Participation, Statement
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.spreadsheets.columns import ListWidget, NamedWidget, PlainWidget

# The tables that go out and in, by the name in their address.
TABLES = {
    "participations": PARTICIPATIONS,
    "statements": STATEMENTS,
    "figures": FIGURES,
    "themes": THEMES,
    "names": NAMES,
}
# The column of a file of refused rows that says why.
REFUSED = "refused because"
# What gives a new record its own name when the cell is empty.
GIVEN = {Participation: "key", Statement: "reference"}


class NamingResolver(Resolver):
    """Finds the records that cells name, by slug or by any name."""

    def __init__(self):
        super().__init__()
        self._naming = None
        self.unknown = set()

    def find(self, field, name, dialogue=None):
        """As the others; a name that nobody has is looked up once, until a row is written."""
        asked = (field.related_model, name, dialogue and dialogue.pk)
        if asked in self.unknown:
            raise UnknownNameError(field, name)
        try:
            return super().find(field, name, dialogue)
        except UnknownNameError:
            self.unknown.add(asked)
            raise

    @property
    def naming(self):
        self._naming = self._naming or ParticipantNames()
        return self._naming


class Changes:
    """What the library asks for the differences of a row. The resource has them: it knows the lists
    that a record gets only when it is saved."""

    def __init__(self, resource, original, new):
        self.resource = resource

    def compare_with(self, resource, instance):
        """Nothing is left to compare."""

    def as_html(self):
        return self.resource.changes


class TableResource(resources.Resource):
    """One table. `prepare` loads what the rows of a file are compared with; with `locks`, nobody
    else changes it until the transaction ends."""

    def __init__(self, table, locks=False):
        super().__init__()
        self.locks = locks
        self.table = table
        self.resolver = NamingResolver()
        self.known = {}
        self.seen = set()
        self.changes = []
        self.fields = {name: self._field(table.field(name)) for name in table.columns}

    class Meta:
        store_instance = True

    def _field(self, field):
        if field.many_to_many:
            widget = ListWidget(field, self.resolver)
        elif field.is_relation:
            widget = NamedWidget(field, self.resolver)
        else:
            widget = PlainWidget(field)
        return Field(attribute=field.name, column_name=field.name, widget=widget)

    def get_import_order(self):
        return list(self.table.columns)

    def get_export_order(self):
        return list(self.table.columns)

    def get_diff_class(self):
        return Changes

    def get_queryset(self):
        """All records of the table, with what their cells show, in the order of the files."""
        fields = [self.table.field(name) for name in self.table.columns]
        one = [field.name for field in fields if field.is_relation and not field.many_to_many]
        many = [field.name for field in fields if field.many_to_many]
        records = self.table.model._base_manager.select_related(*one).prefetch_related(*many)
        return records.order_by(*self.table.order)

    # Reading rows

    def prepare(self, dataset):
        """Load the records that a file names. Raises ValidationError for columns it cannot have."""
        # What was refused before is sent again with the column that said why.
        if REFUSED in dataset.headers:
            del dataset[REFUSED]
        if unknown := [name for name in dataset.headers if name not in self.fields]:
            message = _("There is no column “%(name)s”. The columns are: %(columns)s.")
            columns = ", ".join(self.fields)
            raise ValidationError(message % {"name": unknown[0], "columns": columns})
        if missing := [name for name in self.table.key if name not in dataset.headers]:
            message = _("The column “%s” is missing: it says which record a row is of.")
            raise ValidationError(message % missing[0])
        first = self.table.key[0]
        field = self.table.field(first)
        column = f"{first}__{naming_of(field)}" if field.is_relation else first
        wanted = list({self._key_cell(first, cell) for cell in dataset[first]})
        records = self.get_queryset().filter(**{f"{column}__among": wanted})
        if self.locks:
            # Nobody changes, publishes or withdraws what is being saved.
            records = records.select_for_update(no_key=True, of=("self",)).order_by("pk")
        self.known = {self._key_of(one): one for one in records}

    def _key_of(self, record):
        return tuple(self._cell(record, name) for name in self.table.key)

    def _cell(self, record, name):
        return self.fields[name].export(record)

    def _key_cell(self, name, cell):
        """A cell of the key as the record has it: a participant may be named by any name."""
        field = self.table.field(name)
        if not field.is_relation or name == "participation":
            return cell
        try:
            return self.fields[name].widget.render(self.fields[name].widget.clean(cell))
        except ValidationError:
            return cell

    def get_instance(self, instance_loader, row):
        key = tuple(self._key_cell(name, row.get(name, "")) for name in self.table.key)
        if key in self.seen:
            raise ValidationError(_("another row of the file is of the same record"))
        given = GIVEN.get(self.table.model)
        if given is None or row.get(given):
            self.seen.add(key)
        return self.known.get(key)

    def init_instance(self, row=None):
        return self.table.model()

    def import_instance(self, instance, row, **kwargs):
        """Set the columns that the file has. Lists are kept aside until the record is saved."""
        self.before = self._cells(instance)
        self.lists, problems = {}, {}
        for name, field in self.fields.items():
            if name not in row or (name == GIVEN.get(self.table.model) and not row[name]):
                continue
            try:
                self._set(instance, name, field.clean(row, dialogue=_dialogue_of(instance)))
            except (ValidationError, ValueError) as problem:
                problems[name] = _messages(problem)
        if problems:
            raise ValidationError(problems)

    def _set(self, instance, name, value):
        if self.table.field(name).many_to_many:
            self.lists[name] = value
        else:
            setattr(instance, name, value)

    def _cells(self, record):
        """The record as the cells of a row."""
        cells = {}
        for name, field in self.fields.items():
            if self.table.field(name).many_to_many and record.pk is None:
                cells[name] = ""
            else:
                cells[name] = field.export(record)
        return cells

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if import_validation_errors:
            return False
        after = self._cells(instance)
        after |= {name: self.fields[name].widget.render(one) for name, one in self.lists.items()}
        self.changes = [
            (name, self.before[name], after[name])
            for name in self.fields
            if self.before[name] != after[name]
        ]
        return original.pk is not None and not self.changes

    # Refusing rows

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        problems = dict(import_validation_errors or {})
        if not problems:
            try:
                _refuse_releasing(instance, {one[0]: one[1] for one in self.changes})
                instance.clean_fields(exclude=["key"])
                instance.clean()
            except ValidationError as problem:
                problems = problem.update_error_dict({})
        if problems:
            raise ValidationError(problems)

    # Saving rows

    def save_instance(self, instance, is_create, row, **kwargs):
        """Save the record with its history; for a preview only its row, which is taken back."""
        if self.table.model in {field.related_model for field in instance._meta.fields}:
            self.resolver.unknown.clear()
        try:
            with transaction.atomic():
                if kwargs.get("dry_run"):
                    self._write(instance, is_create)
                else:
                    instance.save()
        except IntegrityError as problem:
            raise ValidationError(_sentence_of(problem, type(instance))) from problem

    def _write(self, instance, is_create):
        instance.normalise_line_ends()
        instance.complete()
        if is_create:
            instance.save_base(raw=True, force_insert=True)
            return
        columns = {field.attname for field in instance._meta.concrete_fields} - {"id"}
        values = {name: getattr(instance, name) for name in columns}
        QuerySet(type(instance)).filter(pk=instance.pk).update(**values)

    def save_m2m(self, instance, row, **kwargs):
        if kwargs.get("dry_run"):
            return
        for name, records in self.lists.items():
            if set(getattr(instance, name).all()) != set(records):
                getattr(instance, name).set(records)


def _dialogue_of(instance):
    has_one = any(field.name == "dialogue" for field in instance._meta.concrete_fields)
    return instance.dialogue if has_one and instance.dialogue_id else None


def _refuse_releasing(instance, changed):
    """Raise ValidationError for a statement that a file would release, withdraw, or misquote."""
    if not isinstance(instance, Statement):
        return
    was = changed.get("status", instance.status) or Statement.Status.DRAFT
    if instance.status != was:
        message = _("a file releases and withdraws nothing: leave “%s”")
        raise ValidationError({"status": message % was})
    is_reworded = set(publishing.WORDS) & set(changed)
    if instance.is_public() and is_reworded and (problem := publishing.missing_quotation(instance)):
        raise ValidationError({"text": problem})


def _messages(problem):
    return problem.messages if isinstance(problem, ValidationError) else [str(problem)]


def _sentence_of(problem, model):
    """What a constraint says in words."""
    for constraint in model._meta.constraints:
        if constraint.name in str(problem) and isinstance(constraint, models.CheckConstraint):
            return str(constraint.violation_error_message)
    return _("This is recorded already, or contradicts another record.")
