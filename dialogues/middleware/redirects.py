"""What answers at an address that is no page any more, or is written in another way."""

from django.http import HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render

from dialogues.http.caching import REVALIDATE
from dialogues.http.urls import base_of, requested_reference
from dialogues.models import Redirection
from dialogues.references import parse_reference

MAX_PATH_LENGTH = 500  # longer addresses were never ours


class RedirectMiddleware:
    """Middleware: where nothing stands, 301 to where it is now, or 410 with why it ended."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return self._canonical_reference(request) or self._moved(request) or response

    def _canonical_reference(self, request):
        """301 for a reference in capitals, with hyphens, or with O for 0."""
        typed = requested_reference(request)
        reference = typed and parse_reference(typed)
        if not reference or reference == typed:
            return None
        return _permanently(request, request.path.replace(typed, reference, 1))

    def _moved(self, request):
        if len(request.path) > MAX_PATH_LENGTH or "\0" in request.path:
            return None
        found, rest = Redirection.objects.longest_match(request.path)
        if found is None:
            return None
        end = Redirection.objects.follow(found)
        if len(end.new_addresses) == 1:
            return _permanently(request, _joined(end.new, rest), self._was(request, found))
        return gone(request, end)

    def _was(self, request, found):
        """What a link that carries a version adds: which statement that was a version of."""
        is_cited = "v" in request.GET and "was" not in request.GET
        reference = requested_reference(request) if is_cited else None
        return f"was={reference}" if reference and found.old.endswith(f"/{reference}/") else ""


def gone(request, redirection):
    """410: what was there, why it ended, how it was cited and what stands for it now."""
    if _wants_json(request):
        response = JsonResponse(as_json(redirection, base_of(request)), status=410)
    else:
        context = {"ended": redirection, "cited_as": redirection.citation_at(base_of(request))}
        response = render(request, "410.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = REVALIDATE
    return response


def as_json(redirection, base):
    return {
        "address": redirection.old,
        "was": redirection.label,
        "what_happened": redirection.why,
        "reason": redirection.reason,
        "on": redirection.made_at.isoformat(timespec="seconds"),
        "cited_as": redirection.citation_at(base),
        "now_at": redirection.new_addresses,
    }


def _wants_json(request):
    is_json = request.path.endswith((".json", ".jsonl"))
    return is_json or request.get_preferred_type(["text/html", "application/json"]) not in (
        "text/html",
        None,
    )


def _joined(path, rest):
    """/states/turkiye/ and record.csv, or /statements/0000000/ and .json."""
    return path.rstrip("/") + rest if rest.startswith(".") else path + rest


def _permanently(request, path, more=""):
    query = "&".join(part for part in (request.META.get("QUERY_STRING", ""), more) if part)
    response = HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    # Kept unasked, it would lead in a circle after somebody changed an address back.
    response["Cache-Control"] = REVALIDATE
    return response
