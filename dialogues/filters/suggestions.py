"""States, themes and dialogues whose names begin like what somebody is typing."""

from dataclasses import dataclass

from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.labels import labels_at
from dialogues.snapshot.name_index import name_index_at
from dialogues.text.names import name_key

# The current edition, and the last one while requests that began with it end.
_dialogue_names = EditionCache(max_items=2)

SHORTEST = 2
MOST_OF_A_KIND = 4


@dataclass(frozen=True)
class Suggestion:
    """A value of a filter that may be meant: the key and value of an address, and its label."""

    key: str
    value: str
    label: str


def suggestions_for(text, edition):
    """At most four of each kind; those whose first word begins so come first."""
    typed = name_key(text)
    if len(typed) < SHORTEST:
        return []
    labels = labels_at(edition)
    names = name_index_at(edition).slugs
    dialogues = _dialogue_names.get_or_create(
        edition, "dialogues", lambda: _by_name(labels["dialogue"])
    )
    kinds = {"state": names["state"], "theme": names["theme"], "dialogue": dialogues}
    return [
        Suggestion(key, value, str(labels[key][value]))
        for key, slugs in kinds.items()
        for value in _best(typed, slugs)
    ]


def _by_name(labels):
    """The slug of each label; the slug tells apart two that are called the same."""
    return {f"{name_key(label)} {slug}": slug for slug, label in labels.items()}


def _best(typed, slugs):
    """The slugs of the names in which a word begins so; a name that begins so is before others."""
    first = [slug for name, slug in slugs.items() if name.startswith(typed)]
    later = [slug for name, slug in slugs.items() if f" {typed}" in name]
    return list(dict.fromkeys([*first, *later]))[:MOST_OF_A_KIND]
