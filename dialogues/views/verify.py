"""Check quotations and citations, as a page and as JSON."""

import json

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dialogues.http.urls import base_of
from dialogues.verification.verify import MAX_LENGTH, TooMuchError, check_text

METHODS = ["GET", "HEAD", "POST"]


# A check changes nothing, so a forged request does no harm: no token or cookie is needed.
@csrf_exempt
@require_http_methods(METHODS)
def verify(request):
    """A form for quotations and bibliographies, and the result for each passage."""
    text = request.POST.get("text", "") or request.GET.get("text", "")
    results, problem = _check(text, request.edition)
    context = {"text": text, "results": results, "problem": problem}
    context["max_length"] = f"{MAX_LENGTH:,}"
    status = 400 if problem else 200
    return render(request, "dialogues/verify.html", context, status=status)


@csrf_exempt
@require_http_methods(METHODS)
def verify_json(request):
    """The results as JSON, for `text` in a form, in the query string or in a JSON object."""
    text, problem = _text_of(request)
    results, problem = ([], problem) if problem else _check(text, request.edition)
    if problem or not text:
        problem = problem or _("Send the text to check as “text”.")
        return JsonResponse({"error": str(problem)}, status=400)
    base = base_of(request)
    return JsonResponse({"results": [_as_json(result, base) for result in results]})


def _text_of(request):
    """(text, problem with the request)."""
    if request.content_type != "application/json":
        return request.POST.get("text", "") or request.GET.get("text", ""), ""
    try:
        text = json.loads(request.body)["text"]
    except (ValueError, TypeError, KeyError, RecursionError):
        text = None
    if isinstance(text, str):
        return text, ""
    return "", _("Send a JSON object with the text to check as “text”.")


def _check(text, edition):
    """(results, problem with the text)."""
    try:
        return check_text(_storable(text), edition), ""
    except TooMuchError as error:
        return [], str(error)


def _pieces(pieces):
    return [{"kind": piece.kind, "words": piece.text} for piece in pieces]


def _storable(text):
    """The text without what no database can store: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _as_json(result, base):
    statement, version = result.statement, result.version
    return {
        "text": result.text,
        "result": result.state,
        "statement": base + statement.get_absolute_url() if statement else None,
        "speaker": statement.speaker_name if statement else None,
        "version": base + version.get_absolute_url() if version else None,
        "differences": _pieces(result.pieces),
        "changes": [
            {"part": difference.label, "words": _pieces(difference.pieces)}
            for difference in result.differences
        ],
        "note": str(result.note),
    }
