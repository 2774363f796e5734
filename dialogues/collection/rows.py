"""A record as a row of plain values, and back; the same shape in every file."""

from decimal import Decimal

from dialogues.models import Participation

# The column by which other rows name a record of each model; "slug" by default.
NAMED_BY = {Participation: "key"}


class UnknownNameError(ValueError):
    """A row names a record that does not exist; `was_known` if it once existed by that name."""

    def __init__(self, field, name):
        super().__init__(f"no {field.related_model._meta.verbose_name} is called {name!r}")
        history = field.related_model.history.filter(**{naming_of(field): name})
        self.was_known = history.exists()


def row_of(table, record):
    """The columns of a record as text, numbers, dates and lists of names, without defaults."""
    row = {}
    for column in table.columns:
        value = _plain(table.field(column), record)
        if value != _default(table.field(column)):
            row[column] = value
    return row


def _plain(field, record):
    if field.many_to_many:
        records = getattr(record, field.name).all()
        return sorted(getattr(other, naming_of(field)) for other in records)
    if field.is_relation:
        other = getattr(record, field.name)
        return getattr(other, naming_of(field)) if other else None
    return _number(getattr(record, field.name))


def _number(value):
    """A decimal as files write it: 73 or 9.2."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def _default(field):
    if field.many_to_many:
        return []
    return _number(field.get_default())


def naming_of(field):
    """The column by which other rows name the records that a field refers to."""
    return NAMED_BY.get(field.related_model, "slug")


class Resolver:
    """Finds the records that rows name; each kind is read from the database once."""

    def __init__(self):
        self._known = {}

    def find(self, field, name, dialogue=None):
        """The record called `name`; a participation is looked up in its dialogue.

        Raises UnknownNameError.
        """
        if name in (None, ""):
            return None
        scope = dialogue if field.related_model is Participation else None
        records = self._by_name(field, scope)
        if name not in records:
            records = self._by_name(field, scope, reload=True)
        if name not in records:
            raise UnknownNameError(field, name)
        return records[name]

    def _by_name(self, field, dialogue, reload=False):
        key = (field.related_model, dialogue.pk if dialogue else None)
        if reload or key not in self._known:
            records = field.related_model._base_manager.all()
            if dialogue:
                records = records.filter(dialogue=dialogue)
            self._known[key] = {getattr(record, naming_of(field)): record for record in records}
        return self._known[key]


def values_of(table, row, resolver):
    """A row as values for the model: ({column: value}, {column: list of records}).

    Raises ValueError for an unknown column, and UnknownNameError.
    """
    if unknown := set(row) - set(table.columns):
        raise ValueError(f"there is no column called {sorted(unknown)[0]!r}")
    own, lists = {}, {}
    dialogue = None
    for column in table.columns:
        field = table.field(column)
        cell = row.get(column, _default(field))
        if field.many_to_many:
            lists[column] = [resolver.find(field, name) for name in cell]
        elif field.is_relation:
            own[column] = resolver.find(field, cell, dialogue)
            dialogue = own[column] if column == "dialogue" else dialogue
        else:
            # A float has more digits than the file; its text has the same.
            own[column] = field.to_python(str(cell) if isinstance(cell, float) else cell)
    return own, lists


def natural_key(table, own):
    """The values that identify a record among all others of its kind."""
    return {column: own[column] for column in table.key}
