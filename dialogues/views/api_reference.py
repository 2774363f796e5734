"""The reference of the data for programs, as a page."""

from django.conf import settings
from django.shortcuts import render

from dialogues.exports.api_reference import examples, operations
from dialogues.exports.openapi import openapi
from dialogues.http.urls import base_of


def reference(request):
    """Every address with its parameters, and examples that run."""
    base = base_of(request)
    context = {
        "operations": operations(openapi(base, request.edition)),
        "examples": examples(base),
        "requests_per_minute": settings.API_REQUESTS_PER_MINUTE,
    }
    return render(request, "data/api_reference.html", context)
