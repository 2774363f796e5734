"""Pages as plain text, and /llms.txt, which leads language models to them."""

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.exports import plain_text
from dialogues.exports.counting_rules import COUNTING_RULES
from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.filters.statement_list import StatementList
from dialogues.http.responses import bad_request
from dialogues.http.urls import base_of
from dialogues.models import Statement
from dialogues.views.listing import get_published

MARKDOWN = "text/markdown; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
MAX_STATEMENTS = 500
# The key of the list of statements that has the statements of a record.
STATEMENT_KEYS = {
    "dialogues": "dialogue",
    "states": "state",
    "groups": "speaker",
    "organizations": "speaker",
    "people": "speaker",
    "themes": "theme",
    "sources": "source",
}


def llms(request):
    """What the site has for language models: the rules, and where the data are (llmstxt.org)."""
    context = {
        "base": base_of(request),
        "rules": COUNTING_RULES,
        "licence": settings.DATA_LICENCE,
    }
    return render(request, "data/llms.txt", context, content_type=PLAIN)


def record_list_text(request, kind):
    """The records of a kind, each with a link to its plain text."""
    records = RECORD_KINDS[kind].public().order_by("slug")
    rows = [(record.slug, str(record)) for record in records]
    title = f"R2P Dialogues: {len(rows)} {kind}"
    links = plain_text.record_links(kind, rows, base_of(request))
    return _response([*_head(request, title, f"/{kind}/"), *links])


def record_text(request, kind, slug):
    """A record: what is recorded of it, and its statements."""
    record_kind = RECORD_KINDS[kind]
    record = get_object_or_404(record_kind.public(), slug=slug)
    lines = [
        *_head(request, str(record), record.get_absolute_url()),
        *plain_text.facts(record_kind, record, base_of(request)),
    ]
    if kind == "groups":
        lines += plain_text.members(record.memberships_of_it.with_names().by_member())
    if kind in STATEMENT_KEYS:
        query = QueryDict(f"{STATEMENT_KEYS[kind]}={slug}")
        lines += _statements(request, StatementList(query, request.edition, base_of(request)))
    return _response(lines)


def statement_list_text(request):
    """The page of a filtered list of statements. Any filter that cannot be used is a 400."""
    statements = StatementList.of(request)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    if statements.page_problems:
        return bad_request(statements.page_problems)
    if statements.is_index_rebuilding:
        return _try_again()
    page = statements.page
    lines = [
        *_head(request, statements.title, f"/statements/{statements.own_query}".removesuffix("?")),
        *plain_text.statements(page.object_list, statements.count, statements.base, _today()),
    ]
    if page.next_url:
        lines.append(f"Next: {base_of(request)}/statements.md{page.next_url}")
    return _response(lines)


def statement_text(request, reference):
    """One statement."""
    statement = get_published(Statement.objects.all(), reference)
    lines = [
        *_head(request, f"Statement {reference}", statement.get_absolute_url()),
        *plain_text.statements([statement.pk], 1, base_of(request), _today()),
    ]
    return _response(lines)


def _try_again():
    """503: words are matched only as they are spelled until the index is rebuilt."""
    message = _("The search index is being rebuilt. Try again in a minute.")
    return HttpResponse(message, status=503, content_type=PLAIN, headers={"Retry-After": 60})


def _statements(request, statements):
    """The statements of a record, up to MAX_STATEMENTS, and where the rest is."""
    pks, total = statements.results[0:MAX_STATEMENTS], statements.count
    lines = list(plain_text.statements(pks, total, statements.base, _today()))
    if total > MAX_STATEMENTS:
        lines.append(f"All of them: {statements.base}/statements.md{statements.query}")
    return lines


def _head(request, title, path):
    return plain_text.head(title, base_of(request) + path, request.edition)


def _today():
    return timezone.localdate()


def _response(lines):
    return HttpResponse(plain_text.as_text(lines), content_type=MARKDOWN)
