"""States, themes and dialogues to suggest while a reader types."""

from dataclasses import dataclass

from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.labels import labels_at
from dialogues.snapshot.name_index import name_index_at
from dialogues.text.names import name_key

# The current edition, and the last one while requests that began with it end.
_dialogue_names = EditionCache(max_items=2)

MIN_LETTERS = 2
MAX_PER_KEY = 4


@dataclass(frozen=True)
class Suggestion:
    """A filter value to suggest: its key and value in an address, and its label."""

    key: str
    value: str
    label: str


def suggestions_for(text, edition):
    """At most four suggestions for each key; names that start with the text come first."""
    prefix = name_key(text)
    if len(prefix) < MIN_LETTERS:
        return []
    labels = labels_at(edition)
    names = name_index_at(edition).slugs
    dialogues = _dialogue_names.get_or_create(
        edition, "dialogues", lambda: _by_name(labels["dialogue"])
    )
    slugs_by_key = {"state": names["state"], "theme": names["theme"], "dialogue": dialogues}
    return [
        Suggestion(key, value, str(labels[key][value]))
        for key, slugs in slugs_by_key.items()
        for value in _best(prefix, slugs)
    ]


def _by_name(labels):
    """{comparable label: slug}. The slug is added because two labels may be equal."""
    return {f"{name_key(label)} {slug}": slug for slug, label in labels.items()}


def _best(prefix, slugs):
    """The slugs of names in which a word starts with the prefix, the first words first."""
    first = [slug for name, slug in slugs.items() if name.startswith(prefix)]
    later = [slug for name, slug in slugs.items() if f" {prefix}" in name]
    return list(dict.fromkeys([*first, *later]))[:MAX_PER_KEY]
