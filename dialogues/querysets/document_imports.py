"""Queryset methods of what is proposed from imported documents."""

from django.db import models

from dialogues.choices import ImportStep, ProposalState


class DocumentImportQuerySet(models.QuerySet):
    """Documents that were brought in."""

    def to_review(self):
        """Those to be confirmed, and those with open proposals."""
        has_open = models.Q(pk__in=self.open_proposals().values("document_import"))
        return self.filter(models.Q(step=ImportStep.READ) | has_open)

    def open_proposals(self):
        """A queryset of the open proposals of all documents."""
        proposals = self.model._meta.get_field("proposals").related_model
        return proposals.objects.open()


class ImportProposalQuerySet(models.QuerySet):
    """Proposals of a source."""

    def open(self):
        return self.filter(state=ProposalState.OPEN)
