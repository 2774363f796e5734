"""Text is compressed on its way out; what is compressed already is left as it is."""

from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/jsonl")


class CompressText(GZipMiddleware):
    """Middleware: gzip for text, not for workbooks and fonts, which would only cost time."""

    def process_response(self, request, response):
        if not response.headers.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)
