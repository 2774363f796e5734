"""A filter whose values come from a list, that may be repeated, and that forgives a wrong one."""

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.choices import Clock

# How many values of one key are used: more than people choose by hand, too few to tire a server.
MAX_VALUES = 20


class ValuesField(forms.Field):
    """Keeps the values it knows, in the order given, and remembers those it refused.

    `max_values` is how many of them it takes; `labels` is what people call each value: a dict, or a
    function that gives its items.
    """

    widget = forms.MultipleHiddenInput
    refused = ()
    left_over = 0

    def __init__(self, *, labels=(), max_values=MAX_VALUES, **kwargs):
        super().__init__(**kwargs)
        self.max_values = max_values
        self._labels = labels

    def clean(self, value):
        given = list(dict.fromkeys(one.strip() for one in value or [] if one.strip()))
        self.left_over = max(len(given) - self.max_values, 0)
        given = given[: self.max_values]
        self.refused = [one for one in given if one not in self.labels]
        return [one for one in given if one in self.labels]

    @property
    def labels(self):
        if callable(self._labels):
            self._labels = dict(self._labels())
        return self._labels

    @labels.setter
    def labels(self, labels):
        self._labels = labels


class ValuesFilter(filters.Filter):
    """Values of one key widen the result; several keys narrow it.

    `means` names the queryset method that takes the values; without it a column is compared.
    """

    field_class = ValuesField

    def __init__(self, *args, means=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.means = means

    def filter(self, records, values):
        if not values:
            return records
        if self.means:
            return getattr(records, self.means)(values)
        return records.filter(**{f"{self.field_name}__in": values})


class OptionFilter(ValuesFilter):
    """A choice that narrows nothing: whoever shows the result reads it."""

    def filter(self, records, values):
        return records


class ClockFilter(OptionFilter):
    """By which clock groups and names are told."""

    def __init__(self, *clocks):
        labels = {one.value: one.label for one in clocks}
        super().__init__(label=_("Clock for groups and names"), labels=labels, max_values=1)


class LenientFilterSet(filters.FilterSet):
    """Applies what it understands, and says in `problems` what it did not."""

    OTHER_KEYS = frozenset({"page", "size"})
    # The clock of an address that names none.
    default_clock = Clock.DATE

    @property
    def clock_now(self):
        """The Clock that groups and names are told by."""
        return Clock(self.applied_value("clock") or self.default_clock)

    def applied_value(self, key):
        """The value chosen under a key that takes one; empty text where none is."""
        return next(iter(self.applied_values(key)), "")

    def filter_queryset(self, queryset, leaving_out=None):
        self.form.is_valid()
        for name, value in self.form.cleaned_data.items():
            if name != leaving_out:
                queryset = self.filters[name].filter(queryset, value)
        return queryset

    @property
    def qs(self):
        return self.filter_queryset(self.queryset.all())

    def without(self, key):
        """The result as if nothing were chosen under one key."""
        return self.filter_queryset(self.queryset.all(), leaving_out=key)

    def applied_values(self, key):
        """The values of one key that are applied."""
        self.form.is_valid()
        return self.form.cleaned_data.get(key) or []

    def label(self, key, value):
        """What people call a value that is applied."""
        return self.form.fields[key].labels[value]
