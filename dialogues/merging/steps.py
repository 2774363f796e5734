"""The steps of a merge or split as plain values, for the preview and for undo.

A step's `what` is stored in Merging.steps, so these words never change: "pointed", "listed",
"deleted", "made", "ended".
"""

from contextlib import contextmanager

from django.core.serializers import serialize
from django.db import transaction

from dialogues.models import (
    Membership,
    Merging,
    Statement,
    open_edition,
)


def describe(record):
    """A record in the words by which a curator recognises it."""
    if isinstance(record, Statement):
        words = record.summary or record.text
        return f"{record.reference}, {record.speaker_name}: {words[:80]}"
    if isinstance(record, Membership):
        return f"{record.member} in {record.group}"
    return str(record)


class Trace:
    """What a merge does to each record, in order."""

    def __init__(self):
        self.steps = []

    def repointed(self, record, column, before, after):
        """A foreign key of the record changed from `before` to `after`."""
        self._add("pointed", record, column=column, before=before.pk, after=after and after.pk)

    def relinked(self, record, column, before, after, was_there):
        """In a list of the record `after` replaced `before`; `was_there`: it was listed already."""
        keys = {"before": before.pk, "after": after.pk, "was_there": was_there}
        self._add("listed", record, column=column, **keys)

    def deleted(self, record):
        """The record is about to be deleted; its columns and lists are stored."""
        (stored,) = serialize("python", [record.__class__._base_manager.get(pk=record.pk)])
        self._add("deleted", record, fields=_json(stored["fields"]))

    def made(self, record, of=None):
        """The record is new. `of`: the record it was split from, to which its address redirects
        after an undo."""
        self._add("made", record, of=of and of.pk)

    def retired(self, statement):
        """A published statement was withdrawn."""
        self._add("ended", statement)

    def _add(self, what, record, **values):
        model = record._meta.concrete_model
        about = {"what": what, "model": model._meta.model_name, "pk": record.pk}
        shown = {"label": describe(record)[:200], "kind": str(model._meta.verbose_name)}
        self.steps.append(about | shown | values)


def _json(fields):
    return {
        name: value if isinstance(value, (list, bool, int, type(None))) else str(value)
        for name, value in fields.items()
    }


@contextmanager
def traced(kind, reason, by, before, after):
    """One edition whose steps are saved as a Merging: yields (edition, trace, merging)."""
    with open_edition(reason, by) as edition:
        trace = Trace()
        merging = Merging(
            kind=kind, before=str(before)[:600], after=str(after)[:600], reason=reason, by=by
        )
        yield edition, trace, merging
        merging.steps = trace.steps
        merging.save()


def preview(merge, *args, **kwargs):
    """The steps that a merge would take: it runs, and is rolled back.

    Raises ValidationError as the merge does.
    """
    with transaction.atomic():
        steps = merge(*args, **kwargs).steps
        transaction.set_rollback(True)
    return steps
