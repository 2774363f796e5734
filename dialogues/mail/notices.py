"""Who is notified of what, and how many were reached."""

import itertools
from collections import Counter
from typing import NamedTuple

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.mail import sending
from dialogues.models import MailPreference, Notice

BACKEND = "django.contrib.auth.backends.ModelBackend"


class Notified(NamedTuple):
    """How many people got a notice at the desk, and whether mail that was due could not be sent."""

    number: int
    is_mail_lost: bool


def notify_sent_back(statements, reason, by):
    """Notify the people who entered these statements that they were sent back, and why."""
    by_author = {}
    for statement in statements:
        author = statement.entered_by_user()
        if author and author.is_active and author.is_staff:
            by_author.setdefault(author, []).append(statement)
    results = [
        _notify(
            Notice.Kind.SENT_BACK,
            author,
            _sent_back_text(own, reason),
            _("A statement was sent back to you"),
            reverse("admin:dialogues_statement_change", args=[own[0].pk]),
        )
        for author, own in by_author.items()
        if author != by
    ]
    return _sum(results)


def _sent_back_text(statements, reason):
    if len(statements) == 1:
        return _("“%(statement)s” was sent back to you: %(reason)s") % {
            "statement": statements[0].in_few_words,
            "reason": reason,
        }
    message = _("%(number)s statements were sent back to you: %(reason)s")
    return message % {"number": len(statements), "reason": reason}


def notify_waiting(statements, by):
    """Notify the people who publish that these statements wait for review."""
    counts = Counter(statement.dialogue for statement in statements)
    people = [user for user in _people_with("publish_statement") if user != by]
    return _sum(
        _notify(Notice.Kind.WAITING, user, text, text, path)
        for text, path in itertools.starmap(_waiting, counts.items())
        for user in people
    )


def _waiting(dialogue, number):
    """(text, path) of a notice that statements of a dialogue wait for review."""
    text = ngettext("%d statement waits for review", "%d statements wait for review", number)
    path = f"{reverse('admin:review')}?dialogue={dialogue.pk}"
    return f"{text % number} ({dialogue.short_title})", path


def notify_reader_wrote(report):
    """Notify the people who answer readers of a report. What the reader wrote stays at the desk."""
    text = _("A reader reported an error in “%s”") % report.subject
    path = reverse("admin:dialogues_errorreport_change", args=[report.pk])
    people = _people_with("change_errorreport")
    return _sum(_notify(Notice.Kind.READER_WROTE, user, text, text, path) for user in people)


def _people_with(permission):
    """Active users of the desk with a permission, superusers included."""
    users = User.objects.with_perm(f"dialogues.{permission}", backend=BACKEND)
    return users.filter(is_staff=True).order_by("pk")


def _notify(kind, user, text, subject, path):
    """Add a notice for a user, and mail it if the user wants this kind at once."""
    notice = Notice.objects.create(user=user, kind=kind, text=text, path=path)
    if MailPreference.time_for(user, kind) != MailPreference.Time.NOW:
        return Notified(1, is_mail_lost=False)
    context = {"notices": [(text, sending.link(path))]}
    if not sending.send(user, subject, "notice", context, kind):
        return Notified(1, is_mail_lost=True)
    notice.mailed_at = timezone.now()
    notice.save()
    return Notified(1, is_mail_lost=False)


def _sum(results):
    results = list(results)
    number = sum(result.number for result in results)
    return Notified(number, any(result.is_mail_lost for result in results))
