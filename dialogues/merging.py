"""Making one record of two that turned out to be the same. Old addresses lead to what stays."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.models import (
    Change,
    Membership,
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
    with open_edition(reason, by) as edition:
        _lock(ended, kept)
        if not (ended.is_public() and kept.is_public()):
            raise ValidationError(
                _("Only published statements are merged. Delete a draft instead.")
            )
        end(ended, edition, Change.Kind.MERGED, kept.get_absolute_url())


def split_statement(ended, successors, reason, by=None):
    """End a statement for which several others stand now; its address names them all.

    Raises ValidationError unless all are published, or without a reason.
    """
    with open_edition(reason, by) as edition:
        for one in successors:
            _check(ended, one, reason)
        _lock(ended, *successors)
        if not all(one.is_public() for one in (ended, *successors)):
            raise ValidationError(_("Only a published statement is split, into published ones."))
        addresses = [one.get_absolute_url() for one in successors]
        end(ended, edition, Change.Kind.SPLIT, "\n".join(addresses))


def merge_participants(ended, kept, reason, by=None):
    """Make one participant of two: all that names the ended one names the kept one from now on.

    The ended one's name becomes another name of the kept one. Raises ValidationError for two of
    different kinds, for two that were in one dialogue as other people, or without a reason.
    """
    _check(ended, kept, reason)
    if ended.kind != kept.kind:
        raise ValidationError(
            _("A %(one)s and a %(other)s are not the same.") % _kinds(ended, kept)
        )
    with open_edition(reason, by) as edition:
        _lock(ended, kept)
        _move(Participant, ended, kept)
        _leave(edition, ended, kept)
        # A name of the ended one may be the name of the kept one.
        kept.names.filter(key=kept.key).delete()
        if ended.key != kept.key and not kept.names.filter(key=ended.key).exists():
            Name.objects.create(participant=kept, name=ended.name, kind=Name.Kind.VARIANT)


def merge_themes(ended, kept, reason, by=None):
    """Make one theme of two; its statements, its figures and the themes below it move.

    Raises ValidationError where the tree would have a ring or be too deep, or without a reason.
    """
    _check(ended, kept, reason)
    with open_edition(reason, by) as edition:
        _lock(ended, kept)
        _move(Theme, ended, kept)
        _leave(edition, ended, kept)
        if not kept.aliases.filter(key=name_key(ended.label)).exists():
            ThemeAlias.objects.create(theme=kept, alias=ended.label)


def _check(ended, kept, reason):
    if ended.pk == kept.pk:
        raise ValidationError(_("A record is not merged with itself."))
    if not reason.strip():
        raise ValidationError(_("Say why the two are the same."))


def _lock(*records):
    """Read the records as they are now; nobody else changes them until the transaction ends."""
    for record in sorted(records, key=lambda one: one.pk):
        model = type(record)
        record.refresh_from_db(from_queryset=model._base_manager.select_for_update(no_key=True))


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

    A record that named the one it is merged with (a theme below it) takes its place. A membership
    of the one in the other ends.
    """
    setattr(record, column, getattr(ended, column) if record == kept else kept)
    if isinstance(record, Membership) and record.group_id == record.member_id:
        record.delete()
        return
    twin = record.twins().first() if hasattr(record, "twins") else None
    if twin is None:
        if isinstance(record, Theme):
            record.clean()
        record.save()
        return
    _refuse_other_people(record, twin)
    setattr(record, column, ended)
    _move(type(record), record, twin)
    record.delete()


def _refuse_other_people(record, twin):
    """Raise ValidationError for two participations in which others spoke."""
    for column in ("person_id", "office"):
        if getattr(record, column, None) != getattr(twin, column, None):
            message = _("Both took part in “%s”, as other people. Correct one of them first.")
            raise ValidationError(message % record.dialogue)


def _leave(edition, ended, kept):
    """Delete the ended record; its address leads to the kept one."""
    old, label = ended.public_address, str(ended)
    ended.delete()
    new, why = kept.get_absolute_url(), Redirection.Why.MERGED
    Redirection.remember(old, new, why=why, reason=edition.reason, label=label)
