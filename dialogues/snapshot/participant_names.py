"""Who is meant by a printed name. A name that may mean two is nobody's until a person says."""

import re
from difflib import get_close_matches

from django.utils.translation import gettext as _

from dialogues.models import Name, Participant
from dialogues.text.names import name_key

# Names that lists use for either of two states.
AMBIGUOUS = ("korea", "congo")
IN_PARENTHESES = re.compile(r"^(?P<name>.+?)\s*\((?P<rest>[^()]+)\)$")
MOST_SUGGESTED = 5
ALIKE = 0.72
# Who has members for whom somebody speaks.
SPOKEN_FOR = (Participant.Kind.GROUP, Participant.Kind.REGIONAL)
# What stands above names and is no group.
HEADINGS = (
    "regional orgs",
    "regional organizations",
    "observer",
    "observer missions",
    "observers",
    "observer states",
    "civil society",
    "civil society organizations",
    "non-governmental organizations",
    "international organizations",
    "un entities",
    "member states",
    "others",
)


class ParticipantNames:
    """All names and aliases at one moment, read in two queries."""

    def __init__(self):
        self.participants = {one.pk: one for one in Participant.objects.all()}
        self.by_key = {one.key: one for one in self.participants.values()}
        for key, pk in Name.objects.values_list("key", "participant"):
            self.by_key.setdefault(key, self.participants[pk])

    def find(self, name):
        """The participant of this name; None when there is none, or when two may be meant."""
        key = name_key(name)
        if key in AMBIGUOUS:
            return None
        return self.by_key.get(key) or self._turned_round(name)

    def _turned_round(self, name):
        """Venezuela (Bolivarian Republic of): the Bolivarian Republic of Venezuela."""
        found = IN_PARENTHESES.match(name)
        return found and self.by_key.get(name_key(f"{found['rest']} {found['name']}"))

    def is_name(self, text):
        return name_key(text) in AMBIGUOUS or self.find(text) is not None

    def is_heading(self, text):
        """Whether names are printed under this: a regional group, or another usual heading."""
        return self.regional_group(text) is not None or name_key(text.rstrip(".:")) in HEADINGS

    def regional_group(self, text):
        found = self.find(text)
        is_regional = found and found.group_kind == Participant.GroupKind.REGIONAL
        return found if is_regional else None

    def group(self, text):
        """The group or regional organization of this name, said with "States" or without."""
        for words in (text, re.sub(r"\s+(states|countries|group)$", "", text, flags=re.I)):
            found = self.find(words)
            if found and found.kind in SPOKEN_FOR:
                return found
        return None

    def is_group(self, text):
        return self.group(text) is not None

    def suggestions(self, name):
        """At most MOST_SUGGESTED participants that may be meant, the likeliest first."""
        key = name_key(name)
        close = get_close_matches(key, self.by_key, MOST_SUGGESTED, ALIKE)
        within = [one for one in self.by_key if len(key) > 3 and key in one]
        found = {self.by_key[one].pk: self.by_key[one] for one in [*close, *sorted(within)]}
        return list(found.values())[:MOST_SUGGESTED]


def joined_by_or(records):
    """Records that may be meant: “Congo” or “Democratic Republic of the Congo”."""
    return _(" or ").join(f"“{one}”" for one in records)
