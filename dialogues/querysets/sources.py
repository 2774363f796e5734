"""Words for source documents."""

from django.db.models import Case, Count, Q, When

from dialogues.choices import DialogueStatus, StatementStatus
from dialogues.querysets.base import CuratedQuerySet


class SourceDocumentQuerySet(CuratedQuerySet):
    """The documents that everything here comes from."""

    def options_for(self, dialogue):
        """The sources of a dialogue; all, while it has none."""
        own = self.filter(dialogues=dialogue)
        return own if own.exists() else self.all()

    def with_text_first(self):
        """Those whose text is held before those of which only the reference is known."""
        return self.order_by(Case(When(checksum="", then=1), default=0), "slug")

    def with_counts(self):
        """How many statements and figures the public can read from each."""
        published = Q(statements__status=StatementStatus.PUBLISHED)
        public = Q(reportedfigures__dialogue=None) | Q(
            reportedfigures__dialogue__status=DialogueStatus.PUBLISHED
        )
        return self.annotate(
            statement_count=Count("statements", filter=published, distinct=True),
            figure_count=Count("reportedfigures", filter=public, distinct=True),
        )
