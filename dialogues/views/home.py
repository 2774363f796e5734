"""The first page, and the pages about the collection itself."""

from django.http import QueryDict
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse

from dialogues.filters.facets import facet_of
from dialogues.filters.results import StatementResults
from dialogues.filters.statements import StatementFilter
from dialogues.models import Change, Dialogue, Participant

# How many of the latest corrections the first page names.
CORRECTIONS = 5


def home(request):
    """What this is, the years, and the ways in."""
    filterset = StatementFilter(QueryDict(), request.edition)
    answer = StatementResults(filterset)
    context = {
        "dialogues": Dialogue.objects.published().with_listing().newest_first(),
        "statement_total": len(answer),
        "state_total": Participant.objects.states().count(),
        "statements": reverse("statement-list"),
        "years": _ways(filterset, answer, "year"),
        "regional_groups": _ways(filterset, answer, "group"),
        "themes": _ways(filterset, answer, "theme"),
        "corrections": Change.objects.corrections().newest_first().with_names()[:CORRECTIONS],
    }
    return render(request, "dialogues/home.html", context)


def _ways(filterset, answer, key):
    """The values of a filter on its first level, each with how many statements it has."""
    facet = facet_of(filterset, key, answer.numbers[key])
    return [one._replace(within=()) for one in [*facet.values, *facet.more]]


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
