"""gzip for text."""

from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/jsonl", "application/xml", "application/atom")


class CompressionMiddleware(GZipMiddleware):
    """Compresses text. Workbooks and fonts are compressed already."""

    def process_response(self, request, response):
        is_text = response.headers.get("Content-Type", "").startswith(TEXT)
        # A byte range (206) counts the bytes of the uncompressed file.
        is_partial = response.status_code == 206
        # gzip would hold back a response that is sent while it is generated.
        is_live = response.headers.get("X-Accel-Buffering") == "no"
        if is_partial or is_live or not is_text:
            return response
        return super().process_response(request, response)
