"""Checking what somebody quotes or cites."""

import json

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dialogues.http.urls import base_of
from dialogues.verification.verify import LONGEST, TooMuchError, check

SAFE = ["GET", "HEAD", "POST"]


# Nothing is changed by asking, so nobody can be made to ask: no token, and no cookie, is needed.
@csrf_exempt
@require_http_methods(SAFE)
def verify(request):
    """A form for quotations and bibliographies, and what became of each of them."""
    text = request.POST.get("text", "") or request.GET.get("text", "")
    verdicts, problem = _checked(text, request.edition)
    context = {"text": text, "verdicts": verdicts, "problem": problem, "longest": LONGEST}
    status = 400 if problem else 200
    return render(request, "dialogues/verify.html", context, status=status)


@csrf_exempt
@require_http_methods(SAFE)
def verify_json(request):
    """The same for programs: `text` in a form, in the address, or in an object of JSON."""
    text, problem = _text_of(request)
    verdicts, problem = ([], problem) if problem else _checked(text, request.edition)
    if problem or not text:
        problem = problem or _("Send the words as “text”.")
        return JsonResponse({"error": str(problem)}, status=400)
    base = base_of(request)
    return JsonResponse({"results": [_as_json(one, base) for one in verdicts]})


def _text_of(request):
    """(the text, what is wrong with the request)."""
    if request.content_type != "application/json":
        return request.POST.get("text", "") or request.GET.get("text", ""), ""
    try:
        text = json.loads(request.body)["text"]
    except (ValueError, TypeError, KeyError, RecursionError):
        text = None
    if isinstance(text, str):
        return text, ""
    return "", _("Send an object of JSON with the words as “text”.")


def _checked(text, edition):
    """(verdicts, what is wrong with the text)."""
    try:
        return check(_storable(text), edition), ""
    except TooMuchError as problem:
        return [], str(problem)


def _pieces(pieces):
    return [{"kind": one.kind, "words": one.text} for one in pieces]


def _storable(text):
    """The text without what no database holds: NUL, and halves of letters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _as_json(verdict, base):
    statement, version = verdict.statement, verdict.version
    return {
        "text": verdict.text,
        "result": verdict.state,
        "statement": base + statement.get_absolute_url() if statement else None,
        "speaker": statement.speaker_name if statement else None,
        "version": base + version.get_absolute_url() if version else None,
        "differences": _pieces(verdict.pieces),
        "changes": [
            {"part": one.label, "words": _pieces(one.pieces)} for one in verdict.differences
        ],
        "note": str(verdict.note),
    }
