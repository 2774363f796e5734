"""Results that were frozen, so that a count can be cited."""

from django.http import JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dialogues.citations.files import FILES
from dialogues.citations.styles import STYLES, citation_of
from dialogues.citations.work import page_work
from dialogues.filters.applied import applied_filters, list_title
from dialogues.filters.canonical import canonical_query
from dialogues.filters.frozen_results import (
    MOST_A_DAY,
    MOST_STATEMENTS,
    RefusedError,
    freeze_result,
    since,
)
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
from dialogues.filters.statements import StatementFilter
from dialogues.http.client import visitor_id
from dialogues.http.urls import base_of, file_links
from dialogues.models import FrozenResult
from dialogues.views.citations import file_of, page_of_citations


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def result_new(request):
    """What would be frozen, with a button; then the frozen result."""
    filterset = StatementFilter(request.GET, request.edition)
    if better := canonical_query(filterset):
        return redirect(request.path + better)
    query = address_of(request.GET, without=["size"]).removeprefix("?")
    context = {
        "query": query,
        "heading": list_title(applied_filters(filterset)),
        "problems": problems_of(filterset),
        "limits": {"statements": MOST_STATEMENTS, "results": MOST_A_DAY},
    }
    if request.method == "POST" and not context["problems"]:
        try:
            return redirect(
                freeze_result(
                    filterset, query, context["heading"], visitor_id(request, "frozen result")
                )
            )
        except RefusedError as refusal:
            context["problems"] = [str(refusal)]
    status = 400 if request.method == "POST" else 200
    return _hidden(render(request, "dialogues/frozen_result_new.html", context, status=status))


def result_detail(request, code):
    """What a list had then, what it has now, and what came between."""
    result, filterset = _result(request, code)
    work = _work(request, result)
    context = {
        "result": result,
        "since": since(result, filterset),
        "citation": citation_of(work, STYLES["un"]),
        "edition": request.edition.partition(" ")[0],
    }
    response = render(request, "dialogues/frozen_result_detail.html", context)
    if context["since"].is_spelled:
        response["Cache-Control"] = "no-store"
    return _hidden(response)


def result_cite(request, code):
    """A frozen result in every style."""
    result = get_object_or_404(FrozenResult, code=code)
    files = file_links(FILES, "result-file", code)
    address = result.get_absolute_url()
    return _hidden(page_of_citations(request, _work(request, result), files, address))


def result_file(request, code, extension):
    """A frozen result for a program: what was frozen as JSON, or its citation."""
    result = get_object_or_404(FrozenResult, code=code)
    if extension == "json":
        return _hidden(JsonResponse(_as_json(request, result)))
    return _hidden(file_of(_work(request, result), extension))


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


def _result(request, code):
    """(the result, the list it was made of as it is now)."""
    result = get_object_or_404(FrozenResult, code=code)
    filterset = StatementFilter(QueryDict(result.query), request.edition)
    # What it was narrowed by may have another slug by now.
    if better := canonical_query(filterset):
        filterset = StatementFilter(QueryDict(better.removeprefix("?")), request.edition)
    return result, filterset


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


def _hidden(response):
    """Search engines do not list it: it is for who has the address."""
    response["X-Robots-Tag"] = "noindex"
    return response
