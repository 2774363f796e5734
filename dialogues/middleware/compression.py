"""Text is compressed on its way out; what is compressed already is left as it is."""

from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/jsonl", "application/xml", "application/atom")


class CompressionMiddleware(GZipMiddleware):
    """Middleware: gzip for text, not for workbooks and fonts, which would only cost time."""

    def process_response(self, request, response):
        is_text = response.headers.get("Content-Type", "").startswith(TEXT)
        # A part of a file is a part of what it is without compression.
        # What is told while it is being made is not gathered.
        is_told = response.headers.get("X-Accel-Buffering") == "no"
        if response.status_code == 206 or is_told or not is_text:
            return response
        return super().process_response(request, response)
