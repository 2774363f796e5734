"""Words for readers' reports."""

from django.db import models


class ErrorReportQuerySet(models.QuerySet):
    def answered(self):
        """Those of which the public sees what became of them."""
        return self.exclude(status="new").order_by("-answered_at")
