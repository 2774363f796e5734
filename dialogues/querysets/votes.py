"""Queryset methods of votes and ballots."""

from django.db.models import Q

from dialogues.choices import DialogueStatus
from dialogues.querysets.base import CuratedQuerySet


class VoteQuerySet(CuratedQuerySet):
    """Votes, newest first."""

    def public(self):
        """Votes that belong to no dialogue or to a published one."""
        return self.filter(Q(dialogue=None) | Q(dialogue__status=DialogueStatus.PUBLISHED))

    def with_page(self):
        """Load what a list or page shows."""
        return self.select_related("source", "dialogue")

    def with_record(self):
        """Load what the public record of a vote names."""
        return self.with_page().prefetch_related("ballots__participant")


class BallotQuerySet(CuratedQuerySet):
    """How states voted."""

    def public(self):
        """Ballots of public votes."""
        return self.filter(
            Q(vote__dialogue=None) | Q(vote__dialogue__status=DialogueStatus.PUBLISHED)
        )

    def with_vote(self):
        """Load what a state's page shows, newest vote first."""
        return self.select_related("vote").order_by("-vote__held_on", "vote__slug")

    def with_state(self):
        """Load the states, in the order of their slugs."""
        return self.select_related("participant").order_by("participant__slug")
