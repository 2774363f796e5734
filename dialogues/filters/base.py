"""A filter set that ignores what it cannot use and says so, instead of refusing the address."""

from copy import copy

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.choices import Clock

# How many values of one key are used: more than people choose, few enough for one query.
MAX_VALUES = 20


class ValuesField(forms.Field):
    """Cleans to the known values, in the order given; `refused` and `left_over` are the rest.

    `max_values` limits how many are used. `labels` is {value: label}, or a function that returns
    its items. `noun` is what a sentence calls a value, if not the label of the field.
    """

    widget = forms.MultipleHiddenInput
    refused = ()
    left_over = 0

    def __init__(self, *, labels=(), max_values=MAX_VALUES, noun="", **kwargs):
        super().__init__(**kwargs)
        self.max_values = max_values
        self.noun = noun
        self._labels = labels

    def __deepcopy__(self, memo):
        """A shallow copy, which is all that each form needs: cleaning sets attributes only."""
        return copy(self)

    def clean(self, value):
        values = list(dict.fromkeys(text.strip() for text in value or [] if text.strip()))
        self.left_over = max(len(values) - self.max_values, 0)
        values = values[: self.max_values]
        self.refused = [text for text in values if text not in self.labels]
        return [text for text in values if text in self.labels]

    @property
    def labels(self):
        if callable(self._labels):
            self._labels = dict(self._labels())
        return self._labels

    @labels.setter
    def labels(self, labels):
        self._labels = labels


class ValuesFilter(filters.Filter):
    """Records with one of several values; several keys narrow the list further.

    `records` are the LinkedRecords whose slugs are the values, if any.
    """

    field_class = ValuesField

    def __init__(self, *args, records=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.records = records

    def __deepcopy__(self, memo):
        """A shallow copy: a filter set copies its filters for each request and changes no part."""
        shallow = copy(self)
        shallow.method = self.method  # of the filter set of the copy
        return shallow

    def filter(self, queryset, values):
        return queryset.filter(**{f"{self.field_name}__in": values}) if values else queryset


class OptionFilter(ValuesFilter):
    """A setting that does not narrow the list: the page reads it."""

    def filter(self, queryset, values):
        return queryset


class ClockFilter(OptionFilter):
    """The day by which groups and names are shown."""

    def __init__(self, *clocks):
        labels = {clock.value: clock.label for clock in clocks}
        label, noun = _("Names and groups as of"), _("date for names and groups")
        super().__init__(label=label, labels=labels, max_values=1, noun=noun)


class LenientFilterSet(filters.FilterSet):
    """A FilterSet that applies what it understands; `problems_of` reports the rest.

    The one override of django-filter is `get_form_class`: its filters are made once per class,
    while labels belong to an edition. Values are dropped one by one by ValuesField, so the form
    is valid and the library's `qs` can be used as it is.
    """

    OTHER_KEYS = frozenset({"page", "size"})
    # {another key that people may write: the key it means}.
    KEY_ALIASES = {}
    # The clock of an address that names none.
    default_clock = Clock.DATE

    def value_labels(self):
        """{key: {value: label}} of the keys whose labels depend on the edition."""
        return {}

    def get_form_class(self):
        form_class = super().get_form_class()
        for key, labels in self.value_labels().items():
            if key in form_class.base_fields:
                form_class.base_fields[key].labels = labels
        return form_class

    def without(self, key):
        """The queryset with the values of one key ignored."""
        self.form.is_valid()
        queryset = self.queryset.all()
        for name, values in self.form.cleaned_data.items():
            if name != key:
                queryset = self.filters[name].filter(queryset, values)
        return queryset

    def applied_values(self, key):
        """The values of one key that are applied."""
        self.form.is_valid()
        return self.form.cleaned_data.get(key) or []

    def applied_value(self, key):
        """The applied value of a key that takes one; "" if there is none."""
        return next(iter(self.applied_values(key)), "")

    def label(self, key, value):
        """The label of an applied value."""
        return self.form.fields[key].labels[value]

    @property
    def clock_in_use(self):
        """The Clock by which groups and names are shown."""
        return Clock(self.applied_value("clock") or self.default_clock)
