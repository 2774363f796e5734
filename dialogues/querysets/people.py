"""Queryset methods of people."""

from django.db.models import Exists, OuterRef

from dialogues.querysets.base import CuratedQuerySet
from dialogues.text.names import name_key


class PersonQuerySet(CuratedQuerySet):
    """People named in sources."""

    def public(self):
        """Without people who take part only in dialogues that are not published."""
        participations = self.related("participations").filter(person=OuterRef("pk"))
        return self.filter(~Exists(participations) | Exists(participations.public()))

    def by_name(self, name):
        """The one person of this name or other spelling; None if there is none, or several.

        Compares in Python: people are few, and their names have no stored keys.
        """
        key = name_key(name)
        matches = [person for person in self.order_by("pk") if key in _keys(person)]
        return matches[0] if len(matches) == 1 else None


def _keys(person):
    spellings = [person.name, *person.also_known_as.split(";")]
    return {name_key(spelling) for spelling in spellings if spelling.strip()}
