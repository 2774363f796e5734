"""Queryset methods of participations."""

from django.db.models import Max

from dialogues.choices import FLOOR_CAPACITIES, DialogueStatus, ParticipationStatus
from dialogues.querysets.base import CuratedQuerySet


class ParticipationQuerySet(CuratedQuerySet):
    """Participants, people and offices in dialogues."""

    def public(self):
        """Participations in published dialogues."""
        return self.filter(dialogue__status=DialogueStatus.PUBLISHED)

    def took_the_floor(self):
        """Participations that took the floor: not inscribed, represented or aligned ones."""
        return self.filter(status=ParticipationStatus.SPOKE)

    def from_the_floor(self):
        """Delegations and guests, without a role of their own."""
        return self.filter(capacity__in=FLOOR_CAPACITIES)

    def officials(self):
        """Participations with a role of their own: opening, chairing, on the panel."""
        return self.exclude(capacity__in=FLOOR_CAPACITIES)

    def with_names(self):
        """Load what a list of speakers shows."""
        return self.select_related(
            "participant",
            "person",
            "on_behalf_of",
            "printed_group",
            "represented_by__participant",
            "represented_by__person",
            "represented_by__on_behalf_of",
        ).prefetch_related("represents__participant")

    def with_record(self):
        """Load what the public record of a participation names."""
        return self.select_related(
            "dialogue",
            "participant",
            "person",
            "on_behalf_of",
            "represented_by__participant",
            "represented_by__person",
            "source",
        )

    def last_position(self):
        """The highest position; 0 if there is none."""
        return self.aggregate(last=Max("position"))["last"] or 0

    def in_order(self):
        return self.order_by("position", "pk")
