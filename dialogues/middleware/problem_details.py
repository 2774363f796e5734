"""Errors at addresses of data, as problem details."""

from http import HTTPStatus

from dialogues.http.problem_details import problem_response
from dialogues.http.urls import is_data_address

ERRORS = (400, 404, 410)


class ProblemDetailsMiddleware:
    """Replaces the error page of an address of data by problem details with the same status."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not is_data_address(request.path) or response.status_code not in ERRORS:
            return response
        content_type = response.headers.get("Content-Type", "")
        # Some views have JSON of their own for an error.
        if not content_type.startswith("text/"):
            return response
        status = HTTPStatus(response.status_code)
        # Plain text are the sentences of a view; a page is for people.
        is_text = content_type.startswith("text/plain")
        details = response.content.decode().split("\n") if is_text else [status.description]
        return problem_response(request, response.status_code, status.phrase, details)
