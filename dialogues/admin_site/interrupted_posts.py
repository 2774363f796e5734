"""What somebody sent after the session had ended: kept beside the sign-in form, offered after it.

It travels through the visitor's own browser, signed, and is stored nowhere.
"""

from django.contrib import messages
from django.core import signing
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

FIELD = "kept"
SALT = "what was typed"
# A night: somebody may come back in the morning.
LONGEST = 24 * 60 * 60
NOT_KEPT = ("csrfmiddlewaretoken", "otp_token", FIELD)
# Where passwords are typed, and where nothing is.
NOTHING_KEPT = ("/login/", "/logout/", "/password", "/auth/")


def sign_in_again(site, request):
    """The sign-in form, with what was sent kept in it."""
    fields = [pair for pair in _pairs(request.POST) if _is_kept(pair[0])]
    if any(part in request.path for part in NOTHING_KEPT):
        fields = []
    kept = signing.dumps([request.get_full_path(), fields], salt=SALT, compress=True)
    message = _("You are signed out. Sign in: what you typed is kept and offered to you then.")
    messages.warning(request, message)
    context = site.each_context(request) | {
        "form": site.login_form(request),
        "title": _("Log in"),
        "kept": kept,
        "next": request.get_full_path(),
    }
    return _never_cached(render(request, site.login_template, context, status=401))


def read(kept):
    """(the address it was sent to, [(field, value)]) of what was kept; None when it is not ours."""
    try:
        return signing.loads(kept, salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None


def offer(site, request, kept):
    """A page with what was kept, which is sent on with one press."""
    address, fields = kept
    context = site.each_context(request) | {
        "title": _("You are signed in again"),
        "address": address,
        "fields": fields,
    }
    return _never_cached(render(request, "admin/dialogues/kept.html", context))


def _never_cached(response):
    add_never_cache_headers(response)
    return response


def _is_kept(name):
    return "password" not in name and name not in NOT_KEPT


def _pairs(data):
    return [(name, value) for name, values in data.lists() for value in values]
