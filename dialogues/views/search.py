"""Help with the search box: what can be typed, and suggestions while typing."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dialogues.filters.suggestions import suggestions_for
from dialogues.search.query_parser import MAX_PARTS, MAX_QUERY_LENGTH


@dataclass(frozen=True)
class Example:
    """A query to type, and what it finds."""

    text: str
    meaning: str

    @property
    def query(self):
        return urlencode({"q": self.text})


def search_help(request):
    """What can be typed in the search box, with links that run each example."""
    context = {"examples": _examples(), "longest": MAX_QUERY_LENGTH, "parts": MAX_PARTS}
    return render(request, "dialogues/search_help.html", context)


def suggest(request):
    """Records for what is being typed, as JSON; `count`: of their statements, or null."""
    suggestions = [
        {
            "kind": str(suggestion.record.kind),
            "label": suggestion.record.label,
            "url": suggestion.url,
            "count": suggestion.count,
        }
        for suggestion in suggestions_for(request.GET.get("q", ""), request.edition)
    ]
    # Not in the page cache: one answer for each key pressed would push the pages out.
    return JsonResponse({"suggestions": suggestions}, headers={"Cache-Control": "max-age=60"})


def _examples():
    return [
        Example("early warning", _("with both words, anywhere")),
        Example('"early warning"', _("with exactly this phrase")),
        Example("veto OR permanent members", _("with “veto”, or with both other words")),
        Example("prevention -genocide", _("with “prevention”, without “genocide”")),
        Example("prevention NOT genocide", _("the same")),
        Example("(veto OR code) AND genocide", _("with “genocide” and one of the other two")),
        Example("responsib*", _("with a word that starts like this")),
        Example("60/1", _("with this document symbol, or one that ends like this")),
        Example("state:france", _("by this state, under any of its names")),
        Example('state:"costa rica" veto', _("by this state, with this word")),
        Example("theme:veto", _("on this theme or a sub-theme")),
        Example("group:weog", _("by states that belonged to this regional group on the day")),
        Example("stance:opposes", _("that oppose their theme")),
        Example("year:2017", _("from this year")),
        Example("year:2016..2018", _("from these years")),
        Example("note:paragraph", _("with this word in the editor’s note")),
        Example("dialogue:anniversary", _("from a dialogue with this word in its title")),
        Example("-group:grulac focal points", _("by states outside this group, with these words")),
    ]
