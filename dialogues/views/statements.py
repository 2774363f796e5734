"""The list of statements, and one statement."""

from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.appearances import appearances_of
from dialogues.citations.files import FILES
from dialogues.citations.styles import STYLES, citation_of
from dialogues.exports.schema_org import dataset, quotation
from dialogues.filter_keys import COUNTED_KEYS
from dialogues.filters.applied import applied_filters, list_title
from dialogues.filters.canonical import canonical_query
from dialogues.filters.empty_results import counted_on_themes, wider_lists
from dialogues.filters.facets import facet_of, facets_of
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of, clocks_of
from dialogues.filters.results import StatementResults
from dialogues.filters.statements import SORTS, StatementFilter
from dialogues.http.negotiation import redirect_to_file
from dialogues.http.urls import base_of, file_links
from dialogues.models import Statement, Version
from dialogues.publishing.cited_version import citation_status, version_diffs
from dialogues.references import parse_reference
from dialogues.search.highlight import HighlightTerms
from dialogues.search.search import RELEVANCE
from dialogues.snapshot.registry import registry_at
from dialogues.statement_cards import cards_of
from dialogues.views.citations import current_work, list_work, page_of_citations
from dialogues.views.exports import LISTS, PLAIN
from dialogues.views.listing import page_of
from dialogues.views.signposting import link_header


def statement_list(request):
    """Every published statement, narrowed by the filters in the address."""
    if other := redirect_to_file(request, LISTS, "statement-export"):
        return other
    filterset = StatementFilter(request.GET, request.edition)
    if better := canonical_query(filterset):
        return redirect(request.path + better)
    answer = StatementResults(filterset)
    page, page_problems = page_of(answer, request.GET)
    chosen = applied_filters(filterset)
    marks = HighlightTerms.from_query(filterset.resolved_query.parsed)
    context = {
        "filterset": filterset,
        "page": page,
        "cards": cards_of(
            page.object_list, request.edition, base_of(request), marks, filterset.clock_now
        ),
        "problems": problems_of(filterset) + page_problems,
        "facets": facets_of(filterset, answer),
        "query": address_of(request.GET),
        "own_query": address_of(request.GET, page=page.number),
        "chosen": chosen,
        "heading": list_title(chosen),
        "also": filterset.resolved_query.expansions,
        "without_also": address_of(request.GET, widen="off"),
        "is_spelled": _is_spelled(filterset, answer),
        "sorts": _sorts(filterset),
        "clocks": clocks_of(filterset),
        "hidden": _hidden(filterset),
    }
    if not context["problems"]:
        context["linked"] = _dataset(request, context["heading"])
    if not page:
        context |= _instead(filterset)
    return _answered(request, "dialogues/statement_list.html", context)


def statement_values(request, key):
    """All values of one filter with their counts, where the sidebar has no room for them."""
    filterset = StatementFilter(request.GET, request.edition)
    if key not in COUNTED_KEYS:
        raise Http404(_("There is no filter called “%s”.") % key)
    if better := canonical_query(filterset):
        return redirect(request.path + better)
    answer = StatementResults(filterset)
    numbers = answer.numbers[key]
    context = {
        "facet": facet_of(filterset, key, numbers, most_shown=len(numbers)),
        "statements": reverse("statement-list"),
        "query": address_of(request.GET),
        "problems": problems_of(filterset),
        "is_spelled": _is_spelled(filterset, answer),
    }
    return _answered(request, "dialogues/statement_values.html", context)


def _dataset(request, heading):
    """The list as linked data, with its files."""
    query, base = address_of(request.GET).removesuffix("?"), base_of(request)
    files = [
        (LISTS[name][2].partition(";")[0], f"{base}{address}{query}")
        for name, address in file_links(LISTS, "statement-export")
    ]
    address = base + reverse("statement-list") + query
    about = _("What was said at United Nations dialogues on the Responsibility to Protect.")
    return dataset(heading, about, address, request.edition.partition(" ")[0], files)


def _is_spelled(filterset, answer):
    """Whether words were only compared letter by letter."""
    return bool(filterset.applied_values("q")) and not answer.is_from_index


