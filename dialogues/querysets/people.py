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

    def changed_since(self, moment):
        """People that changed, or may have become public with a dialogue."""
        dialogues = self.related("participations__dialogue").changed_since(moment)
        participations = self.related("participations").filter(dialogue__in=dialogues)
        shown = self.filter(pk__in=participations.values("person"))
        return super().changed_since(moment) | shown

    def by_names(self):
        """{key of a name or other spelling: the one person of it, None if there are several}.

        One query: people are few, and their names have no stored keys.
        """
        people = {}
        for person in self.order_by("pk"):
            for key in _keys(person):
                people[key] = None if key in people else person
        return people


def _keys(person):
    spellings = [person.name, *person.also_known_as.split(";")]
    return {name_key(spelling) for spelling in spellings if spelling.strip()}
