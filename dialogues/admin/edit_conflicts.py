"""Two people edit one record: the second to save sees what the first saved and chooses by field.

Only fields that both changed are asked about; what only the first changed is left as it was saved.

The base version of a form is the record's latest history row when the form was loaded; its number
is posted with the form. History follows every column and list, so no other version mark is needed.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

MINE, THEIRS = "mine", "theirs"
# The name under which browsers post the base version.
VERSION_INPUT = "seen"


@dataclass(frozen=True)
class FieldConflict:
    """A field that someone else changed while it was changed in this form too."""

    name: str
    label: str
    mine: str
    theirs: str
    choice: str


class VersionedForm(forms.ModelForm):
    """A record's form that knows the version it was loaded from.

    `conflicts` is empty unless someone else saved meanwhile; `their_version` is then the history
    row of that save, and `fields_of_others` are the labels of what only they changed.
    """

    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    conflicts: tuple[FieldConflict, ...] = ()
    fields_of_others: tuple[str, ...] = ()
    their_version: Any = None

    def add_prefix(self, field_name):
        return super().add_prefix(VERSION_INPUT if field_name == "base_version" else field_name)

    def get_initial_for_field(self, field, field_name):
        if field_name == "base_version":
            return self.latest_version
        return super().get_initial_for_field(field, field_name)

    @cached_property
    def latest_version(self):
        """The number of the record's latest version; None for a new record."""
        return latest_version_of(self.instance) if self.instance.pk else None

    def clean(self):
        cleaned = super().clean()
        base_version = self.cleaned_data.get("base_version")
        is_posted = self.add_prefix("base_version") in self.data
        if self.instance.pk and is_posted and base_version != self.latest_version:
            self._resolve_conflict(self.instance.history.filter(pk=base_version).first())
        return cleaned

    @cached_property
    def record(self):
        """The record as stored now; `instance` may be an earlier version of it."""
        return type(self.instance)._base_manager.get(pk=self.instance.pk)

    def _resolve_conflict(self, base):
        """Take what only others changed, and what was chosen of the fields that both changed.

        Raises ValidationError while a field that both changed has no choice. `base` is the history
        row this form was loaded from, or None if unknown.
        """
        self.their_version = self.instance.history.order_by("pk").last()
        changed = [name for name in self._columns() if self._is_changed_by_others(name, base)]
        of_others = [name for name in changed if not self._is_edited(name, base)]
        self._take_theirs(of_others)
        self.fields_of_others = tuple(map(self._label, of_others))
        conflicts = {name: self._conflict(name) for name in changed if name not in of_others}
        is_for_this_version = self.data.get(self.agreed_name) == str(self.their_version.pk)
        if (
            not conflicts
            or is_for_this_version
            and all(conflict.choice for conflict in conflicts.values())
        ):
            self._take_theirs(
                name for name, conflict in conflicts.items() if conflict.choice == THEIRS
            )
            return
        self.conflicts = tuple(conflicts.values())
        raise ValidationError(
            _(
                "Someone else saved this record while you were editing it. Your changes are still "
                "here: choose a version of each field that you both changed, then save again."
            ),
            code="conflict",
        )

    @property
    def agreed_name(self):
        """The name of the input with the version that the choices were made for."""
        return self.add_prefix("agreed")

    def _choice_name(self, name):
        return self.add_prefix(f"keep-{name}")

    def _columns(self):
        fields = self.instance._meta.get_fields()
        columns = {field.name for field in fields if not field.auto_created}
        return [name for name in self.fields if name in columns]

    def _is_changed_by_others(self, name, base):
        theirs = value_in_version(self.their_version, name)
        is_changed = base is None or value_in_version(base, name) != theirs
        return is_changed and self._my_value(name) != theirs

    def _is_edited(self, name, base):
        return base is None or self._my_value(name) != value_in_version(base, name)

    def _my_value(self, name):
        if name not in self.cleaned_data:
            return self.data.get(self.add_prefix(name))
        return comparable(self.cleaned_data[name])

    def _label(self, name):
        return str(self.fields[name].label or name)

    def _conflict(self, name):
        choice = self.data.get(self._choice_name(name))
        my_value = self.cleaned_data.get(name, self._my_value(name))
        return FieldConflict(
            name=self._choice_name(name),
            label=self._label(name),
            mine=self._display(name, my_value),
            theirs=self._display(name, stored_value(self.record, name)),
            choice=choice if choice in (MINE, THEIRS) else "",
        )

    def _display(self, name, value):
        field = self.instance._meta.get_field(name)
        if field.many_to_many:
            return ", ".join(sorted(map(str, value or [])))
        return str(dict(field.flatchoices or ()).get(value, "" if value is None else value))

    def _take_theirs(self, names):
        for name in names:
            self.cleaned_data[name] = stored_value(self.record, name)
            self._errors.pop(name, None)


class VersionedFormSet(forms.BaseInlineFormSet):
    """Rows that know the versions they were loaded from; they are locked while they are saved."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.queryset = self.queryset.select_for_update(no_key=True, of=("self",))

    @cached_property
    def latest_versions(self):
        """{key of a row: the number of its latest version}. One query for all rows."""
        keys = [row.pk for row in self.get_queryset()]
        latest = self.model.history.filter(id__in=keys).values_list("id")
        return dict(latest.annotate(Max("history_id")).order_by())

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.latest_version = self.latest_versions.get(form.instance.pk)

    def clean(self):
        """Raise ValidationError for a removed row that someone else changed since it was shown."""
        super().clean()
        for form in self.initial_forms:
            base_version = form.data.get(form.add_prefix("base_version"), "")
            is_current = base_version in ("", str(form.latest_version))
            if self._should_delete_form(form) and not is_current:
                message = _(
                    "Someone else has changed “%s” since you opened this form. "
                    "Check it before you remove it."
                )
                raise ValidationError(message % form.instance, code="conflict")


def latest_version_of(record):
    """The number of the record's latest history row; None without history."""
    return record.history.aggregate(latest=Max("history_id"))["latest"]


def stored_value(record, name):
    """The value of a column, or the records of a list, as stored."""
    value = getattr(record, name)
    return list(value.all()) if record._meta.get_field(name).many_to_many else value


def value_in_version(row, name):
    """The value of a column or the keys of a list in a history row, as `comparable` returns it."""
    field = row.instance_type._meta.get_field(name)
    if field.many_to_many:
        column = f"{field.m2m_reverse_field_name()}_id"
        return {getattr(link, column) for link in getattr(row, name).all()}
    return comparable(getattr(row, field.attname))


def comparable(value):
    """A form's value as a column holds it: the key of a record, the set of keys of a list."""
    if hasattr(value, "pk"):
        return value.pk
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    is_list = hasattr(value, "__iter__")
    return {record.pk for record in value} if is_list else value
