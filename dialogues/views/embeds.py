"""What another site can show in a frame: a version of a statement, and each chart (oEmbed 1.0)."""

from functools import wraps
from urllib.parse import urlsplit

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from dialogues.filters.problems import problems_of
from dialogues.http.responses import bad_request
from dialogues.references import parse_reference
from dialogues.views.chart_files import page_of, rejection_of, source_of
from dialogues.views.citations import version_work
from dialogues.views.versions import get_version, get_versions

PREFIX = "/embed"
WIDTH, HEIGHT = 640, 480  # pixels; the frame scrolls if a text is longer


def frameable(view):
    """Any site may frame the page, which has no script and no form; also the page of its 404."""

    @csp_replace({"frame-ancestors": ["*"], "script-src": [NONE]})
    @xframe_options_exempt
    @wraps(view)
    def framed(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404 as problem:
            return _missing(request, str(problem), status=404)

    return framed


def _missing(request, problem, status):
    return render(request, "embed/missing.html", {"problem": problem}, status=status)


@frameable
def embed_gone(request):
    """410 in place of an embed whose record ended."""
    return _missing(request, _("This record was withdrawn."), status=410)


@frameable
def statement_embed(request, reference, number):
    """A version of a statement: it does not change, and links to the statement as it is now."""
    work = version_work(request, get_version(reference, number))
    context = {"work": work, "reference": reference, "number": number}
    return render(request, "embed/statement.html", context)


@frameable
def chart_embed(request, chart, **kwargs):
    """A chart with its source. It is that of the current edition, which it names."""
    shown = chart(request.GET, request.edition, **kwargs)
    if response := rejection_of(shown):
        return response
    context = {
        "chart": shown.chart,
        "source": source_of(request, shown),
        "page": page_of(request, shown),
    }
    return render(request, "embed/chart.html", context)


def oembed(request):
    """The frame of an address of this site, `?url=`, as JSON. 404 if it cannot be framed."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=501)
    if "url" not in request.GET:
        return bad_request([_("Give the address of a statement or a chart: ?url=https://…")])
    title, address = _embed_of(request, request.GET["url"])
    frame = {
        "title": title,
        "address": request.build_absolute_uri(address),
        "width": _at_most(request, "maxwidth", WIDTH),
        "height": _at_most(request, "maxheight", HEIGHT),
    }
    return JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": "R2P Dialogues",
            "provider_url": request.build_absolute_uri("/"),
            "html": " ".join(render_to_string("embed/frame.html", frame).split()),
            "width": frame["width"],
            "height": frame["height"],
        }
    )


def _embed_of(request, url):
    """(title, address of the embed) of a public address. Raises Http404 if it has none."""
    try:
        parts = urlsplit(url)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        raise Http404(_("Nothing has this address.")) from None
    if parts.netloc.lower() != request.get_host().lower():
        raise Http404(_("That is not an address of this site."))
    name = match.url_name or ""  # addresses of the admin have none
    if name in ("statement-detail", "version-detail", "statement-embed"):
        return _statement_embed(**match.kwargs)
    if name.endswith("-chart-embed"):
        return _chart_embed(request, parts, **match.kwargs)
    raise Http404(_("Only statements and charts can be shown on other sites."))


def _statement_embed(reference, number=None):
    """The embed of a version; of the latest if the address has none."""
    reference = parse_reference(reference) or reference
    latest = number is None
    version = get_versions(reference).last() if latest else get_version(reference, number)
    statement = version.statement
    address = reverse("statement-embed", args=[reference, version.number])
    return f"{statement.speaker_name}, {statement.when}", address


def _chart_embed(request, parts, chart, **kwargs):
    """The embed of a chart with the filters of its address."""
    shown = chart(QueryDict(parts.query), request.edition, **kwargs)
    if not shown.filterset:
        return shown.chart.title, parts.path
    if problems := [*problems_of(shown.filterset), *shown.problems]:
        raise Http404(" ".join(problems))
    return shown.chart.title, f"{parts.path}?{parts.query}".removesuffix("?")


def _at_most(request, key, default):
    """The size that the other site can show, if it gives a smaller one."""
    text = request.GET.get(key, "")
    is_size = text.isascii() and text.isdecimal() and len(text) < 6 and int(text) > 0
    return min(int(text), default) if is_size else default
