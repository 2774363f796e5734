"""Queryset methods of source documents."""

from django.db.models import Case, Count, Exists, OuterRef, Q, When

from dialogues.choices import DialogueStatus, StatementStatus
from dialogues.querysets.base import CuratedQuerySet


class SourceDocumentQuerySet(CuratedQuerySet):
    """Documents that the records come from."""

    def with_record(self):
        """Load what the public record of a source names."""
        return self.prefetch_related("dialogues", "organizations")

    def options_for(self, dialogue):
        """The sources of a dialogue, or all sources if it has none yet."""
        sources = self.filter(dialogues=dialogue)
        return sources if sources.exists() else self.all()

    def by_kind(self):
        """By kind; of each kind, sources whose text we have come before mere references."""
        return self.order_by("kind", Case(When(checksum="", then=1), default=0), "slug")

    def with_counts(self):
        """Add `statement_count` and `figure_count`, of public records."""
        published = Q(statements__status=StatementStatus.PUBLISHED)
        public = Q(reportedfigures__dialogue=None) | Q(
            reportedfigures__dialogue__status=DialogueStatus.PUBLISHED
        )
        return self.annotate(
            statement_count=Count("statements", filter=published, distinct=True),
            figure_count=Count("reportedfigures", filter=public, distinct=True),
        )

    def with_text(self):
        """Sources whose text is stored, or a part of it."""
        return self.filter(Exists(self.related("passages").filter(source=OuterRef("pk"))))

    def with_passage_count(self):
        """Add `passage_count`: of the stored text."""
        return self.annotate(passage_count=Count("passages", distinct=True))
