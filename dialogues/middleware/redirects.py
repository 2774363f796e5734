"""Responses at addresses that no longer have a page, and at other spellings of an address."""

from django.http import HttpResponsePermanentRedirect
from django.urls import is_valid_path

from dialogues.http.caching import REVALIDATE
from dialogues.http.urls import requested_reference
from dialogues.models import Redirection
from dialogues.references import MARKS_AFTER, parse_reference
from dialogues.views.embeds import PREFIX, embed_gone
from dialogues.views.gone import gone

MAX_PATH_LENGTH = 500  # characters; no page ever had a longer address


class RedirectMiddleware:
    """Replaces a 404 with 301 to the new address, or with 410 and the reason the page ended."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return (
            _canonical_reference(request)
            or _redirect_or_gone(request)
            or _without_marks_after(request)
            or response
        )


def _canonical_reference(request):
    """301 for a reference in capitals, with hyphens, or with O for 0."""
    requested = requested_reference(request)
    reference = requested and parse_reference(requested)
    if not reference or reference == requested:
        return None
    return _permanent_redirect(request, request.path.replace(requested, reference, 1))


def _without_marks_after(request):
    """301 for an address that was copied with the marks of a sentence after it: “.../).”"""
    path = MARKS_AFTER.sub("", request.path.rstrip("/")).rstrip("/") + "/"
    is_other = path not in ("/", request.path, f"{request.path}/")
    return _permanent_redirect(request, path) if is_other and is_valid_path(path) else None


def _redirect_or_gone(request):
    """301 or 410 for an address that had a page; None for an address that never had one."""
    if len(request.path) > MAX_PATH_LENGTH or "\0" in request.path:
        return None
    # An embed has the address of what it shows, after a prefix.
    prefix = PREFIX if request.path.startswith(f"{PREFIX}/") else ""
    first, rest = Redirection.objects.longest_match(request.path.removeprefix(prefix))
    if first is None:
        return None
    last = Redirection.objects.follow(first)
    if len(last.new_addresses) == 1:
        path = prefix + _join(last.new, rest)
        return _permanent_redirect(request, path, _cited_reference(request, first))
    return embed_gone(request) if prefix else gone(request, last)


def _cited_reference(request, redirection):
    """`was=...` for a link that cites a version: the statement whose version was cited."""
    is_cited = "v" in request.GET and "was" not in request.GET
    reference = requested_reference(request) if is_cited else None
    return f"was={reference}" if reference and redirection.old.endswith(f"/{reference}/") else ""


def _join(path, rest):
    """/states/turkiye/ and record.csv, or /statements/0000000/ and .json."""
    return path.rstrip("/") + rest if rest.startswith(".") else path + rest


def _permanent_redirect(request, path, added_query=""):
    query = "&".join(filter(None, [request.META.get("QUERY_STRING", ""), added_query]))
    response = HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    # A stored redirect would loop after an address is changed back.
    response["Cache-Control"] = REVALIDATE
    return response
