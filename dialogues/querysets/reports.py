"""Words for readers' reports."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from dialogues.choices import ReportStatus


class ErrorReportQuerySet(models.QuerySet):
    def answered(self):
        """Those of which the public sees what became of them."""
        return self.exclude(status=ReportStatus.NEW).order_by("-answered_at")

    def forget_visitors(self):
        """Forget who sent what is older than the day for which reports are counted."""
        old = self.filter(made_at__lt=timezone.now() - timedelta(days=1)).exclude(visitor="")
        old.update(visitor="")
