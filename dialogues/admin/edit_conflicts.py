"""Two people at one record: who saves second sees what the first saved, and chooses by field.

What a form was made from is the record's latest history row then; its number travels with the form
as `seen`. History follows every column and list, so no other mark of a version is needed.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Difference:
    """A field that somebody else changed while this form was open."""

    name: str
    label: str
    mine: str
    theirs: str
    was_typed: bool
    chosen: str


class VersionedForm(forms.ModelForm):
    """A record's form that knows what its reader saw.

    `differences` is empty unless somebody else saved meanwhile; `latest` is then their history row.
    """

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    differences: tuple[Difference, ...] = ()
    latest: Any = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = latest_of(self.instance)

    def clean(self):
        cleaned = super().clean()
        seen = self.cleaned_data.get("seen")
        was_sent = self.add_prefix("seen") in self.data
        if self.instance.pk and was_sent and seen != latest_of(self.instance):
            self._settle(self.instance.history.filter(pk=seen).first())
        return cleaned

    @cached_property
    def record(self):
        """The record as it is now; `instance` may be an earlier version of it."""
        return type(self.instance)._base_manager.get(pk=self.instance.pk)

    def _settle(self, base):
        """Take all of the other's save where nothing was typed here; otherwise ask, field by field,
        about what the other changed, and take what was chosen."""
        self.latest = self.instance.history.order_by("pk").last()
        changed = [name for name in self._columns() if self._changed_by_others(name, base)]
        if not changed:
            return
        if not any(self._was_typed(name, base) for name in self._columns()):
            self._adopt(changed)
            return
        differences = tuple(self._difference(name, base) for name in changed)
        is_of_this = self.data.get(self.agreed_name) == str(self.latest.pk)
        if is_of_this and all(one.chosen for one in differences):
            self._adopt(one.name for one in differences if one.chosen == THEIRS)
            return
        self.differences = differences
        raise ValidationError(
            _(
                "Somebody else saved this while you were writing. What you typed is still here: "
                "choose between the two, field by field, and save again."
            ),
            code="conflict",
        )

    @property
    def agreed_name(self):
        """The field that says between what, and which later save, was chosen."""
        return self.add_prefix("agreed")

    def _columns(self):
        fields = self.instance._meta.get_fields()
        known = {field.name for field in fields if not field.auto_created}
        return [name for name in self.fields if name in known]

    def _changed_by_others(self, name, base):
        theirs = value_then(self.latest, name)
        was = base is None or value_then(base, name) != theirs
        return was and self._mine(name) != theirs

    def _was_typed(self, name, base):
        return base is None or self._mine(name) != value_then(base, name)

    def _mine(self, name):
        if name not in self.cleaned_data:
            return self.data.get(self.add_prefix(name))
        return plain(self.cleaned_data[name])

    def _difference(self, name, base):
        was_typed = self._was_typed(name, base)
        kept = self.data.get(self.add_prefix(f"keep-{name}"), "" if was_typed else THEIRS)
        typed = self.cleaned_data.get(name, self._mine(name))
        return Difference(
            name=self.add_prefix(f"keep-{name}"),
            label=str(self.fields[name].label or name),
            mine=self._in_words(name, typed),
            theirs=self._in_words(name, stored(self.record, name)),
            was_typed=was_typed,
            chosen=kept if kept in (MINE, THEIRS) else "",
        )

    def _in_words(self, name, value):
        field = self.instance._meta.get_field(name)
        if field.many_to_many:
            return ", ".join(sorted(map(str, value or [])))
        return str(dict(field.flatchoices or ()).get(value, "" if value is None else value))

    def _adopt(self, names):
        for name in names:
            name = name.removeprefix(self.add_prefix("keep-"))
            self.cleaned_data[name] = stored(self.record, name)
            self._errors.pop(name, None)


class VersionedFormSet(forms.BaseInlineFormSet):
    """Rows that know what their reader saw; while they are saved nobody else changes them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.queryset = self.queryset.select_for_update(no_key=True, of=("self",))

    def clean(self):
        """Refuse to remove a row that somebody else has changed since it was shown."""
        super().clean()
        for form in self.initial_forms:
            seen = form.data.get(form.add_prefix("seen"), "")
            if self._should_delete_form(form) and seen not in ("", str(latest_of(form.instance))):
                message = _("“%s” was changed by somebody else since. Look at it again.")
                raise ValidationError(message % form.instance, code="conflict")

    def get_queryset(self):
        is_first = not hasattr(self, "_queryset")
        rows = super().get_queryset()
        if is_first:
            latest = self.model.history.filter(id__in=[row.pk for row in rows]).values_list("id")
            numbers = dict(latest.annotate(Max("history_id")).order_by())
            for row in rows:
                row.latest_history = numbers.get(row.pk)
        return rows


def latest_of(record):
    """The number of the record's latest history row; None where it has none."""
    if not hasattr(record, "latest_history"):
        record.latest_history = record.history.aggregate(at=Max("history_id"))["at"]
    return record.latest_history


def stored(record, name):
    """A column of the record, or the records of a list, as they are."""
    value = getattr(record, name)
    return list(value.all()) if record._meta.get_field(name).many_to_many else value


def value_then(row, name):
    """A column, or the keys of a list, as a history row has it: comparable with `plain`."""
    field = row.instance_type._meta.get_field(name)
    if field.many_to_many:
        column = f"{field.m2m_reverse_field_name()}_id"
        return {getattr(one, column) for one in getattr(row, name).all()}
    return plain(getattr(row, field.attname))


def plain(value):
    """A value of a form as a column holds it: a key for a record, a set of keys for a list."""
    if hasattr(value, "pk"):
        return value.pk
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    is_list = hasattr(value, "__iter__")
    return {one.pk for one in value} if is_list else value
