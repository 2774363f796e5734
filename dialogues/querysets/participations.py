"""Words for participations."""

from django.db.models import Max

from dialogues.choices import FLOOR_CAPACITIES, DialogueStatus, ParticipationStatus
from dialogues.querysets.base import CuratedQuerySet


class ParticipationQuerySet(CuratedQuerySet):
    """Who took part in a dialogue."""

    def public(self):
        """In dialogues the public may see."""
        return self.filter(dialogue__status=DialogueStatus.PUBLISHED)

    def spoke(self):
        """Took the floor: not those inscribed, represented or aligned."""
        return self.filter(status=ParticipationStatus.SPOKE)

    def from_the_floor(self):
        """Those who spoke as delegations and guests do, without a role of their own."""
        return self.filter(capacity__in=FLOOR_CAPACITIES)

    def officials(self):
        """Those with a role of their own: opening, chairing, on the panel."""
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

    def last_position(self):
        """The position of the last of them; 0 when there is none."""
        return self.aggregate(last=Max("position"))["last"] or 0

    def in_order(self):
        return self.order_by("position", "pk")
