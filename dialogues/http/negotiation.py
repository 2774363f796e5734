"""Content negotiation: the header Accept can ask for a file in place of a page."""

from functools import wraps

from django.http import HttpResponseRedirect
from django.urls import reverse

HTML, JSON = "text/html", "application/json"
# Extension by media type. The first wins if the client likes several equally.
EXTENSIONS = {
    "application/vnd.citationstyles.csl+json": "csl.json",
    "application/x-research-info-systems": "ris",
    "application/x-bibtex": "bib",
    "text/plain": "txt",
    JSON: "json",
    "text/csv": "csv",
}


def is_page_preferred(request):
    """Whether the client prefers a page to every file, or has no preference."""
    accept = request.headers.get("Accept", "")
    return accept in ("", "*/*") or _preferred_type(request, EXTENSIONS) is None


def redirect_to_file(request, extensions, route, *args):
    """303 to the file that the client prefers to the page; None if it prefers the page.

    `route` is the URL name of the files; its last argument is the extension.
    """
    if is_page_preferred(request):
        return None
    media_types = [name for name, ending in EXTENSIONS.items() if ending in extensions]
    preferred = _preferred_type(request, media_types)
    if preferred is None:
        return None
    return _see_other(request, reverse(route, args=[*args, EXTENSIONS[preferred]]))


def or_json(view, route):
    """The view of a page; 303 to its JSON for a client that prefers that. `route` is its name."""

    @wraps(view)
    def negotiated(request, **kwargs):
        if _preferred_type(request, [JSON]) and not is_page_preferred(request):
            return _see_other(request, reverse(route, kwargs=kwargs))
        return view(request, **kwargs)

    return negotiated


def _see_other(request, address):
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponseRedirect(f"{address}?{query}" if query else address, status=303)
    response["Vary"] = "Accept"
    response["Cache-Control"] = "no-store"
    return response


def _preferred_type(request, media_types):
    """The media type that the client prefers to HTML, or None."""
    preferred = request.get_preferred_type([HTML, *media_types])
    return None if preferred == HTML else preferred
