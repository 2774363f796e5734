"""A column of a spreadsheet: a value of a record written as a cell, and a cell read as a value."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from dialogues.collection.rows import UnknownNameError, naming_of
from dialogues.models import Participant

YES = ("yes", "true", "1", "ja", "oui", "x")
NO = ("no", "false", "0", "nein", "non", "")
SEPARATOR = ";"


def column_of(field, resolver):
    """The column for a field of a model. `resolver` finds the records that cells name."""
    if field.many_to_many:
        return RecordListColumn(field, resolver)
    if field.is_relation:
        return RecordColumn(field, resolver)
    return ChoiceColumn(field) if field.choices else ValueColumn(field)


class ValueColumn:
    """A value of the record itself."""

    def __init__(self, field):
        self.field = field

    def read(self, cell, dialogue=None):
        """The value of a cell. Raises ValidationError or ValueError for what is not one."""
        if isinstance(self.field, models.BooleanField):
            return _boolean(cell)
        if cell == "":
            return None if self.field.null else self.field.get_default()
        return self.field.to_python(cell)

    def write(self, value):
        """A value as the text of a cell."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else ""
        if isinstance(self.field, models.DecimalField):
            return f"{value.normalize():f}"
        return str(value)

    def cell(self, record):
        """The cell of a record, which may be unsaved and incomplete."""
        return self.write(getattr(record, self.field.name, None))


class ChoiceColumn(ValueColumn):
    """One of the field's choices, by its stored value or its label."""

    def read(self, cell, dialogue=None):
        """The stored value. Raises ValidationError that lists the values."""
        if cell == "":
            return self.field.get_default()
        for value, label in self.field.flatchoices:
            if cell.casefold() in (str(value).casefold(), str(label).casefold()):
                return value
        values = ", ".join(str(value) for value, _label in self.field.flatchoices if value)
        message = _("“%(cell)s” is not one of: %(values)s")
        raise ValidationError(message % {"cell": cell, "values": values})


class RecordColumn(ValueColumn):
    """Another record, by its slug or key, or by any name of a participant."""

    def __init__(self, field, resolver):
        super().__init__(field)
        self.resolver = resolver

    def read(self, cell, dialogue=None):
        return self.find(cell, dialogue) if cell else None

    def find(self, name, dialogue=None):
        """The record of this name. Raises ValidationError where there is none."""
        try:
            return self.resolver.find(self.field, name, dialogue)
        except UnknownNameError as unknown:
            participant = self._participant(name)
            if participant is None:
                kind = self.field.related_model._meta.verbose_name
                message = _("there is no %(kind)s “%(value)s”")
                raise ValidationError(message % {"kind": kind, "value": name}) from unknown
            return participant

    def _participant(self, name):
        if self.field.related_model is not Participant:
            return None
        return self.resolver.participant_names.find(name)

    def write(self, value):
        return getattr(value, naming_of(self.field)) if value else ""


class RecordListColumn(RecordColumn):
    """Several other records, separated by semicolons."""

    def read(self, cell, dialogue=None):
        names = [name.strip() for name in cell.split(SEPARATOR) if name.strip()]
        return list(dict.fromkeys(self.find(name) for name in names))

    def write(self, value):
        names = [getattr(record, naming_of(self.field)) for record in value]
        return f"{SEPARATOR} ".join(sorted(names))

    def cell(self, record):
        # A record has lists only once it is saved.
        return "" if record.pk is None else self.write(getattr(record, self.field.name).all())


def _boolean(cell):
    if cell.casefold() in YES:
        return True
    if cell.casefold() in NO:
        return False
    raise ValidationError(_("“%s” is neither yes nor no") % cell)
