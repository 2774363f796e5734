"""Queryset methods of engagements."""

from django.db.models import F, Q

from dialogues.querysets.base import CuratedQuerySet


class EngagementQuerySet(CuratedQuerySet):
    """Meetings of an office with others."""

    def with_listing(self):
        """Load what a timeline shows."""
        related = self.select_related("source", "country")
        return related.prefetch_related("organizations", "people")

    def by_date(self):
        """The oldest first; those without a year come last."""
        return self.order_by(F("begins_on").asc(nulls_last=True), "position", "key")

    def matching(self, words):
        """Engagements with each of these words in title, summary, place, or a name.

        Names are looked up in subqueries: joins for each word would be more than a database takes.
        """
        engagements = self
        for word in dict.fromkeys(words.replace("\0", "").split()):
            organizations = self.model.objects.filter(organizations__name__icontains=word)
            people = self.model.objects.filter(people__name__icontains=word)
            engagements = engagements.filter(
                Q(title__icontains=word)
                | Q(summary__icontains=word)
                | Q(place__icontains=word)
                | Q(country__name__icontains=word)
                | Q(pk__in=organizations.values("pk"))
                | Q(pk__in=people.values("pk"))
            )
        return engagements

    def of(self, participant):
        """Engagements that a participant took part in, or that took place in it."""
        return self.filter(Q(organizations=participant) | Q(country=participant)).distinct()
