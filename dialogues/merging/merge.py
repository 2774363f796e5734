"""Participants and themes that turned out to be the same. Old addresses lead to what stays."""

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


def merge_participants(ended, kept, reason, by=None):
    """Make one participant of two: all that names the ended one names the kept one from now on.

    The ended one's name becomes another name of the kept one. Returns the
    Merging. Raises ValidationError for two of different kinds, for two that were in one dialogue as
    other people, or without a reason.
    """
    check(ended, kept, reason)
    if ended.kind != kept.kind:
        raise ValidationError(
            _("A %(one)s and a %(other)s are not the same.") % _kinds(ended, kept)
        )
    kind = Merging.Kind.PARTICIPANTS
    with traced(kind, reason, by, ended, kept) as (edition, trace, merging):
        lock(ended, kept)
        _move(trace, Participant, ended, kept)
        _leave(trace, edition, ended, kept)
        # A name of the ended one may be the name of the kept one.
        for name in kept.names.filter(key=kept.key):
            trace.deleted(name)
            name.delete()
        if ended.key != kept.key and not kept.names.filter(key=ended.key).exists():
            variant = Name.Kind.VARIANT
            trace.made(Name.objects.create(participant=kept, name=ended.name, kind=variant))
    return merging


def merge_themes(ended, kept, reason, by=None):
    """Make one theme of two; its statements, its figures and the themes below it move.

    Returns the Merging. Raises ValidationError where the tree would have a ring or be too deep, or
    without a reason.
    """
    check(ended, kept, reason)
    kind = Merging.Kind.THEMES
    with traced(kind, reason, by, ended, kept) as (edition, trace, merging):
        lock(ended, kept)
        _move(trace, Theme, ended, kept)
        _leave(trace, edition, ended, kept)
        if not kept.aliases.filter(key=name_key(ended.label)).exists():
            trace.made(ThemeAlias.objects.create(theme=kept, alias=ended.label))
    return merging


def check(ended, kept, reason):
    if ended.pk == kept.pk:
        raise ValidationError(_("A record is not merged with itself."))
    if not reason.strip():
        raise ValidationError(_("Say why the two are the same."))


def lock(*records):
    """Read the records as they are now; nobody else changes them until the transaction ends.

    Raises ValidationError for one that is no more.
    """
    for record in sorted(records, key=lambda one: one.pk):
        model = type(record)
        try:
            record.refresh_from_db(from_queryset=model._base_manager.select_for_update(no_key=True))
        except model.DoesNotExist as problem:
            raise ValidationError(_("“%s” is no more.") % record) from problem


def _kinds(ended, kept):
    return {"one": ended.get_kind_display(), "other": kept.get_kind_display()}


def _move(trace, model, ended, kept):
    """Let every record that names the ended one name the kept one."""
    for relation in model._meta.related_objects:
        manager = relation.related_model._base_manager
        keys = manager.filter(**{relation.field.name: ended}).values("pk")
        records = manager.filter(pk__in=keys).select_for_update(no_key=True, of=("self",))
        for record in records.order_by("pk"):
            if relation.field.many_to_many:
                move_in_list(trace, record, relation.field.name, ended, kept)
            else:
                point(trace, record, relation.field.name, ended, kept)


def move_in_list(trace, record, column, ended, kept):
    """Let a list of a record have the kept one in place of the ended one."""
    others = getattr(record, column)
    trace.listed(record, column, ended, kept, others.filter(pk=kept.pk).exists())
    others.add(kept)
    others.remove(ended)


def point(trace, record, column, ended, kept):
    """Let a record name the kept one; if the kept one has such a record already, make one of both.

    A record that named the one it is merged with (a theme below it) takes its place. A membership
    of the one in the other ends.
    """
    now = getattr(ended, column) if record == kept else kept
    setattr(record, column, now)
    if isinstance(record, Membership) and record.group_id == record.member_id:
        trace.deleted(record)
        record.delete()
        return
    twin = record.duplicates().first() if hasattr(record, "duplicates") else None
    if twin is None:
        if isinstance(record, Theme):
            record.clean()
        trace.pointed(record, column, ended, now)
        record.save()
        return
    _refuse_other_people(record, twin)
    setattr(record, column, ended)
    _move(trace, type(record), record, twin)
    trace.deleted(record)
    record.delete()


def _refuse_other_people(record, twin):
    """Raise ValidationError for two participations in which others spoke."""
    for column in ("person_id", "office"):
        if getattr(record, column, None) != getattr(twin, column, None):
            message = _("Both took part in “%s”, as other people. Correct one of them first.")
            raise ValidationError(message % record.dialogue)


def _leave(trace, edition, ended, kept):
    """Delete the ended record; its address leads to the kept one."""
    old, label = ended.public_address, str(ended)
    trace.deleted(ended)
    ended.delete()
    new, why = kept.get_absolute_url(), Redirection.Why.MERGED
    Redirection.add(old, new, why=why, reason=edition.reason, label=label)
