"""The label of each value of each filter key, in the order of a list of them."""

from functools import cached_property

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from dialogues.filter_keys import FILTER_KEYS
from dialogues.models import Dialogue, Participant, Person, Theme
from dialogues.snapshot.cache import EditionCache

KINDS = [
    *Participant.Kind.choices,
    ("person", _("Official or panellist")),
    ("unnamed", _("Nobody named")),
]
VOICES = [
    ("own", _("In the speaker's own name")),
    ("joint", _("Joint, on behalf of others")),
    ("unnamed", _("Unattributed")),
]

# Three tables each of the current edition and the last one.
_labels = EditionCache(max_items=6)


def labels_at(edition: str) -> dict[str, dict[str, str]]:
    """{key: {value: label}} of an edition, read once per edition. Five queries."""
    return _labels.get_or_create(edition, "labels", _read)


def theme_parents_at(edition: str) -> dict[str, str | None]:
    """{slug: slug of the parent theme, or None} of an edition. One query."""
    return _labels.get_or_create(edition, "theme parents", _read_theme_parents)


def regional_groups_at(edition: str) -> set[str]:
    """The slugs of the five regional groups of an edition. One query."""
    return _labels.get_or_create(edition, "regional groups", _read_regional_groups)


def _read():
    reader = LabelReader()
    return {name: reader.labels(key.values) for name, key in FILTER_KEYS.items()}


def _read_theme_parents():
    return dict(Theme.objects.order_by().values_list("slug", "parent__slug"))


def _read_regional_groups():
    return set(Participant.objects.regional_groups().values_list("slug", flat=True))


class LabelReader:
    """Reads {value: label}. Each method is a source of values that a filter key can name."""

    def labels(self, source: str) -> dict[str, str]:
        """{value: label} of a source: one of the methods below, or choices as "Dialogue.Forum"."""
        model, _dot, choices = source.rpartition(".")
        if model:
            return dict(getattr(apps.get_model("dialogues", model), choices).choices)
        return getattr(self, source)()

    def years(self):
        return {str(dialogue.year): str(dialogue.year) for dialogue in self._dialogues}

    def dialogues(self):
        return {
            dialogue.slug: f"{dialogue.held_on or dialogue.year}, {dialogue.title}"
            for dialogue in self._dialogues
        }

    def groups(self):
        groups = Participant.objects.with_members().regional_first()
        return dict(groups.values_list("slug", "name"))

    def themes(self):
        return dict(Theme.objects.in_order().values_list("slug", "label"))

    def states(self):
        states = Participant.STATE_KINDS
        return {slug: name for slug, name, kind in self._participants if kind in states}

    def participants(self):
        return {slug: name for slug, name, _kind in self._participants}

    def speakers(self):
        return self.participants() | dict(Person.objects.values_list("slug", "name"))

    def speaker_kinds(self):
        return dict(KINDS)

    def voices(self):
        return dict(VOICES)

    @cached_property
    def _participants(self):
        return list(Participant.objects.values_list("slug", "name", "kind"))

    @cached_property
    def _dialogues(self):
        return list(Dialogue.objects.published().newest_first())
