"""Public records for programs: single ones as JSON, and the lists of /api/v1/."""

import msgspec
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.exports.records.statements import statement_rows
from dialogues.filters.record_pages import read_limit, read_token, record_page, slice_page
from dialogues.filters.statement_list import StatementList
from dialogues.http.open_data import about_data
from dialogues.http.problem_details import problem_response
from dialogues.http.urls import base_of
from dialogues.models import Edition

JSON = "application/json"
STATEMENTS = "statements"
PAGE_KEYS = ("limit", "page")


def record_file(request, kind, slug):
    """The public record of a page, with the edition and the licence."""
    how = RECORD_KINDS[kind]
    record = how.make(get_object_or_404(how.public(), slug=slug), base_of(request))
    return _as_json(msgspec.to_builtins(record) | about_data(request))


def index(request):
    """The kinds of records and the addresses of their lists."""
    kinds = (STATEMENTS, *RECORD_KINDS)
    lists = {kind: base_of(request) + _list_address(kind) for kind in kinds}
    return _as_json(about_data(request) | {"records": lists})


def record_list(request, kind):
    """The records of a kind in the order of their key, a page at a time.

    400 if a parameter cannot be used, 410 if the edition of the page token is not current.
    """
    if kind not in RECORD_KINDS:
        detail = _("There are: %s.") % ", ".join((STATEMENTS, *RECORD_KINDS))
        return problem_response(request, 404, "Unknown kind of record", [detail])
    how = RECORD_KINDS[kind]
    limit, problems = read_limit(request.GET)
    token = read_token(request.GET.get("page", ""), how.key)
    if problems := [*problems, *_problems(request.GET, token)]:
        return problem_response(request, 400, "Invalid parameters", problems)
    if token and token.edition != request.edition:
        return _moved(request, kind)
    page = record_page(how.public(), how.key, limit, token, request.edition)
    records = [how.make(record, base_of(request)) for record in page.records]
    return _page(request, kind, limit, page, records)


def statement_list(request):
    """Statements in the order of the site's list, with its filters, a page at a time.

    The key in a page token is the place in the list, which is the same in all of an edition.
    """
    limit, problems = read_limit(request.GET)
    token = read_token(request.GET.get("page", ""), "pk")
    params = request.GET.copy()
    for key in PAGE_KEYS:
        params.pop(key, None)
    statements = StatementList(params, request.edition, base_of(request)).canonical()
    problems += [*statements.problems, *_token_problems(request.GET, token)]
    if "size" in params:
        problems.append(_("There is no parameter “size”. Give a limit."))
    if problems:
        return problem_response(request, 400, "Invalid parameters", problems)
    if statements.is_index_rebuilding:
        return _try_again(request)
    if token and token.edition != request.edition:
        return _moved(request, STATEMENTS)
    start = int(token.key) if token else 0
    page = slice_page(statements.results, start, limit, request.edition)
    rows = statement_rows(page.records, statements.base)
    return _page(request, STATEMENTS, limit, page, rows, total=statements.count)


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


def _problems(params, token):
    """Sentences about parameters that mean nothing here."""
    unknown = sorted(set(params) - set(PAGE_KEYS))
    problems = [_("There is no parameter “%s”.") % key for key in unknown]
    return [*problems, *_token_problems(params, token)]


def _token_problems(params, token):
    if not params.get("page") or token:
        return []
    return [_("page is no page token. Follow the links “next” and “prev”.")]


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
