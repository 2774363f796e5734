"""A record as a row of plain values, and back: the same shape in every file."""

from decimal import Decimal

from dialogues.models import Participation

# The column that names a record of each model in other rows; "slug" where nothing else is said.
NAMED_BY = {Participation: "key"}


class UnknownNameError(ValueError):
    """A row names a record that does not exist; `was_known` if it once did, under this name."""

    def __init__(self, field, name):
        super().__init__(f"no {field.related_model._meta.verbose_name} is called {name!r}")
        history = field.related_model.history.filter(**{naming_of(field): name})
        self.was_known = history.exists()


def row_of(table, record):
    """The record's columns as text, numbers, dates and lists of names; defaults are left out."""
    row = {}
    for column in table.columns:
        value = _plain(table.field(column), record)
        if value != _default(table.field(column)):
            row[column] = value
    return row


def _plain(field, record):
    if field.many_to_many:
        named = getattr(record, field.name).all()
        return sorted(getattr(other, naming_of(field)) for other in named)
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
        """The record called `name`; a participation is looked for in its dialogue."""
        if name in (None, ""):
            return None
        scope = dialogue if field.related_model is Participation else None
        known = self._names(field, scope)
        if name not in known:
            known = self._names(field, scope, afresh=True)
        if name not in known:
            raise UnknownNameError(field, name)
        return known[name]

    def _names(self, field, dialogue, afresh=False):
        at = (field.related_model, dialogue.pk if dialogue else None)
        if afresh or at not in self._known:
            records = field.related_model._base_manager.all()
            if dialogue:
                records = records.filter(dialogue=dialogue)
            self._known[at] = {getattr(record, naming_of(field)): record for record in records}
        return self._known[at]


def values_of(table, row, resolver):
    """The row's columns as values for the model: (columns of the record, lists of records)."""
    if unknown := set(row) - set(table.columns):
        raise ValueError(f"there is no column called {sorted(unknown)[0]!r}")
    own, lists = {}, {}
    dialogue = None
    for column in table.columns:
        field = table.field(column)
        given = row.get(column, _default(field))
        if field.many_to_many:
            lists[column] = [resolver.find(field, name) for name in given]
        elif field.is_relation:
            own[column] = resolver.find(field, given, dialogue)
            dialogue = own[column] if column == "dialogue" else dialogue
        else:
            # A float has more digits than the file; its text has just those.
            own[column] = field.to_python(str(given) if isinstance(given, float) else given)
    return own, lists


def natural_key(table, own):
    """The values that tell this record from all others of its kind."""
    return {column: own[column] for column in table.key}
