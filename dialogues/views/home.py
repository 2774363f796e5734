"""The home page."""

from django.shortcuts import render
from django.urls import reverse

from dialogues.analysis.member_states import member_states_at
from dialogues.analysis.source_ledger import fullness_of
from dialogues.filters.statement_list import StatementList
from dialogues.models import Change, Dialogue
from dialogues.snapshot.participants import participants_at

MAX_CORRECTIONS = 5


def home(request):
    """The home page: the dialogues by year, links to filtered lists, and the latest corrections."""
    statements = StatementList.everything(request.edition)
    dialogues = list(Dialogue.objects.published().with_listing().newest_first())
    context = {
        "dialogues": dialogues,
        "fullness": fullness_of(dialogues),
        "statement_total": statements.count,
        "state_totals": member_states_at(dialogues, participants_at(request.edition).memberships),
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
