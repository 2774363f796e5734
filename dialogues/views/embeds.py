"""What another site can show in a frame: a version of a statement, and each chart (oEmbed 1.0)."""

from urllib.parse import urlsplit

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from dialogues.http.responses import bad_request
from dialogues.models import Statement
from dialogues.views.analysis.base import rejection
from dialogues.views.charts import page_of, source_of
from dialogues.views.citations import version_work
from dialogues.views.listing import get_published
from dialogues.views.versions import get_version, get_versions

WIDTH, HEIGHT = 640, 420  # pixels; the frame scrolls if a text is longer


def frameable(view):
    """Any site may frame the page, which has no script and no form; it does not frame others."""
    open_to_all = csp_replace({"frame-ancestors": ["*"], "script-src": [NONE]})
    return xframe_options_exempt(open_to_all(view))


@frameable
def statement_embed(request, reference, number):
    """A version of a statement: it does not change, and links to the statement as it is now."""
    work = version_work(request, get_version(reference, number))
    context = {"work": work, "reference": reference, "number": number}
    return render(request, "embed/statement.html", context)


@frameable
def chart_embed(request, chart, **kwargs):
    """A chart with its source. It is that of the current edition, which it names."""
    shown = chart(request, **kwargs)
    if shown.filterset and (response := rejection(shown.filterset)):
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
    width, height = _at_most(request, "maxwidth", WIDTH), _at_most(request, "maxheight", HEIGHT)
    frame = {
        "address": request.build_absolute_uri(address),
        "title": title,
        "width": width,
        "height": height,
    }
    return JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": "R2P Dialogues",
            "provider_url": request.build_absolute_uri("/"),
            "html": " ".join(render_to_string("embed/frame.html", frame).split()),
            "width": width,
            "height": height,
        }
    )


def _embed_of(request, url):
    """(title, address of the embed) of a public address. Raises Http404 if it has none."""
    try:
        parts = urlsplit(url)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        raise Http404(_("Nothing has this address.")) from None
    if parts.netloc != request.get_host():
        raise Http404(_("That is not an address of this site."))
    name = match.url_name or ""  # addresses of the admin have none
    if name in ("statement-detail", "version-detail", "statement-embed"):
        return _statement_embed(**match.kwargs)
    if name.endswith("-chart-embed"):
        query = f"?{parts.query}" if parts.query else ""
        return _("Chart of R2P Dialogues"), parts.path + query
    raise Http404(_("Only statements and charts can be shown on other sites."))


def _statement_embed(reference, number=None):
    statement = get_published(Statement.objects.with_listing(), reference)
    number = number or get_versions(reference).last().number
    title = f"{statement.speaker_name}, {statement.when}"
    return title, reverse("statement-embed", args=[reference, number])


def _at_most(request, key, default):
    """The size that the other site can show, if it gives a smaller one."""
    text = request.GET.get(key, "")
    return min(int(text), default) if text.isdecimal() and 0 < len(text) < 6 else default
