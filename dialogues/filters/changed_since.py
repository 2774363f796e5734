"""The filter of what changed since an edition or a day: changed_since=12, changed_since=2026-11-01.

It never leaves out a change, but may give some that are older: a long transaction writes history
before its edition gets a number.
"""

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.filters.days import period_of
from dialogues.http.urls import record_key
from dialogues.models import Edition

# The longest time from the first history row of a transaction to its edition.
LONGEST_TRANSACTION = timedelta(hours=1)
BEGINNING = datetime.min.replace(tzinfo=UTC)


class Since(NamedTuple):
    """The number of an edition, and a time before any change after it was written."""

    edition: int
    moment: datetime


class SinceField(forms.CharField):
    """Cleans to a Since; None for an empty text. Invalid for an edition that does not exist yet."""

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        since = _since_day(text) or _since_edition(text)
        if since is None:
            raise forms.ValidationError(
                _("It is the number of an edition, 0 to %(last)s, or a day such as 2026-11-01."),
                params={"last": Edition.objects.current_number()},
            )
        return since


class ChangedSinceFilter(filters.Filter):
    """Records that changed after an edition, or on a day or later.

    `is_by_edition` says whether the records have the number of an edition, not a history.
    """

    field_class = SinceField

    def __init__(self, *, is_by_edition=False, **kwargs):
        super().__init__(label=_("Changed since the edition or day"), max_length=20, **kwargs)
        self.is_by_edition = is_by_edition

    def filter(self, records, since):
        if since is None:
            return records
        return records.changed_since(since.edition if self.is_by_edition else since.moment)


def _since_day(text):
    period = period_of(text)
    if period is None or len(text) != len("2026-11-01"):
        return None
    midnight = datetime.combine(period.first, time.min, UTC)
    before = Edition.objects.filter(made_at__lt=midnight)
    return Since(before.current_number(), _before(midnight))


def _since_edition(text):
    number = record_key(text)
    if number is None or number > Edition.objects.current_number():
        return None
    edition = Edition.objects.filter(number=number).first()
    return Since(number, _before(edition.made_at if edition else BEGINNING))


def _before(moment):
    """A time before the first history row of any transaction that ends at a moment."""
    return max(moment, BEGINNING + LONGEST_TRANSACTION) - LONGEST_TRANSACTION
