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
        """Engagements with each of these words in title, summary, place, or a name."""
        engagements = self
        for word in words.replace("\0", "").split():
            engagements = engagements.filter(
                Q(title__icontains=word)
                | Q(summary__icontains=word)
                | Q(place__icontains=word)
                | Q(country__name__icontains=word)
                | Q(organizations__name__icontains=word)
                | Q(people__name__icontains=word)
            )
        return engagements.distinct()

    def of(self, participant):
        """Engagements that a participant took part in, or that took place in it."""
        return self.filter(Q(organizations=participant) | Q(country=participant)).distinct()
