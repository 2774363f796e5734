"""Queryset methods of readers' reports."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from dialogues.choices import ReportStatus


class ErrorReportQuerySet(models.QuerySet):
    """Reports of errors by readers."""

    def answered(self):
        """Answered reports, whose outcome the public sees; newest first."""
        return self.exclude(status=ReportStatus.NEW).order_by("-answered_at")

    def forget_visitors(self):
        """Forget the senders of reports older than a day: the limit on reports is per day."""
        old = self.filter(made_at__lt=timezone.now() - timedelta(days=1)).exclude(visitor="")
        old.update(visitor="")
