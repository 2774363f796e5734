"""Making one record of two that turned out to be the same. Old addresses lead to what stays."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.models import (
    Change,
    Name,
    Participant,
    Redirection,
    Theme,
    ThemeAlias,
    open_edition,
)
from dialogues.names import name_key
from dialogues.publishing import end


def merge_statements(ended, kept, reason, by=None):
    """End a statement whose words another one has. Its versions stay; its address leads there.

    Raises ValidationError unless both are published, or without a reason.
    """
    _check(ended, kept, reason)
    if not (ended.is_public() and kept.is_public()):
        raise ValidationError(_("Only published statements are merged. Delete a draft instead."))
    with open_edition(reason, by) as edition:
        end(ended, edition, Change.Kind.MERGED, kept.get_absolute_url())


def merge_participants(ended, kept, reason, by=None):
    """Make one participant of two: all that names the ended one names the kept one from now on.

    The ended one's name becomes another name of the kept one. Raises ValidationError for two of
    different kinds, or without a reason.
    """
    _check(ended, kept, reason)
    if ended.kind != kept.kind:
        raise ValidationError(
            _("A %(one)s and a %(other)s are not the same.") % _kinds(ended, kept)
        )
    with open_edition(reason, by) as edition:
        _move(Participant, ended, kept)
        _leave(edition, ended, kept)
        # A name of the ended one may be the name of the kept one.
        kept.names.filter(key=kept.key).delete()
        if ended.key != kept.key and not kept.names.filter(key=ended.key).exists():
            Name.objects.create(participant=kept, name=ended.name, kind=Name.Kind.VARIANT)


def merge_themes(ended, kept, reason, by=None):
    """Make one theme of two; its statements, its figures and the themes below it move."""
    _check(ended, kept, reason)
    with open_edition(reason, by) as edition:
        _move(Theme, ended, kept)
        _leave(edition, ended, kept)
        if not kept.aliases.filter(key=name_key(ended.label)).exists():
            ThemeAlias.objects.create(theme=kept, alias=ended.label)


def _check(ended, kept, reason):
    if ended.pk == kept.pk:
        raise ValidationError(_("A record is not merged with itself."))
    if not reason.strip():
        raise ValidationError(_("Say why the two are the same."))


def _kinds(ended, kept):
    return {"one": ended.get_kind_display(), "other": kept.get_kind_display()}


def _move(model, ended, kept):
    """Let every record that names the ended one name the kept one."""
    for relation in model._meta.related_objects:
        records = relation.related_model._base_manager.filter(**{relation.field.name: ended})
        for record in records.distinct():
            if relation.field.many_to_many:
                _rename_in_list(getattr(record, relation.field.name), ended, kept)
            else:
                _point(record, relation.field.name, ended, kept)


def _rename_in_list(others, ended, kept):
    others.add(kept)
    others.remove(ended)


def _point(record, column, ended, kept):
    """Let a record name the kept one; if the kept one has such a record already, make one of both.

    A record that named the one it is merged with (a theme below it) takes its place.
    """
    setattr(record, column, getattr(ended, column) if record == kept else kept)
    twin = record.twins().first() if hasattr(record, "twins") else None
    if twin is None:
        record.save()
        return
    setattr(record, column, ended)
    _move(type(record), record, twin)
    record.delete()


def _leave(edition, ended, kept):
    """Delete the ended record; its address leads to the kept one."""
    old, label = ended.public_address, str(ended)
    ended.delete()
    Redirection.remember(
        old, kept.get_absolute_url(), why="merged", reason=edition.reason, label=label
    )
