"""Taking a merge or split back, step by step from its end."""

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
    """Bring the records back to what they were before, in one edition.

    Raises ValidationError when it was undone before, when something it moved was changed since, or
    without a reason; then nothing is changed.
    """
    if not reason.strip():
        raise ValidationError(_("Say why it is undone."))
    with _as_a_sentence(), open_edition(reason, by):
        merging.refresh_from_db(from_queryset=type(merging).objects.select_for_update(no_key=True))
        if merging.undone_at:
            raise ValidationError(_("It was undone before."))
        _refuse_before_later(merging)
        for step in reversed(merging.steps):
            UNDO[step["what"]](_model(step), step, reason)
        merging.undone_at = timezone.now()
        merging.save()


def _refuse_before_later(merging):
    """Raise ValidationError while a later merge stands on what this one did."""
    touched = _touched(merging)
    for later in type(merging).objects.filter(pk__gt=merging.pk, undone_at=None):
        if touched & _touched(later):
            message = _("Undo “%s” first: it was done later, with the same records.")
            raise ValidationError(message % later)


def _touched(merging):
    return {(step["model"], step["pk"]) for step in merging.steps}


@contextmanager
def _as_a_sentence():
    """What a constraint refuses is said in words: something like it was entered since."""
    try:
        yield
    except IntegrityError as problem:
        message = _("Something was entered since that would be there twice. Nothing is undone.")
        raise ValidationError(message) from problem


def _model(step):
    return apps.get_model("dialogues", step["model"])


def _found(model, step):
    record = model._base_manager.filter(pk=step["pk"]).first()
    if record is None:
        message = _("%(kind)s “%(label)s” is no more, so this cannot be undone.")
        raise ValidationError(message % step)
    return record


def _undo_pointed(model, step, _reason):
    record = _found(model, step)
    if getattr(record, f"{step['column']}_id") != step["after"]:
        message = _("%(kind)s “%(label)s” was changed since, so this cannot be undone.")
        raise ValidationError(message % step)
    setattr(record, f"{step['column']}_id", step["before"])
    record.save()


def _undo_listed(model, step, _reason):
    others = getattr(_found(model, step), step["column"])
    if not others.filter(pk=step["after"]).exists():
        message = _("%(kind)s “%(label)s” was changed since, so this cannot be undone.")
        raise ValidationError(message % step)
    others.add(step["before"])
    if not step["was_there"]:
        others.remove(step["after"])


def _undo_deleted(model, step, _reason):
    """Make the record anew, under its old key, with its columns and lists."""
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
    _refuse_in_a_list(record, step)
    try:
        record.delete()
        if step["of"] and old:
            new = model._base_manager.get(pk=step["of"]).get_absolute_url()
            why = Redirection.Why.MERGED
            Redirection.add(old, new, why=why, reason=reason, label=step["label"])
    except ProtectedError as problem:
        message = _("%(kind)s “%(label)s” is named by other records now.") % step
        raise ValidationError(message) from problem


def _refuse_in_a_list(record, step):
    """Raise ValidationError for a record that stands in a list by now: it would vanish there."""
    relations = type(record)._meta.related_objects
    lists = [one for one in relations if one.field.many_to_many]
    for relation in lists:
        if relation.related_model._base_manager.filter(**{relation.field.name: record}).exists():
            message = _("%(kind)s “%(label)s” is named by other records now.") % step
            raise ValidationError(message)


def _undo_ended(model, step, reason):
    refused = publishing.publish([_found(model, step)], reason, is_restored=True)
    if refused:
        raise ValidationError([str(one.reason) for one in refused])


UNDO = {
    "pointed": _undo_pointed,
    "listed": _undo_listed,
    "deleted": _undo_deleted,
    "made": _undo_made,
    "ended": _undo_ended,
}
