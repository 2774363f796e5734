"""Public records for programs: single ones as JSON, and the lists of /api/v1/."""

from urllib.parse import urlencode

import msgspec
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.filters.record_pages import read_limit, read_token, record_page
from dialogues.http.problem_details import problem_response
from dialogues.http.urls import base_of
from dialogues.models import Edition

JSON = "application/json"


def record_file(request, kind, slug):
    """The public record of a page, with the edition and the licence."""
    how = RECORD_KINDS[kind]
    record = how.make(get_object_or_404(how.public(), slug=slug), base_of(request))
    return _as_json(msgspec.to_builtins(record) | _about(request))


def index(request):
    """The kinds of records and the addresses of their lists."""
    lists = {kind: base_of(request) + reverse("api-list", args=[kind]) for kind in RECORD_KINDS}
    return _as_json(_about(request) | {"records": lists})


def record_list(request, kind):
    """The records of a kind in the order of their key, a page at a time.

    400 if a parameter cannot be used, 410 if the edition of the page token is not current.
    """
    if kind not in RECORD_KINDS:
        detail = _("There are: %s.") % ", ".join(RECORD_KINDS)
        return problem_response(request, 404, "Unknown kind of record", [detail])
    how = RECORD_KINDS[kind]
    limit, problems = read_limit(request.GET)
    token = read_token(request.GET.get("page", ""), how.key)
    if problems := [*problems, *_problems(request.GET, token)]:
        return problem_response(request, 400, "Invalid parameters", problems)
    if token and token.edition != request.edition:
        return _moved(request, kind)
    page = record_page(how.public(), how.key, limit, token, request.edition)
    base = base_of(request)
    records = [how.make(record, base) for record in page.records]
    if Edition.objects.current_stamp() != request.edition:
        return _moved(request, kind)
    links = {
        relation: f"{base}{request.path}?{urlencode({'limit': limit, 'page': to.encoded()})}"
        for relation, to in (("prev", page.previous), ("next", page.next))
        if to
    }
    around = {relation: links.get(relation) for relation in ("prev", "next")}
    response = _as_json(_about(request) | around | {"records": records})
    if links:
        response["Link"] = ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items())
    return response


def _problems(params, token):
    """Sentences about parameters that mean nothing here."""
    unknown = sorted(set(params) - {"limit", "page"})
    problems = [_("There is no parameter “%s”.") % key for key in unknown]
    if params.get("page") and token is None:
        problems.append(_("page is no page token. Follow the links “next” and “prev”."))
    return problems


def _moved(request, kind):
    """410: what a harvest read so far is of an edition that is not current."""
    first = base_of(request) + reverse("api-list", args=[kind])
    detail = _("The record has a new edition. Read the list again from its first page.")
    return problem_response(request, 410, "Edition changed", [detail], first=first)


def _about(request):
    return {
        "edition": int(request.edition.partition(" ")[0] or 0),
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
    }


def _as_json(content):
    return HttpResponse(msgspec.json.encode(content), content_type=JSON)
