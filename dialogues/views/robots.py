"""Files that programs request: robots.txt, opensearch.xml, manifest, security.txt, favicon.ico."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.http.urls import contact_address

# RFC 9116 advises less than a year.
VALID_FOR = timedelta(days=180)

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


def manifest(request):
    """The name and icons for a home screen (W3C Web Application Manifest)."""
    values = {
        "name": _("R2P Dialogues"),
        "short_name": "R2P",
        "description": _("What states have said on the Responsibility to Protect"),
        "start_url": reverse("home"),
        "display": "browser",
        "background_color": "#fcfbf8",
        "theme_color": "#13487c",
        "icons": [
            {"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": static("touch-icon.png"), "sizes": "180x180", "type": "image/png"},
        ],
    }
    return JsonResponse(values, content_type="application/manifest+json")


def security_txt(request):
    """How to report a vulnerability (RFC 9116). 404 if the operator gives no contact."""
    if not settings.SECURITY_CONTACT:
        raise Http404(_("The operator of this site has given no contact."))
    lines = {
        "Contact": contact_address(settings.SECURITY_CONTACT),
        "Expires": (timezone.now() + VALID_FOR).strftime("%Y-%m-%dT00:00:00Z"),
        "Preferred-Languages": "en",
        "Canonical": request.build_absolute_uri(request.path),
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def favicon(request):
    """301 to the icon, for pages that do not link to it, such as those of the admin."""
    return redirect(static("icon.svg"), permanent=True)
