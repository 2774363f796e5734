"""The list of statements, and one statement."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.absence import what_is_recorded
from dialogues.around import around_at
from dialogues.cards import cards_of
from dialogues.filters.aliases import address_with_slugs
from dialogues.filters.answers import Answer
from dialogues.filters.chosen import chosen_of, heading_of
from dialogues.filters.facets import KEYS, facet_of, facets_of
from dialogues.filters.links import address_of
from dialogues.filters.problems import problems_of
from dialogues.filters.statements import SORTS, StatementFilter
from dialogues.filters.wider import counted_on_themes, wider_lists
from dialogues.models import Statement
from dialogues.references import read_reference
from dialogues.search.excerpts import Marks
from dialogues.search.results import RELEVANCE
from dialogues.views.pages import page_of
from dialogues.views.versions import memento_links


def statement_list(request):
    """Every published statement, narrowed by the filters in the address."""
    filterset = StatementFilter(request.GET, request.edition)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    answer = Answer(filterset)
    page, page_problems = page_of(answer, request.GET)
    chosen = chosen_of(filterset)
    context = {
        "filterset": filterset,
        "page": page,
        "cards": cards_of(page.object_list, request.edition, Marks.of(filterset.meaning.typed)),
        "problems": problems_of(filterset) + page_problems,
        "facets": facets_of(filterset, answer),
        "query": address_of(request.GET),
        "chosen": chosen,
        "heading": heading_of(chosen),
        "also": filterset.meaning.also,
        "without_also": address_of(request.GET, widen="off"),
        "is_spelled": _is_spelled(filterset, answer),
        "sorts": _sorts(filterset),
        "hidden": _hidden(filterset),
    }
    if not page:
        context |= _instead(filterset)
    return _answered(request, "dialogues/statement_list.html", context)


def statement_values(request, key):
    """All values of one filter with their counts, where the sidebar has no room for them."""
    filterset = StatementFilter(request.GET, request.edition)
    if key not in KEYS:
        raise Http404(_("There is no filter called “%s”.") % key)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    answer = Answer(filterset)
    numbers = answer.numbers[key]
    context = {
        "facet": facet_of(filterset, key, numbers, most_shown=len(numbers)),
        "statements": reverse("statement-list"),
        "query": address_of(request.GET),
        "problems": problems_of(filterset),
        "is_spelled": _is_spelled(filterset, answer),
    }
    return _answered(request, "dialogues/statement_values.html", context)


def _is_spelled(filterset, answer):
    """Whether words were only compared letter by letter."""
    return bool(filterset.chosen("q")) and not answer.is_from_index


def _answered(request, template, context):
    """The page; not kept when its words were only compared letter by letter."""
    response = render(request, template, context)
    if context["is_spelled"]:
        response["Cache-Control"] = "no-store"
    return response


def _hidden(filterset):
    """(key, value) of each choice that stays when other words are typed."""
    kept = [key for key in filterset.filters if key not in ("q", "sort", "widen")]
    return [(key, value) for key in kept for value in filterset.chosen(key)]


def _instead(filterset):
    """What an empty list shows: what is recorded all the same, and where to look."""
    return {
        "recorded": what_is_recorded(filterset.chosen("state")),
        "wider": wider_lists(filterset),
        "figures": counted_on_themes(filterset),
    }


def _sorts(filterset):
    """(label, address, whether it is the order now) of each order that the list can have."""
    return [
        (label, address_of(filterset.data, sort=key), key == filterset.sort_now)
        for key, (label, _method) in SORTS.items()
        if key != RELEVANCE or filterset.meaning.typed.has_words
    ]


def statement_detail(request, reference):
    """One statement with all that is known of it.

    What was withdrawn or merged, and other ways to write a reference, are answered by Moved.
    """
    if read_reference(reference) is None:
        raise Http404(_("“%s” is not a reference of a statement.") % reference)
    statement = get_object_or_404(Statement.objects.with_listing(), reference=reference)
    if not statement.is_public():
        raise Http404(_("No statement with this reference has been published."))
    response = render(request, "dialogues/statement_detail.html", _page_of(request, statement))
    response["Link"] = ", ".join(memento_links(request, reference))
    return response


def _page_of(request, statement):
    """The statement, its speaker's group on the day, and what was said before and after it."""
    published = Statement.objects.published()
    in_dialogue = published.filter(dialogue=statement.dialogue)
    by_speaker = published.by_same_speaker(statement)
    return {
        "statement": statement,
        "groups": around_at(request.edition).regional_groups_on(
            statement.participation and statement.participation.participant_id,
            statement.dialogue.held_on,
        ),
        "same_sentence": in_dialogue.same_sentence_as(statement).with_speaker().as_printed(),
        "beside": _found(
            (_("Before it in the source"), _last(in_dialogue.said_before(statement))),
            (_("After it in the source"), _first(in_dialogue.said_after(statement))),
            (_("Before it by the same speaker"), _last(by_speaker.said_before(statement))),
            (_("After it by the same speaker"), _first(by_speaker.said_after(statement))),
        ),
        "permanent_address": request.build_absolute_uri(statement.get_absolute_url()),
    }


def _found(*beside):
    """The (label, statement) pairs that have a statement."""
    return [(label, other) for label, other in beside if other]


def _first(statements):
    return statements.with_speaker().oldest_first().first()


def _last(statements):
    return statements.with_speaker().oldest_first().last()
