"""Words for reported figures."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from dialogues.choices import DialogueStatus, FigureMeasure
from dialogues.querysets.base import CuratedQuerySet


class ReportedFigureQuerySet(CuratedQuerySet):
    """What sources count."""

    def public(self):
        """Of dialogues the public may see, or of none."""
        return self.filter(Q(dialogue=None) | Q(dialogue__status=DialogueStatus.PUBLISHED))

    def of_supporters(self):
        """Numbers of those that support something, where the unit says so: supporting states."""
        says_so = Q(unit__icontains="supporter") | Q(unit__icontains="supporting")
        return self.filter(says_so, measure=FigureMeasure.POSITION)

    def with_listing(self):
        """Load what every list of figures shows."""
        return self.select_related("source", "theme", "group", "dialogue").prefetch_related("named")

    def by_date(self):
        """Oldest first, by the day they are of."""
        day = Coalesce("counted_on", "dialogue__held_on")
        return self.order_by(day.asc(nulls_last=True), "key")

    def in_order(self):
        """Dialogue by dialogue, newest first; within one, by what is counted."""
        return self.order_by(models.F("dialogue__held_on").desc(nulls_last=True), "position", "key")
