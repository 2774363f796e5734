"""The home page."""

from django.shortcuts import render
from django.urls import reverse

from dialogues.filters.statement_list import StatementList
from dialogues.models import Change, Dialogue, Participant

MAX_CORRECTIONS = 5


def home(request):
    """The home page: the dialogues by year, links to filtered lists, and the latest corrections."""
    statements = StatementList.everything(request.edition)
    context = {
        "dialogues": list(Dialogue.objects.published().with_listing().newest_first()),
        "statement_total": statements.count,
        "state_total": Participant.objects.states().count(),
        "statements": reverse("statement-list"),
        "years": _top_level_values(statements.facet("year")),
        "regional_groups": _top_level_values(statements.facet("group")),
        "themes": _top_level_values(statements.facet("theme")),
        "corrections": Change.objects.corrections().newest_first().with_names()[:MAX_CORRECTIONS],
    }
    return render(request, "dialogues/home.html", context)


def _top_level_values(facet):
    """The values of a facet without those below them."""
    return [value._replace(within=()) for value in [*facet.values, *facet.more]]
