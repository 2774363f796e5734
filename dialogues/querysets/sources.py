"""Words for source documents."""

from django.db import models
from django.db.models import Count, Q


class SourceDocumentQuerySet(models.QuerySet):
    """The documents that everything here comes from."""

    def with_counts(self):
        """How many statements and figures the public can read from each."""
        published = Q(statements__status="published")
        return self.annotate(
            statement_count=Count("statements", filter=published, distinct=True),
            figure_count=Count("reportedfigures", distinct=True),
        )
