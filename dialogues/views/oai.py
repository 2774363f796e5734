"""The page of harvesters (OAI-PMH 2.0)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dialogues.exports.oai.protocol import Site, answer
from dialogues.http.urls import base_of


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request):
    """An answer in XML; errors too, with status 200, as the protocol says."""
    base = base_of(request)
    # One name of the site, or records would have several identifiers.
    host = urlsplit(settings.SITE_ADDRESS or base).hostname
    site = Site(base, base + reverse("oai"), host)
    params = request.POST if request.method == "POST" else request.GET
    response = HttpResponse(answer(params, site), content_type="text/xml; charset=utf-8")
    # It has the time of the answer.
    response["Cache-Control"] = "no-store"
    return response
