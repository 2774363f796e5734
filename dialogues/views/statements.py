"""The list of statements, and one statement."""

from dataclasses import replace

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.appearances import appearances_of
from dialogues.citations.files import FILES
from dialogues.citations.styles import STYLES, citation_of, words_cited
from dialogues.exports.schema_org import dataset, quotation
from dialogues.exports.statement_files import STATEMENT_FILES
from dialogues.filters.empty_results import broader_lists, figures_on_themes
from dialogues.filters.statement_list import StatementList
from dialogues.http.negotiation import redirect_to_file
from dialogues.http.responses import bad_request
from dialogues.http.urls import file_links
from dialogues.models import Engagement, FailedQuery, Statement, Version
from dialogues.publishing.cited_version import citation_status, version_diffs
from dialogues.publishing.quotation_check import contains_quotation, searchable
from dialogues.references import parse_reference
from dialogues.search.query_parser import MAX_QUERY_LENGTH
from dialogues.snapshot.registry import registry_at
from dialogues.statement_filters import COUNTED_KEYS
from dialogues.text.quoted_words import quoted_parts
from dialogues.views.citations import current_work, list_work, page_of_citations
from dialogues.views.signposting import link_header

MAX_ENGAGEMENTS = 5


def statement_list(request):
    """Every published statement, narrowed by the filters in the address."""
    if other := redirect_to_file(request, STATEMENT_FILES, "statement-export"):
        return other
    statements = StatementList.of(request)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    context = {"list": statements}
    if statements.is_failed_search:
        FailedQuery.add(statements.words)
    if statements.corrected:
        context = {"typed": statements.words, "list": statements.corrected}
        statements = statements.corrected
    if not statements.page_problems:
        context["linked"] = _dataset(statements)
    if not statements.page:
        context |= _offers(statements)
    return _page(request, "dialogues/statement_list.html", context)


def statement_values(request, key):
    """All values of one filter with their counts; `?find=`: those with this in their names."""
    if key not in COUNTED_KEYS:
        raise Http404(_("There is no filter called “%s”.") % key)
    params = request.GET.copy()
    find = params.pop("find", [""])[-1].strip()
    statements = replace(StatementList.of(request), params=params)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    context = {"list": statements, "facet": statements.facet(key, find), "find": find}
    return _page(request, "dialogues/statement_values.html", context)


def statement_list_cite(request):
    """A filtered list in every style, as of the current edition."""
    statements = StatementList.of(request)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    if statements.problems:
        return bad_request(statements.problems)
    address = reverse("statement-list") + statements.list_query
    title = _("Statements: %s") % statements.title
    work = list_work(request, title, address.removesuffix("?"))
    files = [
        (extension, url + statements.list_query)
        for extension, url in file_links(FILES, "statement-export")
    ]
    return page_of_citations(request, work, files, address)


def _page(request, template, context):
    """The page; not cached while words match only as they are spelled."""
    response = render(request, template, context)
    if context["list"].is_exact_spelling:
        response["Cache-Control"] = "no-store"
    return response


def _dataset(statements):
    """The list as linked data, with its files."""
    base, query = statements.base, statements.query.removesuffix("?")
    files = [
        (STATEMENT_FILES[extension].media_type, base + url + query)
        for extension, url in file_links(STATEMENT_FILES, "statement-export")
    ]
    about = _("What was said at United Nations dialogues on the Responsibility to Protect.")
    address, edition = base + reverse("statement-list") + query, statements.edition.partition(" ")
    return dataset(
        statements.title,
        about,
        address,
        edition[0],
        files,
        licence=settings.DATA_LICENCE_URL,
        creator=settings.OPERATOR,
    )


def _offers(statements):
    """What an empty list shows: what else is recorded of the states, and broader lists."""
    return {
        "appearances": appearances_of(statements.filterset.applied_values("state")),
        "broader": broader_lists(statements),
        "figures": figures_on_themes(statements.filterset),
        "engagements": _engagements(statements.words),
    }


def _engagements(words):
    """Engagements with the words that the search reads; none without words."""
    if not words:
        return []
    engagements = Engagement.objects.matching(words[:MAX_QUERY_LENGTH])
    return engagements.with_listing().by_date()[:MAX_ENGAGEMENTS]


def statement_detail(request, reference):
    """One statement with all that is known of it.

    RedirectMiddleware answers for withdrawn and merged statements and for other spellings.
    """
    if parse_reference(reference) is None:
        raise Http404(_("“%s” is not a reference of a statement.") % reference)
    statement = get_object_or_404(Statement.objects.with_record(), reference=reference)
    if not statement.is_public():
        raise Http404(_("No statement with this reference has been published."))
    if other := redirect_to_file(request, [*FILES, "json"], "statement-file", reference):
        return other
    response = render(
        request, "dialogues/statement_detail.html", statement_context(request, statement)
    )
    response["Link"] = link_header(request, statement)
    return response


def statement_context(request, statement):
    """The statement, its speaker's groups on the day, its neighbours, versions and citation."""
    published = Statement.objects.published()
    in_dialogue = published.filter(dialogue=statement.dialogue)
    by_speaker = published.by_same_speaker(statement)
    versions = list(Version.objects.filter(statement=statement).defer("page"))
    work = current_work(request, statement, versions)
    citation = citation_of(work, STYLES["un"])
    return {
        "statement": statement,
        "passages": _passages(statement),
        "groups": registry_at(request.edition).memberships.regional_on(
            statement.participation and statement.participation.participant_id,
            statement.dialogue.held_on,
        ),
        "same_sentence": in_dialogue.with_same_sentence(statement).with_speaker().in_source_order(),
        "neighbours": _existing(
            (_("Before it in the source"), _last(in_dialogue.before_statement(statement))),
            (_("After it in the source"), _first(in_dialogue.after_statement(statement))),
            (_("Before it by the same speaker"), _last(by_speaker.before_statement(statement))),
            (_("After it by the same speaker"), _first(by_speaker.after_statement(statement))),
        ),
        "work": work,
        "linked": quotation(work, statement),
        "version_diffs": version_diffs(versions),
        "cited": citation_status(request.GET, statement),
        "citation": citation,
        "words_cited": words_cited(work, citation),
        "styles": STYLES.values(),
        "citation_files": file_links(FILES, "statement-file", statement.reference),
        "permanent_address": work.address,
        "reports": statement.reports.answered(),
        "report_address": reverse("statement-report", args=[statement.reference]),
    }


def _passages(statement):
    """The passages of the statement's place, in parts, if the source permits showing its text."""
    if not statement.source.is_text_public:
        return []
    return [
        quoted_parts(passage.text, statement.quotations)
        for passage in statement.source.passages.all()
        if _is_place_of(passage, statement)
    ]


def _is_place_of(passage, statement):
    """Whether a passage is the statement's paragraph or, without a number, contains its words."""
    if passage.paragraph and passage.section in ("", statement.section):
        return passage.paragraph == statement.paragraph
    text = searchable(passage.text)
    return any(contains_quotation(text, quotation) for quotation in statement.quotations)


def _existing(*pairs):
    """The (label, statement) pairs that have a statement."""
    return [(label, statement) for label, statement in pairs if statement]


def _first(statements):
    return statements.with_speaker().oldest_first().first()


def _last(statements):
    return statements.with_speaker().oldest_first().last()
