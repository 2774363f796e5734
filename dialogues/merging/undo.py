"""Undo a merge or split: reverse its steps, the last first."""

from contextlib import contextmanager

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues import publishing
from dialogues.models import Redirection, open_edition


def undo(merging, reason, by=None):
    """Restore the records as they were before, in one edition.

    Raises ValidationError, and changes nothing, if it was undone already, if something it moved was
    changed since, or without a reason.
    """
    if not reason.strip():
        raise ValidationError(_("Say why you undo this."))
    with _readable_errors(), open_edition(reason, by):
        merging.refresh_from_db(from_queryset=type(merging).objects.select_for_update(no_key=True))
        if merging.undone_at:
            raise ValidationError(_("This was undone already."))
        _refuse_if_built_upon(merging)
        for step in reversed(merging.steps):
            UNDO[step["what"]](_model(step), step, reason)
        merging.undone_at = timezone.now()
        merging.save()


def _refuse_if_built_upon(merging):
    """Raise ValidationError while a later merge changed the same records."""
    touched = _touched(merging)
    for later in type(merging).objects.filter(pk__gt=merging.pk, undone_at=None):
        if touched & _touched(later):
            message = _("Undo “%s” first: it came later and changed the same records.")
            raise ValidationError(message % later)


def _touched(merging):
    return {(step["model"], step["pk"]) for step in merging.steps}


@contextmanager
def _readable_errors():
    """Turn a violated constraint into a sentence: an equal record was entered since."""
    try:
        yield
    except IntegrityError as error:
        message = _("An equal record was entered since. Nothing was undone.")
        raise ValidationError(message) from error


def _model(step):
    return apps.get_model("dialogues", step["model"])


def _get(model, step):
    record = model._base_manager.filter(pk=step["pk"]).first()
    if record is None:
        message = _("%(kind)s “%(label)s” no longer exists, so this cannot be undone.")
        raise ValidationError(message % step)
    return record


def _undo_repointed(model, step, _reason):
    record = _get(model, step)
    if getattr(record, f"{step['column']}_id") != step["after"]:
        message = _("%(kind)s “%(label)s” was changed since, so this cannot be undone.")
        raise ValidationError(message % step)
    setattr(record, f"{step['column']}_id", step["before"])
    record.save()


def _undo_relinked(model, step, _reason):
    others = getattr(_get(model, step), step["column"])
    if not others.filter(pk=step["after"]).exists():
        message = _("%(kind)s “%(label)s” was changed since, so this cannot be undone.")
        raise ValidationError(message % step)
    others.add(step["before"])
    if not step["was_there"]:
        others.remove(step["after"])


def _undo_deleted(model, step, _reason):
    """Create the record again under its old key, with its columns and lists."""
    record, lists = model(pk=step["pk"]), {}
    for name, value in step["fields"].items():
        field = model._meta.get_field(name)
        if field.many_to_many:
            lists[name] = value
        else:
            setattr(record, field.attname, field.to_python(value))
    record.save()
    for name, keys in lists.items():
        if keys:
            getattr(record, name).set(keys)


def _undo_made(model, step, reason):
    record = model._base_manager.filter(pk=step["pk"]).first()
    if record is None:
        return
    old = record.public_address
    _refuse_if_listed(record, step)
    try:
        record.delete()
        if step["of"] and old:
            new = model._base_manager.get(pk=step["of"]).get_absolute_url()
            why = Redirection.Why.MERGED
            Redirection.add(old, new, why=why, reason=reason, label=step["label"])
    except ProtectedError as error:
        message = _("%(kind)s “%(label)s” is used by other records now.") % step
        raise ValidationError(message) from error


def _refuse_if_listed(record, step):
    """Raise ValidationError if a list names the record by now: it would vanish there."""
    relations = type(record)._meta.related_objects
    for relation in (relation for relation in relations if relation.field.many_to_many):
        if relation.related_model._base_manager.filter(**{relation.field.name: record}).exists():
            message = _("%(kind)s “%(label)s” is used by other records now.") % step
            raise ValidationError(message)


def _undo_retired(model, step, reason):
    refusals = publishing.publish([_get(model, step)], reason, is_restored=True)
    if refusals:
        raise ValidationError([str(refusal.reason) for refusal in refusals])


# By the stored `what` of a step.
UNDO = {
    "pointed": _undo_repointed,
    "listed": _undo_relinked,
    "deleted": _undo_deleted,
    "made": _undo_made,
    "ended": _undo_retired,
}
