"""Send one mail, with links to this site; a failure is logged and returned, never raised."""

import logging

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

logger = logging.getLogger(__name__)
NO_SERVERS = ("console.EmailBackend", "dummy.EmailBackend")
ALL = "all"  # kinds of notices
SALT = "mail that a person does not want"


def is_on():
    """Whether mail can be sent: there is a server, and the address of the site for links."""
    return bool(settings.SITE_ADDRESS) and not settings.EMAIL_BACKEND.endswith(NO_SERVERS)


def link(path):
    """The whole address of a path. It never comes from a request, whose host can be forged."""
    return settings.SITE_ADDRESS + path


def send(user, subject, template, context, kind=""):
    """Send a text to a user, and return whether it was handed to a mail server.

    Without a server it is printed, if EMAIL_URL says so: nobody gets it, and the answer is False.
    With a `kind` of notice, the mail leads to a page that switches this kind off.
    """
    if not (settings.SITE_ADDRESS and user.email):
        return False
    context = {"user": user, "site": settings.SITE_ADDRESS, **context}
    headers = {"Auto-Submitted": "auto-generated"}
    if kind:
        context["stop"] = link(reverse("admin:mail-stop", args=[stop_token(user, kind)]))
        headers["List-Unsubscribe"] = f"<{context['stop']}>"
    body = render_to_string(f"mail/{template}.txt", context)
    subject = " ".join(subject.split())
    message = EmailMessage(subject, body, to=[user.email], headers=headers)
    try:
        return bool(message.send()) and is_on()
    except Exception:  # an address or a server may be wrong in any way
        logger.warning("Mail to user %s was not sent.", user.pk, exc_info=True)
        return False


def stop_token(user, kind):
    """A signed token that switches one kind of mail off for one user."""
    return signing.dumps([user.pk, str(kind)], salt=SALT)


def read_stop_token(token):
    """(key of the user, kind) of a token; None if it is not valid."""
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
