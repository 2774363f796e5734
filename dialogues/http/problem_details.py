"""Errors that programs read: problem details (RFC 9457)."""

from django.http import JsonResponse

PROBLEM = "application/problem+json"


def problem_response(request, status, title, details=(), **members):
    """A response with a problem; `details` are sentences, `members` what else a program needs."""
    problem = {
        "type": request.build_absolute_uri(f"/api/v1/#{title.lower().replace(' ', '-')}"),
        "title": title,
        "status": status,
        "detail": " ".join(details),
        **members,
    }
    as_written = {"ensure_ascii": False}
    return JsonResponse(problem, status=status, content_type=PROBLEM, json_dumps_params=as_written)
