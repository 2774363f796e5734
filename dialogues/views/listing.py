"""What pages with statements have in common: cards, and numbered pages of a long list."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from dialogues.filters.querystring import address_of
from dialogues.http.urls import base_of
from dialogues.statement_cards import cards_of

SIZES = (25, 50, 100)


def get_published(statements, reference):
    """The published statement with a reference. Raises Http404 where there is none."""
    return get_object_or_404(statements.published(), reference=reference)


def cards_for(request, statements):
    """The HTML of each statement of a queryset, in its order."""
    return cards_of(statements.values_list("pk", flat=True), request.edition, base_of(request))


def page_of(records, data):
    """The page the address asks for: (page, problems in words). The first one if there is none."""
    size, problems = _size(data)
    paginator = Paginator(records, size)
    asked = data.get("page") or 1
    try:
        page = paginator.page(asked)
    except (EmptyPage, PageNotAnInteger):
        problems.append(
            _("There is no page “%(asked)s”: the pages run from 1 to %(last)s. This is the first.")
            % {"asked": str(asked)[:20], "last": paginator.num_pages}
        )
        page = paginator.page(1)
    page.links = _links(page, data)
    return page, problems


def _size(data):
    asked = data.get("size") or str(SIZES[0])
    if asked in map(str, SIZES):
        return int(asked), []
    sizes = ", ".join(map(str, SIZES))
    return SIZES[0], [_("A page can have %s entries. This one has the first number.") % sizes]


def _links(page, data):
    """The addresses of the pages beside this one; empty text where there is none."""
    return {
        "previous": page.has_previous() and address_of(data, page=page.previous_page_number()),
        "next": page.has_next() and address_of(data, page=page.next_page_number()),
    }
