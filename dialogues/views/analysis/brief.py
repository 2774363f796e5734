"""A one-page brief of a state, to print."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.brief import brief_of
from dialogues.citations.styles import STYLES, citation_of, plain_text
from dialogues.exports.analysis.brief import brief_table
from dialogues.exports.statement_works import list_works
from dialogues.filters.analysis import PagesFilter
from dialogues.filters.problems import problems_of
from dialogues.http.urls import base_of
from dialogues.models import State
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)


@with_filterset(PagesFilter)
def brief_page(request, filterset, slug):
    """What is recorded of a state and what is not, with its newest quotations to cite."""
    state = get_object_or_404(State, slug=slug)
    brief = brief_of(state)
    context = {
        "brief": brief,
        "quotations": _quotations(request, brief),
        "named_in": state.named_in_figures.public().with_listing().by_date(),
        "problems": problems_of(filterset),
        "files": file_links(request, "brief-file", slug),
    }
    return render(request, "dialogues/analysis/brief.html", context)


@with_filterset(PagesFilter)
def brief_file(request, filterset, slug, extension):
    """A brief as a file."""
    if response := rejection(filterset):
        return response
    brief = brief_of(get_object_or_404(State, slug=slug))
    quotations = [
        (work, plain_text(citation.entry)) for work, citation in _quotations(request, brief)
    ]
    title, page = _("Brief: %s") % brief.state, reverse("brief", args=[slug])
    return table_response(request, extension, brief_table(brief, quotations), title, page)


def _quotations(request, brief):
    """(Work, Citation) pairs of the statements that a brief quotes."""
    works = list_works([brief.quoted], base_of(request), request.edition)
    return [(work, citation_of(work, STYLES["un"])) for work in works]
