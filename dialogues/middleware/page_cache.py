"""The page cache: each public page is rendered once per edition; a cached page costs one query.

A public page changes only with a new edition, a new day (membership today) or new code. Its cache
key and ETag are a digest of these, the address and the language. Requests with a session cookie
are never cached.
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
from dialogues.http.urls import is_data_address
from dialogues.models import Edition

log = logging.getLogger(__name__)

CACHE_SECONDS = 24 * 60 * 60
MAX_PAGE_BYTES = 400_000  # some pages list every statement
# Set by the decorators csp_replace and xframe_options_exempt.
SECURITY = ("_csp_replace", "xframe_options_exempt")
# Pages depend on these files and folders.
CODE_PATHS = ("dialogues", "r2p_site", "templates", "static", "requirements.txt")


def current_stamp():
    """The stamp of the current edition. Reconnects if the database connection was lost.

    This is the first query of each request, so it also checks the connection. Django's own check
    (CONN_HEALTH_CHECKS) would cost a second query.
    """
    try:
        return Edition.objects.current_stamp()
    except (OperationalError, InterfaceError):
        connection.close()
        return Edition.objects.current_stamp()


@contextmanager
def ignoring_cache_errors():
    """The site still answers, more slowly, when the cache does not."""
    try:
        yield
    except Exception:
        log.warning("The page cache does not answer.", exc_info=True)


@cache
def code_digest():
    """A digest of the code, templates and style sheets, which pages depend on."""
    root = Path(settings.BASE_DIR)
    files = sorted(
        path
        for name in CODE_PATHS
        for path in ([root / name] if (root / name).is_file() else (root / name).rglob("*"))
        if path.is_file() and path.suffix not in (".pyc", ".po")
    )
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:12]


class EditionCacheMiddleware:
    """Sets the ETag of public pages, answers 304, and caches whole pages.

    Sets `request.edition`, the stamp of the current edition, for every view of the public site.
    With DEBUG on, pages are not cached, so that an edited template shows at once.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.code_digest = code_digest()

    def __call__(self, request):
        # The client's charset could make one address read as another.
        request.encoding = settings.DEFAULT_CHARSET
        if request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        request.edition = current_stamp()
        if request.path.startswith("/admin/"):
            return self.get_response(request)
        if settings.DEBUG or request.method not in ("GET", "HEAD") or _has_session(request):
            return _as_private(self.get_response(request))
        if not is_page_preferred(request) and not is_data_address(request.path):
            return _with_vary(self.get_response(request))
        etag = self._etag(request)
        if etag in _client_etags(request):
            return _with_etag(HttpResponseNotModified(), etag)
        return self._cached_page(etag) or self._rendered_page(request, etag)

    def _etag(self, request):
        parts = (
            self.code_digest,
            request.edition,
            timezone.localdate().isoformat(),
            get_language() or "",
            request.build_absolute_uri(),
        )
        return f'"{sha256("|".join(parts).encode()).hexdigest()[:32]}"'

    def _cached_page(self, etag):
        with ignoring_cache_errors():
            if not (cached := pages.get("page:" + etag)):
                return None
            content, headers, security = cached
            response = HttpResponse(content, headers=headers)
            vars(response).update(security)
            return response

    def _rendered_page(self, request, etag):
        response = self.get_response(request)
        if response.status_code != 200 or response.has_header("Cache-Control"):
            return response
        _with_etag(response, etag)
        if request.method == "GET" and _is_cacheable(response):
            with ignoring_cache_errors():
                cached = (response.content, dict(response.items()), _security_of(response))
                pages.set("page:" + etag, cached, CACHE_SECONDS)
        return response


def _security_of(response):
    """The attributes by which a view changes the security headers, which are set later."""
    return {name: vars(response)[name] for name in SECURITY if name in vars(response)}


def _client_etags(request):
    """The ETags of pages that the client has. Compression made them weak ones (W/)."""
    etags = parse_etags(request.headers.get("If-None-Match", ""))
    return [etag.removeprefix("W/") for etag in etags]


def _has_session(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _is_cacheable(response):
    return not (response.streaming or response.cookies or len(response.content) > MAX_PAGE_BYTES)


def _with_etag(response, etag):
    response["ETag"] = etag
    response["Cache-Control"] = REVALIDATE
    patch_vary_headers(response, ["Accept", "Cookie", "Accept-Language", "Accept-Encoding"])
    return response


def _with_vary(response):
    """The response to a client that prefers a file. Each request negotiates the format again."""
    patch_vary_headers(response, ["Accept", "Cookie"])
    return response


def _as_private(response):
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response
