"""Help with searching: what can be typed, and suggestions while typing."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.filters.statements import StatementFilter
from dialogues.filters.suggestions import suggestions_for
from dialogues.search.query_parser import MAX_PARTS, MAX_QUERY_LENGTH


@dataclass(frozen=True)
class Example:
    """Something to type, with what it finds."""

    typed: str
    meaning: str

    @property
    def query(self):
        return urlencode({"q": self.typed})


def search_help(request):
    """What can be typed in the search box, with links that run each example."""
    context = {"examples": _examples(), "longest": MAX_QUERY_LENGTH, "parts": MAX_PARTS}
    return render(request, "dialogues/search_help.html", context)


def suggest(request):
    """States, themes and dialogues for what is being typed, as JSON."""
    labels = StatementFilter.base_filters
    suggestions = [
        {
            "kind": str(labels[one.key].label),
            "label": one.label,
            "url": f"{reverse('statement-list')}?{urlencode({one.key: one.value})}",
        }
        for one in suggestions_for(request.GET.get("q", ""), request.edition)
    ]
    # One for each key that is pressed: they would push the pages out of what is kept.
    return JsonResponse({"suggestions": suggestions}, headers={"Cache-Control": "max-age=60"})


def _examples():
    return [
        Example("early warning", _("with both words, anywhere")),
        Example('"early warning"', _("with these words in a row")),
        Example("veto OR permanent members", _("with “veto”, or with both other words")),
        Example("prevention -genocide", _("with “prevention”, without “genocide”")),
        Example("prevention NOT genocide", _("the same")),
        Example("(veto OR code) AND genocide", _("with “genocide” and one of the other two")),
        Example("responsib*", _("with a word that begins so")),
        Example("60/1", _("with this symbol, or its end")),
        Example("state:france", _("of this state; any of its names will do")),
        Example('state:"costa rica" veto', _("of this state, with this word")),
        Example("theme:veto", _("on this theme or on one below it")),
        Example("group:weog", _("of states that belonged to this regional group on the day")),
        Example("year:2017", _("of this year")),
        Example("year:2016..2018", _("of these years")),
        Example("-group:grulac focal points", _("of others than this group, with these words")),
    ]
