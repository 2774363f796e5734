"""The first page, and the pages about the collection itself."""

from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse

from dialogues.filters.statement_list import StatementList
from dialogues.models import Change, Dialogue, Participant

# How many of the latest corrections the first page names.
CORRECTIONS = 5


def home(request):
    """What this is, the years, and the ways in."""
    statements = StatementList.everything(request.edition)
    context = {
        "dialogues": Dialogue.objects.published().with_listing().newest_first(),
        "statement_total": statements.count,
        "state_total": Participant.objects.states().count(),
        "statements": reverse("statement-list"),
        "years": _first_level(statements.facet("year")),
        "regional_groups": _first_level(statements.facet("group")),
        "themes": _first_level(statements.facet("theme")),
        "corrections": Change.objects.corrections().newest_first().with_names()[:CORRECTIONS],
    }
    return render(request, "dialogues/home.html", context)


def _first_level(facet):
    """The values of a facet without those below them."""
    return [value._replace(within=()) for value in [*facet.values, *facet.more]]


def analysis(request):
    """What can be computed from the record, each with the question it answers."""
    return render(request, "dialogues/analysis/index.html")


def about(request):
    return render(request, "dialogues/about.html")


def method(request):
    """How records are made and read."""
    return render(request, "dialogues/method.html")


def icon(request):
    """Where browsers look for an icon that no page names, as on the curators' desk."""
    return redirect(static("icon.svg"), permanent=True)
