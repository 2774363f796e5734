"""What people call each value of each key of the address, in the order of a list of them."""

from dialogues.choices import SpeakerKind, Voice
from dialogues.models import (
    Dialogue,
    Participant,
    Person,
    Statement,
    Theme,
)
from dialogues.snapshot.cache import EditionCache

NAMED = ("slug", "name")

# Three tables each of the current edition and the last one.
_labels = EditionCache(max_items=6)


def labels_at(edition):
    """{key: {value: label}} of an edition, read once while it lasts. Five queries."""
    return _labels.get_or_create(edition, "labels", _read)


def theme_parents_at(edition):
    """{slug: slug of the theme it is part of, or None} of an edition. One query."""
    return _labels.get_or_create(edition, "theme parents", _read_theme_parents)


def _read_theme_parents():
    return dict(Theme.objects.order_by().values_list("slug", "parent__slug"))


def regional_groups_at(edition):
    """The slugs of the five regional groups, which a list of groups always shows. One query."""
    return _labels.get_or_create(edition, "regional groups", _read_regional_groups)


def _read_regional_groups():
    return set(Participant.objects.regional_groups().values_list("slug", flat=True))


def _read():
    participants = list(Participant.objects.values_list("slug", "name", "kind", "group_kind"))
    named = {slug: name for slug, name, *_kinds in participants}
    dialogues = list(Dialogue.objects.published().newest_first())
    states = Participant.STATE_KINDS
    return {
        "year": {str(one.year): str(one.year) for one in dialogues},
        "group": dict(Participant.objects.with_members().regional_first().values_list(*NAMED)),
        "theme": dict(Theme.objects.in_order().values_list("slug", "label")),
        "state": {slug: name for slug, name, kind, _group in participants if kind in states},
        "represented": named,
        "situation": named,
        "speaker": named | dict(Person.objects.values_list("slug", "name")),
        "kind": dict(SpeakerKind.choices),
        "voice": dict(Voice.choices),
        "forum": dict(Dialogue.Forum.choices),
        "dialogue": {one.slug: f"{one.held_on or one.year}, {one.title}" for one in dialogues},
        "stance": dict(Statement.Stance.choices),
        "provenance": dict(Statement.Provenance.choices),
    }
