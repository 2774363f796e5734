"""The same thing in another form: for who asks, in the header Accept, for a file and no page."""

from django.http import HttpResponseRedirect
from django.urls import reverse

HTML = "text/html"
# What a file is called by its media type; the first is given to who has no preference.
EXTENSIONS = {
    "application/vnd.citationstyles.csl+json": "csl.json",
    "application/x-research-info-systems": "ris",
    "application/x-bibtex": "bib",
    "text/plain": "txt",
    "application/json": "json",
    "text/csv": "csv",
}


def is_page_preferred(request):
    """Whether a page is what the visitor likes best, or has no wish at all."""
    accept = request.headers.get("Accept", "")
    return accept in ("", "*/*") or _preferred(request, EXTENSIONS) is None


def redirect_to_file(request, extensions, route, *args):
    """303 to the file that the client prefers to the page, or None if it prefers the page.

    `route` names the address of the files, whose last argument is the extension.
    """
    if is_page_preferred(request):
        return None
    preferred = _preferred(request, [t for t, ext in EXTENSIONS.items() if ext in extensions])
    if preferred is None:
        return None
    query = request.META.get("QUERY_STRING", "")
    address = reverse(route, args=[*args, EXTENSIONS[preferred]])
    response = HttpResponseRedirect(f"{address}?{query}" if query else address, status=303)
    response["Vary"] = "Accept"
    response["Cache-Control"] = "no-store"
    return response


def _preferred(request, types):
    """The media type that is liked better than a page, or None."""
    preferred = request.get_preferred_type([HTML, *types])
    return None if preferred == HTML else preferred
