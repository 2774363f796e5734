"""Merge duplicate participants and themes. Old addresses redirect to the survivor."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.merging.steps import traced
from dialogues.models import (
    Membership,
    Merging,
    Name,
    Participant,
    Redirection,
    Theme,
    ThemeAlias,
)
from dialogues.text.names import name_key


def merge_participants(duplicate, survivor, reason, by=None):
    """Point every record that names the duplicate to the survivor, and delete the duplicate.

    The duplicate's name becomes another name of the survivor. Returns the Merging.
    Raises ValidationError if the two are of different kinds, if both took part in one dialogue with
    different people, or without a reason.
    """
    check_merge(duplicate, survivor, reason)
    if duplicate.kind != survivor.kind:
        message = _("A %(kind)s and a %(other_kind)s are not the same.")
        kinds = {"kind": duplicate.get_kind_display(), "other_kind": survivor.get_kind_display()}
        raise ValidationError(message % kinds)
    kind = Merging.Kind.PARTICIPANTS
    with traced(kind, reason, by, duplicate, survivor) as (edition, trace, merging):
        lock(duplicate, survivor)
        _repoint_all(trace, Participant, duplicate, survivor)
        _delete_and_redirect(trace, edition, duplicate, survivor)
        # One of the names that moved may be the survivor's main name.
        for name in survivor.names.filter(key=survivor.key):
            trace.deleted(name)
            name.delete()
        if duplicate.key != survivor.key and not survivor.names.filter(key=duplicate.key).exists():
            name = Name(participant=survivor, name=duplicate.name, kind=Name.Kind.VARIANT)
            name.save()
            trace.made(name)
    return merging


def merge_themes(duplicate, survivor, reason, by=None):
    """Move the statements, figures and sub-themes of a theme to the survivor, and delete it.

    Returns the Merging. Raises ValidationError if the tree would get a loop or be too deep, or
    without a reason.
    """
    check_merge(duplicate, survivor, reason)
    kind = Merging.Kind.THEMES
    with traced(kind, reason, by, duplicate, survivor) as (edition, trace, merging):
        lock(duplicate, survivor)
        _repoint_all(trace, Theme, duplicate, survivor)
        _delete_and_redirect(trace, edition, duplicate, survivor)
        if not survivor.aliases.filter(key=name_key(duplicate.label)).exists():
            trace.made(ThemeAlias.objects.create(theme=survivor, alias=duplicate.label))
    return merging


def check_merge(duplicate, survivor, reason):
    if duplicate.pk == survivor.pk:
        raise ValidationError(_("A record cannot be merged with itself."))
    if not reason.strip():
        raise ValidationError(_("Say why the two are the same."))


def lock(*records):
    """Read the records again and lock them until the transaction ends.

    Raises ValidationError if one no longer exists.
    """
    for record in sorted(records, key=lambda record: record.pk):
        model = type(record)
        try:
            record.refresh_from_db(from_queryset=model._base_manager.select_for_update(no_key=True))
        except model.DoesNotExist as error:
            raise ValidationError(_("“%s” no longer exists.") % record) from error


def _repoint_all(trace, model, duplicate, survivor):
    """Point every record that names the duplicate to the survivor."""
    for relation in model._meta.related_objects:
        manager = relation.related_model._base_manager
        keys = manager.filter(**{relation.field.name: duplicate}).values("pk")
        records = manager.filter(pk__in=keys).select_for_update(no_key=True, of=("self",))
        move = relink if relation.field.many_to_many else repoint
        for record in records.order_by("pk"):
            move(trace, record, relation.field.name, duplicate, survivor)


def relink(trace, record, column, duplicate, survivor):
    """Replace the duplicate by the survivor in a many-to-many list of a record."""
    others = getattr(record, column)
    was_there = others.filter(pk=survivor.pk).exists()
    trace.relinked(record, column, duplicate, survivor, was_there)
    others.add(survivor)
    others.remove(duplicate)


def repoint(trace, record, column, duplicate, survivor):
    """Point a record to the survivor; if the survivor has an equal record, merge the two.

    A sub-theme that survives its parent takes the parent's place. A membership of the duplicate in
    the survivor is deleted.
    """
    target = getattr(duplicate, column) if record == survivor else survivor
    setattr(record, column, target)
    if isinstance(record, Membership) and record.group_id == record.member_id:
        trace.deleted(record)
        record.delete()
        return
    equal = record.duplicates().first() if hasattr(record, "duplicates") else None
    if equal is None:
        if isinstance(record, Theme):
            record.clean()
        trace.repointed(record, column, duplicate, target)
        record.save()
        return
    _refuse_other_people(record, equal)
    setattr(record, column, duplicate)
    _repoint_all(trace, type(record), record, equal)
    trace.deleted(record)
    record.delete()


def _refuse_other_people(record, equal):
    """Raise ValidationError if different people spoke in two participations."""
    for column in ("person_id", "office"):
        if getattr(record, column, None) != getattr(equal, column, None):
            message = _("Both took part in “%s” with different people. Correct one of them first.")
            raise ValidationError(message % record.dialogue)


def _delete_and_redirect(trace, edition, duplicate, survivor):
    old, label = duplicate.public_address, str(duplicate)
    trace.deleted(duplicate)
    duplicate.delete()
    new, why = survivor.get_absolute_url(), Redirection.Why.MERGED
    Redirection.add(old, new, why=why, reason=edition.reason, label=label)
