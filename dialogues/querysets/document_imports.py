"""Queryset methods of what is proposed from imported documents."""

from django.db import models

from dialogues.choices import ProposalState


class ImportProposalQuerySet(models.QuerySet):
    """Proposals of a source."""

    def open(self):
        return self.filter(state=ProposalState.OPEN)

    def current(self):
        """Those that the latest file of the source has, and those that somebody accepted."""
        return self.exclude(state=ProposalState.OBSOLETE)
