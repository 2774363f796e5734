"""Answers in plain text, for files and feeds."""

from django.http import HttpResponse

PLAIN = "text/plain; charset=utf-8"


def bad_request(problems):
    """400 with these sentences: a file or feed has no room to say what was left out of it."""
    return HttpResponse("\n".join(problems), status=400, content_type=PLAIN)
