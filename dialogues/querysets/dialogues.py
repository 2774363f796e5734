"""Queryset methods of dialogues."""

from django.db.models import Count, Q

from dialogues.choices import DialogueFormat, DialogueStatus, StatementStatus
from dialogues.querysets.base import CuratedQuerySet


class DialogueQuerySet(CuratedQuerySet):
    """Events at which R2P was discussed."""

    def published(self):
        """Dialogues that the public sees."""
        return self.filter(status=DialogueStatus.PUBLISHED)

    def held(self):
        """Without the years that had a report but no dialogue."""
        return self.exclude(format=DialogueFormat.NOT_HELD)

    def in_series(self, name):
        """Dialogues of a series. An empty name matches none."""
        return self.filter(series=name).exclude(series="")

    def newest_first(self):
        return self.order_by("-year", "-held_on", "slug")

    def oldest_first(self):
        return self.order_by("year", "held_on", "slug")

    def with_page(self):
        """Load what the page of a dialogue shows."""
        return self.prefetch_related("further_days", "webcasts", "sources", "notes", "situations")

    def with_listing(self):
        """Load what a list shows: days, reported figures and `statement_count`."""
        published = Q(statements__status=StatementStatus.PUBLISHED)
        return self.prefetch_related("further_days", "figures__source").annotate(
            statement_count=Count("statements", filter=published, distinct=True)
        )
