"""The records that statements name, by their keys, read once per edition."""

from collections.abc import Iterable

from django.db.models import Model

from dialogues.models import Dialogue, Participant, Person, SourceDocument, Theme
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.memberships import FormerNames, MembershipIndex
from dialogues.snapshot.participants import Participants, participants_at
from dialogues.snapshot.themes import Themes, themes_at

# The current edition, and the last one while requests that began with it end.
_registries = EditionCache(max_items=2)


def registry_at(edition: str) -> "Registry":
    """The Registry of an edition. Five queries, two less where names were looked up already."""
    return _registries.get_or_create(
        edition, "registry", lambda: Registry(participants_at(edition), themes_at(edition))
    )


class RecordMap(dict):
    """{key: record} of one model. A record that was added later is read on first use."""

    def __init__(self, model: type[Model], records: Iterable[Model]) -> None:
        super().__init__((record.pk, record) for record in records)
        self._model = model

    def __missing__(self, pk):
        self[pk] = record = self._model.objects.get(pk=pk)
        return record

    def get(self, pk):
        """The record; None for the key None."""
        return None if pk is None else self[pk]


class Registry:
    """The records that statements name, by their keys, and what is known of their names."""

    def __init__(self, participants: Participants, themes: Themes) -> None:
        self._everyone = participants
        self.participants = RecordMap(Participant, participants.by_pk.values())
        self.themes = RecordMap(Theme, themes.by_pk.values())
        self.people = _all_of(Person)
        self.dialogues = _all_of(Dialogue)
        self.sources = _all_of(SourceDocument)

    @property
    def regional_groups(self) -> list[Participant]:
        return self._everyone.regional_groups

    @property
    def memberships(self) -> MembershipIndex:
        return self._everyone.memberships

    @property
    def former_names(self) -> FormerNames:
        return self._everyone.former_names

    def themes_in_order(self, pks: Iterable[int]) -> list[Theme]:
        """The themes with these keys, in the order of the tree."""
        themes = [self.themes[pk] for pk in pks]
        return sorted(themes, key=lambda theme: (theme.position, theme.slug))


def _all_of(model):
    return RecordMap(model, model.objects.all())
