"""What programs ask a site for before they read it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

# Lists narrowed by one thing are worth finding; of the combinations there is no end.
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /preview/
Disallow: /suggest/
Disallow: /results/new/
Disallow: /*/report/
Disallow: /statements/values/
Disallow: /statements/cite/
Disallow: /statements/?*&
Disallow: /statements.*?
Disallow: /coverage/?*&
Disallow: /series/?*&
Disallow: /compare/?
Disallow: /commitment/?*&

Sitemap: %s
"""


def robots(request):
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS % sitemap, content_type="text/plain; charset=utf-8")


def opensearch(request):
    """How a browser adds the site to its search engines (OpenSearch 1.1)."""
    address = request.build_absolute_uri(reverse("statement-list"))
    feed = request.build_absolute_uri(reverse("statement-feed"))
    return render(
        request,
        "opensearch.xml",
        {"address": address, "feed": feed},
        content_type="application/opensearchdescription+xml",
    )
