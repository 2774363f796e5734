"""Offer a form again that was posted after the session had ended.

The form travels through the user's own browser, signed, and is stored nowhere on the server.
"""

from django.contrib import admin, messages
from django.core import signing
from django.middleware.csrf import (
    REASON_BAD_ORIGIN,
    REASON_BAD_REFERER,
    REASON_MALFORMED_REFERER,
    REASON_NO_REFERER,
)
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

# The input of the sign-in form that carries the interrupted post.
FIELD = "kept"
SALT = "what was typed"
# Until the next morning.
MAX_AGE = 24 * 60 * 60  # seconds
EXCLUDED_FIELDS = ("csrfmiddlewaretoken", "otp_token", FIELD)
# Addresses whose forms have passwords, or nothing worth offering.
EXCLUDED_PATHS = ("/login/", "/logout/", "/password", "/reset/", "/mail/stop/", "/auth/")


def sign_in_again(site, request):
    """401: the sign-in form, with the interrupted post in a hidden input."""
    message = _("You are signed out. Sign in again, and your changes are offered to you.")
    messages.warning(request, message)
    context = site.each_context(request) | {
        "form": site.login_form(request),
        "title": _("Log in"),
        "interrupted_post": _signed(request),
        "next": request.get_full_path(),
    }
    return _never_cached(render(request, site.login_template, context, status=401))


def _signed(request):
    """The address and the fields of a post as a signed string, without passwords."""
    fields = [pair for pair in _pairs(request.POST) if _is_included(pair[0])]
    if _is_excluded(request.path):
        fields = []
    return signing.dumps([request.get_full_path(), fields], salt=SALT, compress=True)


def offer_after_refusal(request, reason):
    """The page that offers a form again whose token is no longer valid: signed in again in another
    tab, or cookies deleted. None if the form may come from another site.

    Django compares the origin before the token, so any other reason means that it is this site's.
    """
    is_own = request.headers.get("Origin") and not _is_foreign(reason)
    has_form = request.method == "POST" and not _is_excluded(request.path)
    if not (is_own and has_form):
        return None
    if not request.user.is_authenticated:
        return sign_in_again(admin.site, request)
    fields = [pair for pair in _pairs(request.POST) if _is_included(pair[0])]
    response = offer_resubmit(admin.site, request, (request.get_full_path(), fields))
    response.status_code = 403
    return response


def _is_foreign(reason):
    foreign = (REASON_BAD_ORIGIN, REASON_BAD_REFERER, REASON_NO_REFERER, REASON_MALFORMED_REFERER)
    return any(reason.startswith(each.split("%s")[0]) for each in foreign)


def read(signed):
    """(address, [(name, value)]) of an interrupted post; None if the signature is not valid."""
    try:
        return signing.loads(signed, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None


def offer_resubmit(site, request, post):
    """A page that sends the interrupted post again with one press."""
    address, fields = post
    context = site.each_context(request) | {
        "title": _("You are signed in again"),
        "address": address,
        "fields": fields,
    }
    return _never_cached(render(request, "admin/dialogues/interrupted_post.html", context))


def _never_cached(response):
    add_never_cache_headers(response)
    return response


def _is_excluded(path):
    return any(part in path for part in EXCLUDED_PATHS)


def _is_included(name):
    return "password" not in name and name not in EXCLUDED_FIELDS


def _pairs(data):
    return [(name, value) for name, values in data.lists() for value in values]
