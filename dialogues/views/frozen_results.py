"""Frozen results: permanent copies of a list, so that a count can be cited."""

from django.http import JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dialogues.citations.files import FILES
from dialogues.citations.page_work import page_work
from dialogues.citations.styles import STYLES, citation_of
from dialogues.filters.frozen_results import (
    MAX_PER_DAY,
    MAX_STATEMENTS,
    RefusedError,
    changes_since,
    freeze_result,
)
from dialogues.filters.statement_list import StatementList
from dialogues.http.client import visitor_id
from dialogues.http.urls import base_of, file_links
from dialogues.models import FrozenResult
from dialogues.views.citations import file_of, page_of_citations


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def result_new(request):
    """A button that freezes the list; a POST freezes it and leads to the result."""
    statements = StatementList.of(request)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    problems = statements.problems
    if request.method == "POST" and not problems:
        try:
            return redirect(freeze_result(statements, visitor_id(request, "frozen result")))
        except RefusedError as refusal:
            problems = [str(refusal)]
    context = {
        "query": statements.list_query.removeprefix("?"),
        "heading": statements.title,
        "problems": problems,
        "limits": {"statements": MAX_STATEMENTS, "results": MAX_PER_DAY},
    }
    status = 400 if request.method == "POST" else 200
    return _noindex(render(request, "dialogues/frozen_result_new.html", context, status=status))


def result_detail(request, code):
    """A frozen result, and what has changed in its list since."""
    result = get_object_or_404(FrozenResult, code=code)
    # At its canonical address: a filter may have another slug by now.
    statements = StatementList(QueryDict(result.query), request.edition).canonical()
    changes = changes_since(result, statements)
    context = {
        "result": result,
        "changes": changes,
        "citation": citation_of(_work(request, result), STYLES["un"]),
        "edition": request.edition.partition(" ")[0],
    }
    response = render(request, "dialogues/frozen_result_detail.html", context)
    if changes.is_index_rebuilding:
        response["Cache-Control"] = "no-store"
    return _noindex(response)


def result_cite(request, code):
    """A frozen result in every style."""
    result = get_object_or_404(FrozenResult, code=code)
    files = file_links(FILES, "result-file", code)
    address = result.get_absolute_url()
    return _noindex(page_of_citations(request, _work(request, result), files, address))


def result_file(request, code, extension):
    """A frozen result as JSON, or its citation as a file."""
    result = get_object_or_404(FrozenResult, code=code)
    if extension == "json":
        return _noindex(JsonResponse(_as_json(request, result)))
    return _noindex(file_of(_work(request, result), extension))


def _as_json(request, result):
    return {
        "address": base_of(request) + result.get_absolute_url(),
        "list": base_of(request) + _list_address(result),
        "title": result.title,
        "edition": result.edition,
        "made_at": result.made_at.isoformat(timespec="seconds"),
        "count": result.count,
        "digest": result.digest,
        "statements": [
            {"reference": reference, "version": number}
            for reference, number in result.versions.items()
        ],
    }


def _list_address(result):
    return reverse("statement-list") + (f"?{result.query}" if result.query else "")


def _work(request, result):
    return page_work(
        result.code,
        _("Statements: %(title)s (%(count)s)") % {"title": result.title, "count": result.count},
        base_of(request) + result.get_absolute_url(),
        result.edition,
        timezone.localdate(),
        issued=result.made_at.date().isoformat(),
    )


def _noindex(response):
    """The response, not to be listed by search engines: only people with the link need it."""
    response["X-Robots-Tag"] = "noindex"
    return response
