"""The home page."""

from base64 import b32encode
from hashlib import sha256

from django.shortcuts import render
from django.urls import reverse

from dialogues.analysis.dialogue_totals import dialogue_totals
from dialogues.analysis.source_ledger import fullness_of
from dialogues.charts.dialogues import chart_of_dialogues
from dialogues.filters.questions import answers
from dialogues.filters.statement_list import StatementList
from dialogues.models import Dialogue, Statement

MAX_THEMES = 6


def home(request):
    """The home page: a quotation, answers from the record, the dialogues as a chart, ways in."""
    statements = StatementList.everything(request.edition)
    dialogues = list(Dialogue.objects.published().with_listing().oldest_first())
    context = {
        "quotation": _quotation(request.edition),
        "answers": answers(request.edition),
        "chart": chart_of_dialogues(dialogue_totals(dialogues)),
        "fullness": fullness_of(dialogues),
        "statement_total": statements.count,
        "statements": reverse("statement-list"),
        "years": _top_level_values(statements.facet("year")),
        "regional_groups": _top_level_values(statements.facet("group")),
        "themes": _most(_top_level_values(statements.facet("theme"))),
    }
    return render(request, "dialogues/home.html", context)


def _quotation(edition):
    """A short quotation, chosen by the edition, or None."""
    quotable = Statement.objects.quotable().with_listing().order_by("reference")
    start = b32encode(sha256(edition.encode()).digest())[:7].decode().lower()
    return quotable.filter(reference__gte=start).first() or quotable.first()


def _top_level_values(facet):
    """The values of a facet without those below them."""
    return [value._replace(within=()) for value in [*facet.values, *facet.more]]


def _most(values):
    """The facet values with most statements."""
    return sorted(values, key=lambda value: -value.count)[:MAX_THEMES]
