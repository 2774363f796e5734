"""Lead from a citation to what it cites."""

from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dialogues.search.cited_records import MAX_LENGTH, cited_in
from dialogues.search.query_parser import MAX_QUERY_LENGTH


# It only looks up, so a forged request does no harm. A long citation does not fit in an address.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def cited_records(request):
    """The record of `?symbol=A/71/1016` or of a pasted `citation`; a choice of several."""
    data = request.POST if request.method == "POST" else request.GET
    text = data.get("symbol") or data.get("citation") or ""
    records = cited_in(text, request.edition)
    if len(records) == 1:
        return redirect(records[0].address)
    context = {"text": text, "records": records, "max_length": MAX_LENGTH}
    context["search"] = urlencode({"q": text[:MAX_QUERY_LENGTH]})
    status = 404 if text and not records else 200
    return render(request, "dialogues/cited_records.html", context, status=status)
