"""Queryset methods of people."""

from django.db.models import Exists, OuterRef

from dialogues.querysets.base import CuratedQuerySet


class PersonQuerySet(CuratedQuerySet):
    """People named in sources."""

    def public(self):
        """Without people who take part only in dialogues that are not published."""
        participations = self.related("participations").filter(person=OuterRef("pk"))
        return self.filter(~Exists(participations) | Exists(participations.public()))
