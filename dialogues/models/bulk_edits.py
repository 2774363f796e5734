"""What a person changed in many statements at once, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BulkEdit(models.Model):
    """One save of the grid, with the values before it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    # [[key of the statement, number of its history row after the save, {column: value before}]]
    rows = models.JSONField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("bulk edit")
        verbose_name_plural = _("bulk edits")

    def __str__(self):
        return f"{self.made_at:%d %B %Y %H:%M}"
