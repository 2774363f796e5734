"""Public records for programs: single ones as JSON, and the lists of /api/v1/."""

import msgspec
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.exports.openapi import openapi
from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.exports.records.statements import encoded_rows
from dialogues.filters.canonical import canonical_query
from dialogues.filters.changed_statements import changed_since_of, only_changed
from dialogues.filters.problems import problems_of_words, strict_problems
from dialogues.filters.record_pages import (
    PAGE_KEYS,
    read_limit,
    read_token,
    record_page,
    slice_page,
)
from dialogues.filters.records import WITH_PAGES
from dialogues.filters.statement_list import StatementList
from dialogues.http.open_data import about_data
from dialogues.http.problem_details import problem_response
from dialogues.http.rate_limit import data_view
from dialogues.http.urls import base_of
from dialogues.models import Edition

JSON = "application/json"
STATEMENTS = "statements"


@data_view
def record_file(request, kind, slug):
    """The public record of a page, with the edition and the licence."""
    record_kind = RECORD_KINDS[kind]
    record = record_kind.make(get_object_or_404(record_kind.public(), slug=slug), base_of(request))
    return _as_json(msgspec.to_builtins(record) | about_data(request))


@data_view
def index(request):
    """The kinds of records and the addresses of their lists."""
    kinds = (STATEMENTS, *RECORD_KINDS)
    lists = {kind: base_of(request) + _list_address(kind) for kind in kinds}
    schema = request.build_absolute_uri(reverse("api-schema"))
    return _as_json(about_data(request) | {"schema": schema, "records": lists})


@data_view
def record_list(request, kind):
    """The records of a kind in the order of their key, a page at a time.

    400 if a parameter cannot be used, 410 if the edition of the page token is not current.
    """
    if kind not in RECORD_KINDS:
        detail = _("There are: %s.") % ", ".join((STATEMENTS, *RECORD_KINDS))
        return problem_response(request, 404, "Unknown kind of record", [detail])
    record_kind = RECORD_KINDS[kind]
    filterset = _canonical(record_kind, request.GET)
    limit, problems = read_limit(request.GET)
    token = read_token(request.GET.get("page", ""), record_kind.key)
    if problems := [*problems, *strict_problems(filterset)]:
        return problem_response(request, 400, "Invalid parameters", problems)
    if "page" in request.GET and not token:
        return _no_page(request)
    if token and token.edition != request.edition:
        return _moved(request, kind)
    page = record_page(filterset.qs, record_kind.key, limit, token, request.edition)
    records = [record_kind.make(record, base_of(request)) for record in page.records]
    return _page(request, kind, limit, page, records, **_ended(request, kind))


@data_view
def statement_list(request):
    """Statements in the order of the site's list, with its filters, a page at a time.

    The key in a page token is the place in the list, which is the same in all of an edition.
    """
    limit, problems = read_limit(request.GET)
    token = read_token(request.GET.get("page", ""), "pk")
    statements = _statements(request)
    since, since_problems = changed_since_of(request.GET)
    problems += [*strict_problems(statements.filterset), *since_problems]
    if "size" in request.GET:
        problems.append(_("There is no parameter “size”. Give a limit."))
    if problems:
        return problem_response(request, 400, "Invalid parameters", problems)
    if "page" in request.GET and not token:
        return _no_page(request)
    if statements.is_index_rebuilding:
        return _try_again(request)
    if token and token.edition != request.edition:
        return _moved(request, STATEMENTS)
    keys = only_changed(statements.results, since)
    page = slice_page(keys, int(token.key) if token else 0, limit, request.edition)
    rows = encoded_rows(page.records, statements.base, request.edition)
    notes = list(problems_of_words(statements.filterset))
    members = {"total": len(keys), "notes": notes} | _ended(request, STATEMENTS)
    return _page(request, STATEMENTS, limit, page, rows, **members)


@data_view
def schema(request):
    """The OpenAPI description of these addresses."""
    return _as_json(openapi(base_of(request), request.edition))


def _canonical(record_kind, params):
    """The FilterSet of a list, with slugs for names and former slugs."""
    filterset = record_kind.filters(params, queryset=record_kind.public())
    if query := canonical_query(filterset):
        return record_kind.filters(
            QueryDict(query.removeprefix("?")), queryset=record_kind.public()
        )
    return filterset


def _statements(request):
    """The StatementList of a request, without the keys of its pages."""
    params = request.GET.copy()
    for key in (*PAGE_KEYS, "changed_since"):
        params.pop(key, None)
    return StatementList(params, request.edition, base_of(request)).canonical()


def _ended(request, kind):
    """{ended: the list of addresses that ended or changed}, of a list of changes."""
    since = request.GET.get("changed_since")
    if not since or kind not in WITH_PAGES:
        return {}
    query = QueryDict(mutable=True)
    query.update({"kind": kind, "changed_since": since})
    return {"ended": f"{base_of(request)}{_list_address('redirections')}?{query.urlencode()}"}


def _page(request, kind, limit, page, records, **members):
    """A page of records with the addresses of the pages around; 410 if the edition changed."""
    if Edition.objects.current_stamp() != request.edition:
        return _moved(request, kind)
    links = {
        relation: _address(request, limit, token)
        for relation, token in (("prev", page.previous), ("next", page.next))
        if token
    }
    around = {relation: links.get(relation) for relation in ("prev", "next")}
    response = _as_json(about_data(request) | members | around | {"records": records})
    if links:
        response["Link"] = ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items())
    return response


def _address(request, limit, token):
    """The address of another page of the same list."""
    params = request.GET.copy()
    params["limit"], params["page"] = limit, token.encoded()
    return request.build_absolute_uri(f"{request.path}?{params.urlencode()}")


def _no_page(request):
    """404: a token that no list gave."""
    detail = _("There is no page with this token. Follow the links “next” and “prev”.")
    return problem_response(request, 404, "Unknown page", [detail])


def _moved(request, kind):
    """410: what a harvest read so far is of an edition that is not current."""
    first = base_of(request) + _list_address(kind)
    detail = _("The record has a new edition. Read the list again from its first page.")
    return problem_response(request, 410, "Edition changed", [detail], first=first)


def _try_again(request):
    """503: words are matched only as they are spelled until the index is rebuilt."""
    detail = _("The search index is being rebuilt. Try again in a minute.")
    response = problem_response(request, 503, "Index is being rebuilt", [detail])
    response["Retry-After"] = 60
    return response


def _list_address(kind):
    if kind == STATEMENTS:
        return reverse("api-statement-list")
    return reverse("api-list", args=[kind])


def _as_json(content):
    return HttpResponse(msgspec.json.encode(content), content_type=JSON)
