"""The answer at the address of a record that was withdrawn, merged or deleted: 410 Gone."""

from django.http import JsonResponse
from django.shortcuts import render

from dialogues.http.caching import REVALIDATE
from dialogues.http.urls import base_of


def gone(request, redirection):
    """410: what was there, why it ended, how it was cited and what replaces it."""
    if _wants_json(request):
        response = JsonResponse(as_json(redirection, base_of(request)), status=410)
    else:
        context = {"ended": redirection, "cited_as": redirection.citation_at(base_of(request))}
        response = render(request, "410.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = REVALIDATE
    return response


def as_json(redirection, base):
    return {
        "address": redirection.old,
        "was": redirection.label,
        "what_happened": redirection.why,
        "reason": redirection.reason,
        "on": redirection.made_at.isoformat(timespec="seconds"),
        "cited_as": redirection.citation_at(base),
        "now_at": redirection.new_addresses,
    }


def _wants_json(request):
    is_json = request.path.endswith((".json", ".jsonl"))
    return is_json or request.get_preferred_type(["text/html", "application/json"]) not in (
        "text/html",
        None,
    )