def _answered(request, template, context):
    """The page; not kept when its words were only compared letter by letter."""
    response = render(request, template, context)
    if context["is_spelled"]:
        response["Cache-Control"] = "no-store"
    return response


def _hidden(filterset):
    """(key, value) of each choice that stays when other words are typed."""
    kept = [key for key in filterset.filters if key not in ("q", "sort", "widen")]
    return [(key, value) for key in kept for value in filterset.applied_values(key)]


def _instead(filterset):
    """What an empty list shows: what is recorded all the same, and where to look."""
    return {
        "recorded": appearances_of(filterset.applied_values("state")),
        "wider": wider_lists(filterset),
        "figures": counted_on_themes(filterset),
    }


def _sorts(filterset):
    """(label, address, whether it is the order now) of each order that the list can have."""
    return [
        (label, address_of(filterset.data, sort=key), key == filterset.sort_now)
        for key, (label, _method) in SORTS.items()
        if key != RELEVANCE or filterset.resolved_query.parsed.has_words
    ]


def statement_list_cite(request):
    """A filtered list in every style, as of the current edition."""
    filterset = StatementFilter(request.GET, request.edition)
    if better := canonical_query(filterset):
        return redirect(request.path + better)
    if problems := problems_of(filterset):
        return HttpResponseBadRequest("\n".join(problems), content_type=PLAIN)
    query = address_of(request.GET, without=["size"])
    title = _("Statements: %s") % list_title(applied_filters(filterset))
    work = list_work(request, title, reverse("statement-list") + query.removesuffix("?"))
    files = [(name, address + query) for name, address in file_links(FILES, "statement-export")]
    return page_of_citations(request, work, files, reverse("statement-list") + query)


def statement_detail(request, reference):
    """One statement with all that is known of it.

    RedirectMiddleware answers for what was withdrawn or merged, and for other spellings.
    """
    if parse_reference(reference) is None:
        raise Http404(_("“%s” is not a reference of a statement.") % reference)
    statement = get_object_or_404(Statement.objects.with_record(), reference=reference)
    if not statement.is_public():
        raise Http404(_("No statement with this reference has been published."))
    if other := redirect_to_file(request, [*FILES, "json"], "statement-file", reference):
        return other
    response = render(request, "dialogues/statement_detail.html", record_page(request, statement))
    response["Link"] = link_header(request, statement)
    return response


def record_page(request, statement):
    """The statement, its speaker's group on the day, and what was said before and after it."""
    published = Statement.objects.published()
    in_dialogue = published.filter(dialogue=statement.dialogue)
    by_speaker = published.by_same_speaker(statement)
    versions = list(Version.objects.filter(statement=statement).defer("page"))
    work = current_work(request, statement, versions)
    return {
        "statement": statement,
        "groups": registry_at(request.edition).memberships.regional_on(
            statement.participation and statement.participation.participant_id,
            statement.dialogue.held_on,
        ),
        "same_sentence": in_dialogue.with_same_sentence(statement).with_speaker().in_source_order(),
        "beside": _found(
            (_("Before it in the source"), _last(in_dialogue.before_statement(statement))),
            (_("After it in the source"), _first(in_dialogue.after_statement(statement))),
            (_("Before it by the same speaker"), _last(by_speaker.before_statement(statement))),
            (_("After it by the same speaker"), _first(by_speaker.after_statement(statement))),
        ),
        "work": work,
        "linked": quotation(work, statement),
        "version_diffs": version_diffs(versions),
        "cited": citation_status(request.GET, statement),
        "citation": citation_of(work, STYLES["un"]),
        "styles": STYLES.values(),
        "citation_files": file_links(FILES, "statement-file", statement.reference),
        "permanent_address": work.address,
        "reports": statement.reports.answered(),
        "report_address": reverse("statement-report", args=[statement.reference]),
    }


def _found(*beside):
    """The (label, statement) pairs that have a statement."""
    return [(label, other) for label, other in beside if other]


def _first(statements):
    return statements.with_speaker().oldest_first().first()


def _last(statements):
    return statements.with_speaker().oldest_first().last()
