"""What pages with statements have in common."""

from django.shortcuts import get_object_or_404

from dialogues.filters.pagination import page_of
from dialogues.http.urls import base_of
from dialogues.statement_cards import cards_of

PAGE_SIZE = 10  # statements on the page of a record, next to its other sections


def get_published(statements, reference):
    """The published statement with a reference. Raises Http404 if there is none."""
    return get_object_or_404(statements.published(), reference=reference)


def paged_cards(request, statements):
    """Context: the page of these statements that the address asks for, and the HTML of each."""
    page = page_of(statements, request.GET, PAGE_SIZE)
    return {"page": page, "statements": cards_for(request, page.object_list)}


def cards_for(request, statements):
    """The HTML of each statement of a queryset, in its order."""
    return cards_of(statements.values_list("pk", flat=True), request.edition, base_of(request))
