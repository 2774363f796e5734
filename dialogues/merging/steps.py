"""The steps of a merge as plain values: to show before it is made, and to undo it."""

from contextlib import contextmanager

from django.core.serializers import serialize
from django.db import transaction

from dialogues.models import (
    Membership,
    Merging,
    Statement,
    open_edition,
)


def described(record):
    """A record in words by which a person knows it."""
    if isinstance(record, Statement):
        said = record.summary or record.text
        return f"{record.reference}, {record.speaker_name}: {said[:80]}"
    if isinstance(record, Membership):
        return f"{record.member} in {record.group}"
    return str(record)


class Trace:
    """What a merge does to each record, in order."""

    def __init__(self):
        self.steps = []

    def pointed(self, record, column, before, after):
        """A column of the record names another record now."""
        self._add("pointed", record, column=column, before=before.pk, after=after and after.pk)

    def listed(self, record, column, before, after, was_there):
        """A list of the record has another record in place of the one before."""
        keys = {"before": before.pk, "after": after.pk, "was_there": was_there}
        self._add("listed", record, column=column, **keys)

    def deleted(self, record):
        """The record is to go; what it was is kept."""
        (was,) = serialize("python", [record.__class__._base_manager.get(pk=record.pk)])
        self._add("deleted", record, fields=_json(was["fields"]))

    def made(self, record, of=None):
        """The record is new; `of`: what it was split from, where its address leads once undone."""
        self._add("made", record, of=of and of.pk)

    def ended(self, statement):
        """A statement that was taken back."""
        self._add("ended", statement)

    def _add(self, what, record, **values):
        model = record._meta.concrete_model
        about = {"what": what, "model": model._meta.model_name, "pk": record.pk}
        shown = {"label": described(record)[:200], "kind": str(model._meta.verbose_name)}
        self.steps.append(about | shown | values)


def _json(fields):
    return {
        name: value if isinstance(value, (list, bool, int, type(None))) else str(value)
        for name, value in fields.items()
    }


@contextmanager
def traced(kind, reason, by, before, after):
    """One edition whose steps are kept as a Merging: yields (edition, trace, merging)."""
    with open_edition(reason, by) as edition:
        trace = Trace()
        merging = Merging(
            kind=kind, before=str(before)[:600], after=str(after)[:600], reason=reason, by=by
        )
        yield edition, trace, merging
        merging.steps = trace.steps
        merging.save()


def preview(merge, *args, **kwargs):
    """The steps that a merge would take: it is made, looked at, and taken back.

    Raises ValidationError as the merge does.
    """
    with transaction.atomic():
        steps = merge(*args, **kwargs).steps
        transaction.set_rollback(True)
    return steps
