"""Which participant a printed name means. An ambiguous name has no match until a person decides."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from django.utils.translation import gettext as _

from dialogues.models import Participant
from dialogues.snapshot.participants import Participants
from dialogues.text.names import name_key

# Lists use these names for either of two states.
AMBIGUOUS = ("korea", "congo")
INVERTED = re.compile(r"^(?P<name>[^(),]+?)\s*(?:\((?P<rest>[^(),]+)\)|,\s*(?P<last>[^(),]+))$")
MAX_SUGGESTIONS = 5
MIN_SIMILARITY = 0.72  # of difflib, 0 to 1
MIN_LETTERS_WITHIN = 4  # of a text that is looked for within longer names
# Kinds on whose behalf a state may speak.
GROUP_KINDS = (Participant.Kind.GROUP, Participant.Kind.REGIONAL)
# Words around the name of a group: "the European Union and its member States".
AROUND_GROUP = re.compile(
    r"^(?:the\s+)?(?:(?:all|other)\s+)?(?:\d+\s+)?(?:(?:member\s+)?states|members|countries)\s+"
    r"(?:members\s+)?of\s+"
    r"|,?\s+and\s+(?:its|their|the|all)?\s*(?:\d+\s+)?(?:other\s+)?member\s+(?:states|countries)$"
    r"|(?:\s+member)?\s+(?:states|countries|members|group)$",
    re.I,
)
# Between a name and a note on it: "Ghana (second statement)", "Ghana – video message".
NOTE = re.compile(r"[()\[\]]|\s[–—-]\s|[:;,]")


class ParticipantNames:
    """Looks up participants by any of their names."""

    def __init__(self, everyone: Participants) -> None:
        self.participants, self.memberships = everyone.by_pk, everyone.memberships
        self.by_key = {participant.key: participant for participant in self.participants.values()}
        for pk, participant in self.participants.items():
            for name in everyone.names_of(pk):
                self.by_key.setdefault(name.key, participant)

    @classmethod
    def read(cls) -> "ParticipantNames":
        """The names as the database has them now, changes of this transaction included.

        Two queries. Curators enter a name and use it before there is an edition that has it.
        """
        return cls(Participants())

    def find(self, name: str) -> Participant | None:
        """The participant of this name; None if there is none or the name is ambiguous."""
        key = name_key(name)
        if key in AMBIGUOUS:
            return None
        return self.by_key.get(key) or self._find_inverted(name)

    def _find_inverted(self, name):
        """Venezuela (Bolivarian Republic of), Gambia, The: as names are put in an index."""
        match = INVERTED.match(name)
        if not match or self._has_name(match["last"]):
            return None
        return self.by_key.get(name_key(f"{match['rest'] or match['last']} {match['name']}"))

    def _has_name(self, text):
        return bool(text) and name_key(text) in self.by_key

    def is_name(self, text: str) -> bool:
        return name_key(text) in AMBIGUOUS or self.find(text) is not None

    def regional_group(self, text: str) -> Participant | None:
        participant = self.find(text)
        return participant if participant and participant.is_regional_group else None

    def is_regional_group(self, text: str) -> bool:
        return self.regional_group(text) is not None

    def group(self, text: str) -> Participant | None:
        """The group or regional organization of this name, with or without "and its States"."""
        for name in dict.fromkeys((text, AROUND_GROUP.sub("", text))):
            participant = self.find(name)
            if participant and participant.kind in GROUP_KINDS:
                return participant
        return None

    def is_group(self, text: str) -> bool:
        return self.group(text) is not None

    def suggestions(self, name: str) -> list[Participant]:
        """At most MAX_SUGGESTIONS participants that may be meant, best match first.

        First those whose name is followed by a note: Ghana for "Ghana (second statement)".
        """
        key = name_key(name)
        noted = [name_key(part) for part in NOTE.split(name) if self.find(part)]
        close = get_close_matches(key, self.by_key, MAX_SUGGESTIONS, MIN_SIMILARITY)
        within = [other for other in self.by_key if len(key) >= MIN_LETTERS_WITHIN and key in other]
        matches = {
            self.by_key[other].pk: self.by_key[other]
            for other in [*noted, *close, *sorted(within)]
            if other in self.by_key
        }
        return list(matches.values())[:MAX_SUGGESTIONS]


def joined_by_or(records: Iterable[object]) -> str:
    """“Congo” or “Democratic Republic of the Congo”."""
    return _(" or ").join(f"“{record}”" for record in records)


def unknown_name(name: str, suggestions: Iterable[object]) -> str:
    """A sentence that says that a name is not known, and what may be meant."""
    if not suggestions:
        return _("“%s” is not a known name.") % name
    message = _("“%(name)s” is not a known name. Did you mean %(likely)s?")
    return message % {"name": name, "likely": joined_by_or(suggestions)}
