"""The error pages: 403 and 404."""

from django.shortcuts import render

from dialogues.http.urls import requested_reference
from dialogues.models import Statement
from dialogues.references import similar_references


def not_found(request, exception):
    """404, with the reason if the view gave one, and statements with a similar reference."""
    reason = str(exception) if exception.args and isinstance(exception.args[0], str) else ""
    similar = _similar_statements(requested_reference(request))
    return render(request, "404.html", {"reason": reason, "similar": similar}, status=404)


def _similar_statements(reference):
    """The published statements whose references differ from this one by one typing error."""
    similar = similar_references(reference) if reference else ()
    return Statement.objects.published().filter(reference__in=similar).with_speaker()


def refused(request, reason=""):
    """403 for a form without a valid CSRF token."""
    return render(request, "403.html", status=403)
