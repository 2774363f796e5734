"""What people did on a day, read from the histories of all records."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.models.base import CuratedRecord

VERBS = {"+": _("added"), "~": _("changed"), "-": _("deleted")}
MAX_LISTED = 100
ONE_SAVE = timedelta(seconds=2)


class ActivityEntry(NamedTuple):
    """One change of one record, as its history has it. `by` is None for a program."""

    at: datetime
    by: str | None
    verb: str
    record: str
    kind: str
    address: str
    reason: str


class ActivityCount(NamedTuple):
    """How many records of one kind a person added, changed or deleted."""

    number: int
    kind: str
    verb: str


def day_counts(day):
    """{name of a person, or None for a program: [ActivityCount]} of a day; one query per model.

    A record that a person added and changed on the same day counts as added.
    """
    by_person = {}
    for model in curated_models():
        rows = _rows(model, day)
        added = rows.filter(
            id=OuterRef("id"), history_type="+", history_user=OuterRef("history_user")
        )
        counts = (
            (rows.filter(history_type="+") | rows.exclude(history_type="+").exclude(Exists(added)))
            .order_by()
            .values_list("history_user__username", "history_type")
            .annotate(number=Count("id", distinct=True))
        )
        for person, kind, number in counts:
            by_person.setdefault(person, []).append(
                ActivityCount(number, _kind(model, number), VERBS[kind])
            )
    return {
        person: sorted(by_person[person], reverse=True)
        for person in sorted(by_person, key=_by_name)
    }


def day_entries(day, person=None):
    """The latest entries of a day, newest first, at most MAX_LISTED."""
    rows = [pair for model in curated_models() for pair in _latest(model, day, person)]
    rows.sort(key=lambda pair: pair[1].history_date, reverse=True)
    return [_entry(model, row) for model, row in rows[:MAX_LISTED]]


def _latest(model, day, person):
    """(model, history row) of each of the latest saves."""
    rows = _rows(model, day).select_related("history_user").order_by("-history_id")
    if person:
        rows = rows.filter(history_user__username=person)
    saves, latest = [], {}
    for row in rows[:MAX_LISTED]:
        key = row.id, row.history_type == "-"
        # A save with a list of themes writes one row for the record and one for each change of it.
        if key in latest and latest[key][1].history_date - row.history_date < ONE_SAVE:
            latest[key][1] = row
        else:
            latest[key] = [model, row]
            saves.append(latest[key])
    return saves


def _entry(model, row):
    return ActivityEntry(
        at=row.history_date,
        by=row.history_user and row.history_user.get_username(),
        verb=VERBS[row.history_type],
        record=_label(row),
        kind=model._meta.verbose_name,
        address=_address(model, row),
        reason=row.history_change_reason or "",
    )


def _label(row):
    try:
        return str(row.instance)
    except ObjectDoesNotExist:
        # What the record was named after was deleted since.
        return f"#{row.id}"


def _address(model, row):
    """The record's form; empty if it was deleted, or is a row of another record's form."""
    if row.history_type == "-" or not admin.site.is_registered(model):
        return ""
    return reverse(f"admin:dialogues_{model._meta.model_name}_change", args=[row.id])


def curated_models():
    """The models whose records people enter, without proxies."""
    models = apps.get_app_config("dialogues").get_models()
    return [model for model in models if issubclass(model, CuratedRecord) and not model._meta.proxy]


def _rows(model, day):
    start = timezone.make_aware(datetime.combine(day, time.min))
    return model.history.filter(history_date__gte=start, history_date__lt=start + timedelta(days=1))


def _kind(model, number):
    names = model._meta
    return str(names.verbose_name if number == 1 else names.verbose_name_plural)


def _by_name(person):
    return (person is None, person or "")
