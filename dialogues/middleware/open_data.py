"""Headers of data: any site may read it, and it names its licence."""

from django.conf import settings

PAGES = ("text/html", "image/", "text/css", "text/javascript")
EXPOSED = "Link, ETag, R2P-Query, R2P-Count, R2P-Edition, R2P-Time"


class OpenDataMiddleware:
    """Lets scripts of other sites read public files, and links them to the licence.

    Pages are not included: a page of a person who signed in must not be read elsewhere, and
    browsers send no cookies with what these headers allow.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        content_type = response.headers.get("Content-Type", "")
        is_private = request.path.startswith(("/admin/", "/preview/", settings.STATIC_URL))
        if is_private or not content_type or content_type.startswith(PAGES):
            return response
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = EXPOSED
        if settings.DATA_LICENCE_URL:
            licence = f'<{settings.DATA_LICENCE_URL}>; rel="license"'
            response["Link"] = ", ".join(filter(None, (response.get("Link"), licence)))
        return response
