"""Uploaded spreadsheets, kept until the curator saves or leaves the preview."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MAX_AGE = timedelta(days=1)


class PendingImport(models.Model):
    """An uploaded file with a preview. It is deleted when it is saved, or after a day."""

    table = models.CharField(_("table"), max_length=40)
    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    # {row number: why it is rejected}
    refused = models.JSONField(default=dict)
    # The digest of the preview that the curator saw.
    seen = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("uploaded on"), default=timezone.now)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("spreadsheet")
        verbose_name_plural = _("spreadsheets")

    def __str__(self):
        return self.name

    @classmethod
    def delete_expired(cls):
        """Delete uploads older than MAX_AGE."""
        cls.objects.filter(made_at__lt=timezone.now() - MAX_AGE).delete()
