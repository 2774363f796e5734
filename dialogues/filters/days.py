"""The filters of a first and a last day: from=2017-09-06, from=2017-09 or from=2017."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from dialogues.choices import DatePrecision
from dialogues.filters.base import ValuesFilter

PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
PRECISIONS = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)


class Period(NamedTuple):
    """The days of a date that may be a whole month or year, and the date in words."""

    first: date
    last: date
    label: str

    def limit(self, lookup):
        """The day to compare with: the first one for "gte", the last one for "lte"."""
        return self.first if lookup == "gte" else self.last


def period_of(text):
    """The Period of a date as in an address; None for another text."""
    match = PARTIAL_DATE.fullmatch(text)
    numbers = [int(part) for part in match.groups() if part] if match else []
    try:
        first = date(*numbers, *(1, 1)[: 3 - len(numbers)])
    except (TypeError, ValueError):
        return None
    last = first
    if len(numbers) < 3:
        month = 12 if len(numbers) < 2 else first.month
        last = date(first.year, month, monthrange(first.year, month)[1])
    return Period(first, last, PRECISIONS[len(numbers) - 1].in_words(first))


class PeriodLabels(Mapping):
    """{date as in an address: the date in words}, of all dates."""

    def __getitem__(self, text):
        period = period_of(text)
        if period is None:
            raise KeyError(text)
        return period.label

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class LimitFilter(ValuesFilter):
    """The statements from the first day of a period on, or up to its last day: a DayKey."""

    def __init__(self, key):
        noun = _("date, such as 2017-09-06, 2017-09 or 2017")
        super().__init__(label=key.label, labels=PeriodLabels(), max_values=1, noun=noun)
        self.lookup = key.lookup

    def filter(self, queryset, values):
        if not values:
            return queryset
        day = period_of(values[0]).limit(self.lookup)
        return queryset.with_day().filter(**{f"day__{self.lookup}": day})

    def has(self, day, values):
        """Whether a day, in ISO 8601, is within the limit."""
        if not values:
            return True
        limit = period_of(values[0]).limit(self.lookup).isoformat()
        return day >= limit if self.lookup == "gte" else day <= limit
