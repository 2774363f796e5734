"""The error pages: 403 and 404."""

from django.shortcuts import render

from dialogues.http.urls import requested_reference
from dialogues.models import Statement
from dialogues.references import similar_references


def not_found(request, exception):
    """404, with the way back and the reason where one was given."""
    reason = str(exception) if exception.args and isinstance(exception.args[0], str) else ""
    context = {"reason": reason, "likely": _likely(requested_reference(request))}
    return render(request, "404.html", context, status=404)


def _likely(typed):
    """The statements that may be meant by a reference with a slip in it."""
    near = similar_references(typed) if typed else ()
    return Statement.objects.published().filter(reference__in=near).with_speaker()


def refused(request, reason=""):
    """403 for a form without a valid token."""
    return render(request, "403.html", status=403)
