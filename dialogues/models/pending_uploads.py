"""Spreadsheets that somebody is looking at before they are saved."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_FOR = timedelta(days=1)


class PendingImport(models.Model):
    """A file that was sent and not saved yet. It goes when it is saved, or after a day."""

    table = models.CharField(_("table"), max_length=40)
    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    # {number of a row: why it is refused}
    refused = models.JSONField(default=dict)
    # The digest of what was shown.
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
        """Remove what nobody saved for a day."""
        cls.objects.filter(made_at__lt=timezone.now() - KEPT_FOR).delete()
