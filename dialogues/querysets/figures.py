"""Queryset methods of reported figures."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from dialogues.choices import DialogueStatus, FigureMeasure
from dialogues.querysets.base import CuratedQuerySet


class ReportedFigureQuerySet(CuratedQuerySet):
    """Numbers that sources print."""

    def public(self):
        """Figures of published dialogues, or of no dialogue."""
        return self.filter(Q(dialogue=None) | Q(dialogue__status=DialogueStatus.PUBLISHED))

    def of_supporters(self):
        """Numbers of supporters, if the unit says so: “supporting states”."""
        is_of_supporters = Q(unit__icontains="supporter") | Q(unit__icontains="supporting")
        return self.filter(is_of_supporters, measure=FigureMeasure.POSITION)

    def with_listing(self):
        """Load what a list of figures shows."""
        return self.select_related("source", "theme", "group", "dialogue").prefetch_related("named")

    def by_date(self):
        """Oldest first, by the day that each figure is about."""
        day = Coalesce("counted_on", "dialogue__held_on")
        return self.order_by(day.asc(nulls_last=True), "key")

    def in_order(self):
        """By dialogue, newest first, and then in the order of the source."""
        return self.order_by(models.F("dialogue__held_on").desc(nulls_last=True), "position", "key")
