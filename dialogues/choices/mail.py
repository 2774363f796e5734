"""Choices of what people get by mail, and when."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeKind(TextChoices):
    SENT_BACK = "sent-back", _("A draft of mine was sent back")
    WAITING = "waiting", _("Statements wait for review")
    READER_WROTE = "reader", _("A reader reported an error")


class MailTime(TextChoices):
    NOW = "now", _("at once")
    DAILY = "daily", _("once a day, together")
    NEVER = "never", _("never")
