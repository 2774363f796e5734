"""Mail with which a person chooses a first or a new password."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from dialogues.mail import sending


def password_path(user):
    """The path of the page on which a user chooses a password; it works once, for three days."""
    key = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("password_reset_confirm", args=[key, default_token_generator.make_token(user)])


def invite(user):
    """Mail a user the link to a first password. Returns whether it was sent."""
    return _send_link(user, _("Your invitation to R2P Dialogues"), "invitation")


def send_reset(user):
    """Mail a user the link to a new password. Returns whether it was sent."""
    return _send_link(user, _("A new password"), "password_reset")


def _send_link(user, subject, template):
    context = {"address": sending.link(password_path(user))}
    return sending.send(user, subject, template, context)
