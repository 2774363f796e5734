"""Public pages are kept by edition: a page is made once, and asked for again it costs one query.

Nothing the public sees changes without a new edition, or a new day (who is a member today), or
new code. These, the address and the language name a page; its ETag is that name. Who may be signed
in is answered anew each time, and nothing of it is kept.
"""

import logging
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import cache as pages
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from dialogues.http.caching import REVALIDATE
from dialogues.http.negotiation import is_page_preferred
from dialogues.models import Edition

log = logging.getLogger(__name__)

CACHE_SECONDS = 24 * 60 * 60  # seconds
MAX_PAGE_BYTES = 400_000  # bytes; some pages list all that was ever said
CODE = ("dialogues", "r2p_site", "templates", "static", "requirements.txt")


def current_stamp():
    """The stamp of the current edition; a connection that was lost meanwhile is opened again.

    This is the first query of each request, so it is the check that the connection still works:
    Django's own would be a second question to the database before each answer.
    """
    try:
        return Edition.objects.current_stamp()
    except (OperationalError, InterfaceError):
        connection.close()
        return Edition.objects.current_stamp()


@contextmanager
def ignoring_cache_errors():
    """The site answers, slower, when the place where pages are kept does not."""
    try:
        yield
    except Exception:
        log.warning("Pages cannot be kept.", exc_info=True)


@cache
def code_digest():
    """A name of the code and templates as they are: other pages come of others."""
    root = Path(settings.BASE_DIR)
    files = sorted(
        path
        for name in CODE
        for path in ([root / name] if (root / name).is_file() else (root / name).rglob("*"))
        if path.is_file() and path.suffix not in (".pyc", ".po")
    )
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:12]


class EditionCacheMiddleware:
    """Middleware: gives public pages their ETag, answers 304, and keeps whole pages.

    Sets `request.edition`, the stamp of the current edition, for every view of the public site.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.code = code_digest()

    def __call__(self, request):
        # A header of the visitor's could have the same address read as another.
        request.encoding = settings.DEFAULT_CHARSET
        if request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        request.edition = current_stamp()
        if request.path.startswith("/admin/"):
            return self.get_response(request)
        if request.method not in ("GET", "HEAD") or _may_be_signed_in(request):
            return _private(self.get_response(request))
        if not is_page_preferred(request):
            return _varying(self.get_response(request))
        etag = self._etag(request)
        if etag in _known_to(request):
            return _stamped(HttpResponseNotModified(), etag)
        return self._kept(request, etag) or self._made(request, etag)

    def _etag(self, request):
        parts = (
            self.code,
            request.edition,
            timezone.localdate().isoformat(),
            get_language() or "",
            request.build_absolute_uri(),
        )
        return f'"{sha256("|".join(parts).encode()).hexdigest()[:32]}"'

    def _kept(self, request, etag):
        with ignoring_cache_errors():
            found = pages.get("page:" + etag)
            return found and HttpResponse(found[0], headers=found[1])

    def _made(self, request, etag):
        response = self.get_response(request)
        if response.status_code != 200 or response.has_header("Cache-Control"):
            return response
        _stamped(response, etag)
        if request.method == "GET" and _may_be_kept(response):
            with ignoring_cache_errors():
                pages.set("page:" + etag, (response.content, dict(response.items())), CACHE_SECONDS)
        return response


def _known_to(request):
    """The ETags a visitor has pages of. Compressed on its way, a page's ETag became a weak one."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return [etag.removeprefix("W/") for etag in known]


def _may_be_signed_in(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _may_be_kept(response):
    return not (response.streaming or response.cookies or len(response.content) > MAX_PAGE_BYTES)


def _stamped(response, etag):
    response["ETag"] = etag
    response["Cache-Control"] = REVALIDATE
    patch_vary_headers(response, ["Accept", "Cookie", "Accept-Language", "Accept-Encoding"])
    return response


def _varying(response):
    """The answer to who asks for no page: whether there is another form is asked anew each time."""
    patch_vary_headers(response, ["Accept", "Cookie"])
    return response


def _private(response):
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response
