"""How a value of a record stands in a cell, and what a cell means."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export import widgets

from dialogues.collection.rows import UnknownNameError, naming_of
from dialogues.models import Participant

YES = ("yes", "true", "1", "ja", "oui", "x")
NO = ("no", "false", "0", "nein", "non", "")
MANY = ";"


class PlainWidget(widgets.Widget):
    """A column of the record itself."""

    def __init__(self, field):
        super().__init__()
        self.field = field

    def clean(self, value, row=None, **kwargs):
        if isinstance(self.field, models.BooleanField):
            return _truth(value)
        if value == "":
            return None if self.field.null else self.field.get_default()
        return self.field.to_python(value)

    def render(self, value, obj=None, **kwargs):
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else ""
        if isinstance(self.field, models.DecimalField):
            return f"{value.normalize():f}"
        return str(value)


class NamedWidget(widgets.Widget):
    """Another record, by what names it: its slug, or any name of a participant."""

    def __init__(self, field, resolver):
        super().__init__()
        self.field = field
        self.resolver = resolver

    def clean(self, value, row=None, dialogue=None, **kwargs):
        return self.find(value, dialogue) if value else None

    def find(self, value, dialogue=None):
        try:
            return self.resolver.find(self.field, value, dialogue)
        except UnknownNameError as unknown:
            found = self._by_name(value)
            if found is None:
                kind = self.field.related_model._meta.verbose_name
                message = _("there is no %(kind)s “%(value)s”")
                raise ValidationError(message % {"kind": kind, "value": value}) from unknown
            return found

    def _by_name(self, value):
        if self.field.related_model is not Participant:
            return None
        return self.resolver.naming.find(value)

    def render(self, value, obj=None, **kwargs):
        return getattr(value, naming_of(self.field)) if value else ""


class ListWidget(NamedWidget):
    """Several other records, with semicolons between."""

    def clean(self, value, row=None, **kwargs):
        named = [one.strip() for one in value.split(MANY) if one.strip()]
        return list(dict.fromkeys(self.find(one) for one in named))

    def render(self, value, obj=None, **kwargs):
        records = value if isinstance(value, list) else value.all()
        return f"{MANY} ".join(sorted(getattr(one, naming_of(self.field)) for one in records))


def _truth(value):
    if value.casefold() in YES:
        return True
    if value.casefold() in NO:
        return False
    raise ValidationError(_("“%s” is neither yes nor no") % value)
