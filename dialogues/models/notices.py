"""Notices to people at the desk and by mail, and when they want them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues import choices


class Notice(models.Model):
    """Something that a person is notified of, once."""

    Kind = choices.NoticeKind

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField()
    # Where to go on, as a path of this site.
    path = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [models.Index(fields=["user", "mailed_at"], name="notice_by_user_and_mail")]

    def __str__(self):
        return self.text


class MailPreference(models.Model):
    """When a person gets each kind of notice by mail."""

    Time = choices.MailTime

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_preference"
    )
    sent_back = models.CharField(
        choices.NoticeKind.SENT_BACK.label, max_length=10, choices=Time, default=Time.NOW
    )
    waiting = models.CharField(
        choices.NoticeKind.WAITING.label, max_length=10, choices=Time, default=Time.DAILY
    )
    reader = models.CharField(
        choices.NoticeKind.READER_WROTE.label, max_length=10, choices=Time, default=Time.DAILY
    )

    class Meta:
        verbose_name = _("mail preference")
        verbose_name_plural = _("mail preferences")

    def __str__(self):
        return str(self.user)

    @staticmethod
    def column_of(kind):
        """The column of a NoticeKind."""
        return kind.replace("-", "_")

    @classmethod
    def time_for(cls, user, kind):
        """When a user gets this kind; the default if the user chose nothing."""
        preference = cls.objects.filter(user=user).first() or cls()
        return getattr(preference, cls.column_of(kind))
