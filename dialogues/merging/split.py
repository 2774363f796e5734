"""Making two of one participant or theme: what is chosen moves to the new one."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.merging.merge import lock, move_in_list, point
from dialogues.merging.steps import traced
from dialogues.models import Merging, Participant, Theme


def related(record):
    """(key, column, what it is, record) of everything that names a record and could move."""
    for relation in type(record)._meta.concrete_model._meta.related_objects:
        model, column = relation.related_model, relation.field.name
        if not hasattr(model, "history"):
            continue
        for other in model._base_manager.filter(**{column: record}).distinct():
            yield f"{model._meta.model_name}:{other.pk}:{column}", column, model, other


def split_participant(record, name, chosen, reason, by=None):
    """Make a second participant of one; what is `chosen`, keys of `related`, moves to it.

    Returns the Merging. Raises ValidationError for a name that leads to somebody already, when
    nothing is chosen, or without a reason.
    """
    made = Participant(kind=record.kind, group_kind=record.group_kind, name=name)
    return _split(Merging.Kind.SPLIT_PARTICIPANT, record, made, chosen, reason, by)


def split_theme(record, label, chosen, reason, by=None):
    """Make a second theme of one, beside it in the tree. As split_participant."""
    made = Theme(label=label, slug="", parent=record.parent, position=record.position)
    return _split(Merging.Kind.SPLIT_THEME, record, made, chosen, reason, by)


def _split(kind, record, made, chosen, reason, by):
    moved = [one for one in related(record) if one[0] in set(chosen)]
    if not reason.strip():
        raise ValidationError(_("Say why it is two."))
    if not moved:
        raise ValidationError(_("Choose what belongs to the new one."))
    with traced(kind, reason, by, record, f"{record}; {made}") as (_edition, trace, merging):
        lock(record)
        _name(made)
        made.save()
        trace.made(made, of=record)
        for _key, column, model, other in moved:
            if model._meta.get_field(column).many_to_many:
                move_in_list(trace, other, column, record, made)
            else:
                point(trace, other, column, record, made)
    return merging


def _name(made):
    """Check the name, and give the address that follows from it."""
    made.slug = slugify(str(made))[:100]
    if not made.slug:
        raise ValidationError(_("Give the new one a name."))
    made.clean_fields(exclude=["key"])
    made.clean()
    if type(made)._base_manager.filter(slug=made.slug).exists():
        raise ValidationError(_("There is one with the address “%s” already.") % made.slug)
