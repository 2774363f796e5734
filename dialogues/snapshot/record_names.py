"""The records with a page of their own, by all their names, in every language that is known."""

import re
from collections import defaultdict
from difflib import get_close_matches
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from dialogues.models import Dialogue, Participant, Person, SourceDocument
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.participants import participants_at
from dialogues.snapshot.themes import themes_at
from dialogues.text.country_names import country_names
from dialogues.text.names import name_key

MIN_SIMILARITY = 0.8  # of difflib, 0 to 1
MIN_LETTERS = 4  # of a name that may be misspelled
MAX_LETTERS = 60
MAX_NEAR = 4
MAX_PART_WORDS = 3
MIN_WORD_LETTERS = 9  # of a single word of a name
MAX_OF_PART = 3  # records; a part that more have names none
SMALL_WORDS = frozenset("a and for in of on the to with".split())

# The current edition, and the last one while requests that began with it end.
_record_names = EditionCache(max_items=2)


class NamedRecord(NamedTuple):
    """A record that a name leads to. `key` and `slug` are those of the filter of its statements."""

    kind: str
    label: str
    address: str
    key: str = ""
    slug: str = ""


class RecordNames:
    """Records by the keys of their names; see dialogues.text.names.

    `by_key` has whole names; `by_part` runs of words within the names of themes and groups.
    `by_address`: {address of its page: record}.
    """

    def __init__(self, edition: str) -> None:
        self.by_key: dict[str, list[NamedRecord]] = defaultdict(list)
        self.by_part: dict[str, list[NamedRecord]] = defaultdict(list)
        self.by_address: dict[str, NamedRecord] = {}
        self._add_participants(participants_at(edition))
        self._add_themes(themes_at(edition))
        self._add_people()
        self._add_dialogues()
        self._add_sources()

    def records_of(self, name: str) -> list[NamedRecord]:
        """The records of a name, or else of which it is a part; sources last."""
        key = name_key(name)
        whole, parts = self.by_key.get(key, []), self.by_part.get(key, [])
        if whole and whole[0].key:
            return whole
        parts = sorted(parts, key=lambda record: record.key != "theme")
        return [*(parts if len(parts) <= MAX_OF_PART else []), *whole]

    def near(self, name: str, similarity: float = MIN_SIMILARITY) -> list[NamedRecord]:
        """The records of the known name with the most similar spelling; none for a short name."""
        close = self.near_name(name, similarity)
        return self.records_of(close) if close else []

    def near_name(self, name: str, similarity: float = MIN_SIMILARITY) -> str:
        """The key of the known name with the most similar spelling, or ""."""
        key = name_key(name)
        if not MIN_LETTERS <= len(key) <= MAX_LETTERS:
            return ""
        close = get_close_matches(key, [*self.by_key, *self.by_part], 1, similarity)
        return close[0] if close else ""

    def beginning_with(self, text: str) -> list[NamedRecord]:
        """The records to suggest for the beginning of a name or of a word in it.

        Names that begin with it come first; without any, names with a similar beginning.
        """
        prefix = name_key(text)
        if not prefix or len(prefix) > MAX_LETTERS:
            return []
        first = [key for key in self.by_key if key.startswith(prefix)]
        later = [key for key in self.by_key if f" {prefix}" in key]
        keys = [*first, *later] or self._beginning_nearly_with(prefix)
        return list(dict.fromkeys(record for key in keys for record in self.by_key[key]))

    def _beginning_nearly_with(self, prefix):
        if len(prefix) < MIN_LETTERS:
            return []
        beginnings = defaultdict(list)
        for key in self.by_key:
            beginnings[key[: len(prefix)]].append(key)
        close = get_close_matches(prefix, beginnings, MAX_NEAR, MIN_SIMILARITY)
        return [key for beginning in close for key in beginnings[beginning]]

    def _add(self, record, names, has_parts=False):
        self.by_address[record.address] = record
        keys = dict.fromkeys(name_key(name) for name in names if name)
        for place, key in enumerate(keys):
            if record not in self.by_key[key]:
                # Its first name is the record's own; others may be another record's own.
                self.by_key[key].insert(0 if place == 0 else len(self.by_key[key]), record)
            for part in _parts_of(key) if has_parts else ():
                if record not in self.by_part[part]:
                    self.by_part[part].append(record)

    def _add_participants(self, everyone):
        for pk, participant in everyone.by_pk.items():
            is_state = participant.kind in Participant.STATE_KINDS
            record = NamedRecord(
                participant.get_kind_display(),
                str(participant),
                participant.get_absolute_url(),
                "state" if is_state else "speaker",
                participant.slug,
            )
            names = [participant.name, participant.short_name]
            names += [name.name for name in everyone.names_of(pk)]
            names += country_names(participant.iso2)
            self._add(record, names, has_parts=not is_state)

    def _add_themes(self, themes):
        for pk, theme in themes.by_pk.items():
            aliases = [alias.alias for alias in themes.aliases_of(pk)]
            address = theme.get_absolute_url()
            record = NamedRecord(_("Theme"), theme.label, address, "theme", theme.slug)
            self._add(record, [theme.label, *aliases], has_parts=True)

    def _add_people(self):
        for person in Person.objects.public():
            address = person.get_absolute_url()
            record = NamedRecord(_("Person"), person.name, address, "speaker", person.slug)
            last_name = person.name.rpartition(" ")[-1]
            self._add(record, [person.name, *person.also_known_as.split(";"), last_name])

    def _add_dialogues(self):
        for dialogue in Dialogue.objects.published():
            address = dialogue.get_absolute_url()
            record = NamedRecord(_("Dialogue"), str(dialogue), address, "dialogue", dialogue.slug)
            symbols = dialogue.report_symbols.split("\n")
            self._add(record, [dialogue.title, dialogue.slug, *symbols, *_days(dialogue)])

    def _add_sources(self):
        for source in SourceDocument.objects.all():
            record = NamedRecord(_("Source"), source.title, source.get_absolute_url())
            self._add(record, [source.title, *source.symbols.split()])


def _parts_of(key):
    """The runs of a few words within a name; a single word only if it is long."""
    words = re.findall(r"\w+(?:[-']\w+)*", key)
    for length in range(1, min(MAX_PART_WORDS, len(words)) + 1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            is_telling = length > 1 or len(run[0]) >= MIN_WORD_LETTERS
            if is_telling and not {run[0], run[-1]} & SMALL_WORDS:
                yield " ".join(run)


def _days(dialogue):
    """The first day of a dialogue as people write it; none if it was not held."""
    day = dialogue.held_on
    return [str(day), date_format(day, "j F Y")] if day else []


def record_names_at(edition: str) -> RecordNames:
    """The RecordNames of an edition. Three queries, and the names that are read anyway."""
    return _record_names.get_or_create(edition, "names", lambda: RecordNames(edition))
