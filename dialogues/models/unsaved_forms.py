"""What people typed into forms of the admin and have not saved yet."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MAX_AGE = timedelta(days=30)


class UnsavedForm(models.Model):
    """The input of one person in one form, stored while it is typed.

    It is emptied when the form is saved or the person discards it, and deleted after MAX_AGE. A
    page whose form was saved stores nothing more: its last request may arrive after the save.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # The address of the page; of pages that show one record after the other, with the record.
    screen = models.CharField(max_length=300)
    # [[name, value, label of the value]] of each input, in the order of the form.
    fields = models.JSONField(default=list)
    # Which load of the page it comes from.
    page = models.CharField(max_length=40, blank=True)
    stored_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-stored_at"]
        verbose_name = _("unsaved form")
        verbose_name_plural = _("unsaved forms")
        constraints = [
            models.UniqueConstraint(fields=["user", "screen"], name="unsaved_form_one_per_screen")
        ]

    def __str__(self):
        return self.screen

    @classmethod
    def delete_expired(cls):
        """Delete forms older than MAX_AGE."""
        cls.objects.filter(stored_at__lt=timezone.now() - MAX_AGE).delete()
