"""A list of statements as a file: exactly the list that the address asks for."""

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.exports.formats import About
from dialogues.exports.statement_files import STATEMENT_FILES
from dialogues.exports.statement_rows import EditionChanged
from dialogues.filters.statement_list import StatementList
from dialogues.http.responses import PLAIN, bad_request

MAX_NAME = 100  # characters
# A list up to this length is read before its file is begun, and again if an edition came between.
SMALL_LIST = 1_000


def statement_export(request, extension):
    """The whole filtered list as a file, streamed while it is written.

    Any filter that cannot be used is a 400.
    """
    if extension not in STATEMENT_FILES:
        raise Http404(_("There is no file of statements that ends in “%s”.") % extension)
    statements = StatementList.of(request)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    if statements.problems:
        return bad_request(statements.problems)
    if statements.is_index_rebuilding:
        return _try_again()
    # A HEAD request does not wait for a workbook.
    blocks = statements.results.blocks() if request.method == "GET" else ()
    file, about = STATEMENT_FILES[extension], _about(statements)
    rows = file.read(blocks, statements.base, statements.edition)
    if statements.count <= SMALL_LIST:
        try:
            rows = list(rows)
        except EditionChanged:
            return redirect(request.get_full_path())
    response = StreamingHttpResponse(file.write(rows, about), content_type=file.content_type)
    return _labelled(response, about, f"{_file_name(statements, about)}.{extension}")


def _about(statements):
    return About(
        title=statements.title,
        address=statements.base + reverse("statement-list") + statements.list_query,
        count=statements.count,
        clock=str(statements.filterset.clock_in_use.label),
        edition=statements.edition.partition(" ")[0],
        retrieved_at=timezone.now().isoformat(timespec="seconds"),
        licence=settings.DATA_LICENCE,
    )


def _labelled(response, about, name):
    """The response with headers that describe the file: some formats have no room for it."""
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["R2P-Query"] = about.address
    response["R2P-Count"] = about.count
    response["R2P-Edition"] = about.edition
    response["R2P-Time"] = about.retrieved_at
    return response


def _file_name(statements, about):
    """statements_2017_veto-restraint_edition-12: the applied values, as in the address."""
    filters = statements.filterset.search_request.filters
    words = slugify(statements.words)
    parts = [
        "statements",
        *(value for values in filters.values() for value in values),
        *([words] if words else []),
    ]
    return f"{'_'.join(parts)[:MAX_NAME]}_edition-{about.edition}"


def _try_again():
    message = _("The search index is being rebuilt. Try again in a minute.")
    return HttpResponse(message, status=503, content_type=PLAIN, headers={"Retry-After": 60})
