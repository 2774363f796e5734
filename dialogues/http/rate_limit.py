"""How often a client may ask for data in a minute."""

from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from dialogues.http.client import visitor_id
from dialogues.http.problem_details import problem_response

MINUTE = 60  # seconds


def data_view(view):
    """A view for programs: GET and HEAD only, and 429 after API_REQUESTS_PER_MINUTE of a client.

    Answers from the page cache do not count. Without a cache that counts there is no limit.
    """

    @wraps(view)
    def limited_view(request, *args, **kwargs):
        if _count(request) > settings.API_REQUESTS_PER_MINUTE:
            return _too_many(request)
        return view(request, *args, **kwargs)

    # Exempt, so that another method is 405 for a program too, and not 403 for want of a token.
    return csrf_exempt(require_safe(limited_view))


def _count(request):
    """How many requests the client made in this minute, with this one."""
    minute = timezone.now().strftime("%H:%M")
    key = f"requests:{minute}:{visitor_id(request, 'api')}"
    try:
        cache.add(key, 0, 2 * MINUTE)
        return cache.incr(key)
    except Exception:  # a cache that does not answer must not stop the site
        return 0


def _too_many(request):
    """429: the whole record is in one file."""
    releases = request.build_absolute_uri(reverse("release-list"))
    detail = _("Too many requests. Wait a minute, or download a release: %s") % releases
    response = problem_response(request, 429, "Too many requests", [detail], releases=releases)
    response["Retry-After"] = MINUTE
    response["Cache-Control"] = "no-store"
    return response
