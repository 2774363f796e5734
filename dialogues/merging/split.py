"""Split one participant or theme into two: the selected links move to the new record."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.merging.merge import lock, relink, repoint
from dialogues.merging.steps import traced
from dialogues.models import Merging, Participant, Theme


def movable_links(record):
    """(key, column, model, linked record) of everything that names a record and can move."""
    for relation in type(record)._meta.concrete_model._meta.related_objects:
        model, column = relation.related_model, relation.field.name
        if not hasattr(model, "history"):
            continue
        for linked in model._base_manager.filter(**{column: record}).distinct():
            yield f"{model._meta.model_name}:{linked.pk}:{column}", column, model, linked


def split_participant(record, name, keys, reason, by=None):
    """Create a second participant and move the links with these `keys` of movable_links to it.

    Returns the Merging. Raises ValidationError if the name belongs to another participant, if no
    link is selected, or without a reason.
    """
    new = Participant(kind=record.kind, group_kind=record.group_kind, name=name)
    return _split(Merging.Kind.SPLIT_PARTICIPANT, record, new, keys, reason, by)


def split_theme(record, label, keys, reason, by=None):
    """Create a second theme next to it in the tree; see split_participant."""
    new = Theme(label=label, slug="", parent=record.parent, position=record.position)
    return _split(Merging.Kind.SPLIT_THEME, record, new, keys, reason, by)


def _split(kind, record, new, keys, reason, by):
    links = [link for link in movable_links(record) if link[0] in set(keys)]
    if not reason.strip():
        raise ValidationError(_("Say why these are two."))
    if not links:
        raise ValidationError(_("Choose what belongs to the new one."))
    with traced(kind, reason, by, record, f"{record}; {new}") as (_edition, trace, merging):
        lock(record)
        _clean_and_set_slug(new)
        new.save()
        trace.made(new, of=record)
        for _key, column, model, linked in links:
            move = relink if model._meta.get_field(column).many_to_many else repoint
            move(trace, linked, column, record, new)
    return merging


def _clean_and_set_slug(new):
    new.slug = slugify(str(new))[:100]
    if not new.slug:
        raise ValidationError(_("Give the new one a name."))
    new.clean_fields(exclude=["key"])
    new.clean()
    if type(new)._base_manager.filter(slug=new.slug).exists():
        raise ValidationError(_("Another record already has the address “%s”.") % new.slug)
