"""One mail a day with the notices that a person wants together."""

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import ngettext

from dialogues.mail import sending
from dialogues.models import MailPreference, Notice

MAX_LISTED = 100  # notices in one mail


def send_digests():
    """Send each person the notices not mailed yet. Returns (mails sent, mails not sent).

    A notice of a kind that the person wants never is not mailed later either.
    """
    waiting = Notice.objects.filter(mailed_at=None)
    users = User.objects.filter(is_active=True, is_staff=True, pk__in=waiting.values("user"))
    users = users.exclude(email="").order_by("pk")
    results = [_send_digest(user) for user in users]
    return results.count(True), results.count(False)


def _send_digest(user):
    """Whether the digest of a user was sent; None if there is nothing to send."""
    notices = list(Notice.objects.filter(user=user, mailed_at=None).order_by("made_at", "pk"))
    wanted = [notice for notice in notices if _is_wanted(user, notice)]
    if wanted:
        number = len(wanted)
        subject = ngettext("R2P Dialogues: %d notice", "R2P Dialogues: %d notices", number)
        listed = [(notice.text, sending.link(notice.path)) for notice in wanted[:MAX_LISTED]]
        context = {"notices": listed, "more": max(0, number - MAX_LISTED)}
        if not sending.send(user, subject % number, "notice", context, sending.ALL):
            return False
    keys = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=keys).update(mailed_at=timezone.now())
    return True if wanted else None


def _is_wanted(user, notice):
    return MailPreference.time_for(user, notice.kind) != MailPreference.Time.NEVER
