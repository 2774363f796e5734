"""Files that browsers and crawlers request: robots.txt, opensearch.xml and favicon.ico."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse

# A list with one filter may be indexed. Combinations of filters are endless.
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
    """robots.txt (RFC 9309)."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS % sitemap, content_type="text/plain; charset=utf-8")


def opensearch(request):
    """The description with which a browser adds the site to its search engines (OpenSearch 1.1)."""
    address = request.build_absolute_uri(reverse("statement-list"))
    feed = request.build_absolute_uri(reverse("statement-feed"))
    return render(
        request,
        "opensearch.xml",
        {"address": address, "feed": feed},
        content_type="application/opensearchdescription+xml",
    )


def favicon(request):
    """301 to the icon, for pages that do not link to it, such as those of the admin."""
    return redirect(static("icon.svg"), permanent=True)
