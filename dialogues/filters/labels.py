"""What people call each value of each key of the address, in the order of a list of them."""

from django.utils.translation import gettext_lazy as _

from dialogues.kept import Kept
from dialogues.models import Dialogue, Participant, Person, Statement, Theme

KINDS = [
    *Participant.Kind.choices,
    ("person", _("Official or panellist")),
    ("unnamed", _("Nobody named")),
]
VOICES = [
    ("own", _("In the speaker's own name")),
    ("joint", _("Joint, on behalf of others")),
    ("unnamed", _("Of nobody who is named")),
]

_kept = Kept(most=4)


def labels_at(edition):
    """{key: {value: label}} of an edition, read once while it lasts. Four queries."""
    return _kept.get(edition, "labels", _read)


def theme_parents_at(edition):
    """{slug: slug of the theme it is part of, or None} of an edition. One query."""
    return _kept.get(edition, "theme parents", _read_theme_parents)


def _read_theme_parents():
    return dict(Theme.objects.order_by().values_list("slug", "parent__slug"))


def _read():
    participants = list(Participant.objects.values_list("slug", "name", "kind", "group_kind"))
    named = {slug: name for slug, name, *_kinds in participants}
    dialogues = list(Dialogue.objects.published().newest_first())
    states = Participant.STATE_KINDS
    return {
        "year": {str(one.year): str(one.year) for one in dialogues},
        "group": {slug: name for slug, name, _kind, group in participants if group == "regional"},
        "theme": dict(Theme.objects.in_order().values_list("slug", "label")),
        "state": {slug: name for slug, name, kind, _group in participants if kind in states},
        "represented": named,
        "situation": named,
        "speaker": named | dict(Person.objects.values_list("slug", "name")),
        "kind": dict(KINDS),
        "voice": dict(VOICES),
        "forum": dict(Dialogue.Forum.choices),
        "dialogue": {one.slug: f"{one.held_on or one.year}, {one.title}" for one in dialogues},
        "stance": dict(Statement.Stance.choices),
        "provenance": dict(Statement.Provenance.choices),
    }
