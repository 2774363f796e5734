"""The records that statements name, by their keys, read once per edition."""

from dialogues.models import Dialogue, Participant, Person, SourceDocument, Theme
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.memberships import MembershipIndex

# The current edition, and the last one while requests that began with it end.
_registries = EditionCache(max_items=2)


def registry_at(edition):
    """The Registry of an edition, read once while it lasts."""
    return _registries.get_or_create(edition, "registry", Registry)


class Records(dict):
    """Records of one kind by their keys; one that was made since is read when it is asked for."""

    def __init__(self, records):
        super().__init__((one.pk, one) for one in records)
        self._model = records.model

    def __missing__(self, pk):
        self[pk] = record = self._model.objects.get(pk=pk)
        return record

    def get(self, pk):
        """The record; None for no key."""
        return None if pk is None else self[pk]


class Registry:
    """The records that statements name, by their keys, read once. Six queries."""

    def __init__(self):
        self.participants = Records(Participant.objects.all())
        self.people = Records(Person.objects.all())
        self.themes = Records(Theme.objects.in_order())
        self.dialogues = Records(Dialogue.objects.all())
        self.sources = Records(SourceDocument.objects.all())
        regional = Participant.GroupKind.REGIONAL
        groups = [one for one in self.participants.values() if one.group_kind == regional]
        self.regional_groups = sorted(groups, key=lambda group: group.slug)
        self.memberships = MembershipIndex()

    def themes_in_order(self, pks):
        """The themes with these keys, in the order of the tree."""
        themes = [self.themes[pk] for pk in pks]
        return sorted(themes, key=lambda theme: (theme.position, theme.slug))
