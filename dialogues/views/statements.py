"""The list of statements, and one statement."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.absence import what_is_recorded
from dialogues.filters.aliases import address_with_slugs
from dialogues.filters.chosen import chosen_of, heading_of
from dialogues.filters.facets import facets_of
from dialogues.filters.links import address_of
from dialogues.filters.problems import problems_of
from dialogues.filters.statements import NEWEST, SORTS, StatementFilter
from dialogues.filters.wider import counted_on_themes, wider_lists
from dialogues.models import Statement
from dialogues.references import read_reference
from dialogues.views.pages import page_of


def statement_list(request):
    """Every published statement, narrowed by the filters in the address."""
    published = Statement.objects.published().newest_first()
    filterset = StatementFilter(request.GET, queryset=published)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    page, page_problems = page_of(filterset.qs.with_listing(), request.GET)
    chosen = chosen_of(filterset)
    context = {
        "filterset": filterset,
        "page": page,
        "problems": problems_of(filterset) + page_problems,
        "facets": facets_of(filterset),
        "chosen": chosen,
        "heading": heading_of(chosen),
        "sorts": _sorts(filterset),
        "hidden": [
            (key, value)
            for key in filterset.filters
            if key not in ("q", "sort")
            for value in filterset.chosen(key)
        ],
    }
    if not page:
        context |= _instead(filterset)
    return render(request, "dialogues/statement_list.html", context)


def _instead(filterset):
    """What an empty list shows: what is recorded all the same, and where to look."""
    return {
        "recorded": what_is_recorded(filterset.chosen("state")),
        "wider": wider_lists(filterset),
        "figures": counted_on_themes(filterset),
    }


def _sorts(filterset):
    """(label, address, whether it is the order now) of each order of the list."""
    now = (filterset.chosen("sort") or [NEWEST])[0]
    return [
        (label, address_of(filterset.data, sort=key), key == now)
        for key, (label, _method) in SORTS.items()
    ]


def statement_detail(request, reference):
    """One statement with all that is known of it; 410 with the reason when it was withdrawn."""
    canonical = read_reference(reference)
    if canonical is None:
        raise Http404(_("“%s” is not a reference of a statement.") % reference)
    if canonical != reference:
        return redirect("statement-detail", canonical, permanent=True)
    statement = get_object_or_404(Statement.objects.with_listing(), reference=reference)
    if statement.status == Statement.Status.WITHDRAWN:
        return _withdrawn(request, statement)
    if not statement.is_public():
        raise Http404(_("No statement with this reference has been published."))
    siblings = Statement.objects.published().filter(dialogue=statement.dialogue)
    context = {
        "statement": statement,
        "same_sentence": siblings.same_sentence_as(statement).with_listing(),
        "before": siblings.filter(position__lt=statement.position).with_listing().last(),
        "after": siblings.filter(position__gt=statement.position).with_listing().first(),
        "permanent_address": request.build_absolute_uri(
            reverse("statement-detail", args=[reference])
        ),
    }
    return render(request, "dialogues/statement_detail.html", context)


def _withdrawn(request, statement):
    """What stood here and why it ended, without the words."""
    last = statement.changes.select_related("edition").first()
    context = {"statement": statement, "edition": last.edition}
    return render(request, "dialogues/statement_withdrawn.html", context, status=410)
