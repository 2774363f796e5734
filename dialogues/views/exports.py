"""A list of statements as a file: exactly the list that the address asks for."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.citations.files import FILES
from dialogues.exports.formats import FORMATS, About
from dialogues.exports.statement_rows import EditionChanged, table_rows
from dialogues.exports.statement_works import list_works
from dialogues.filters.applied import applied_filters, list_title
from dialogues.filters.canonical import canonical_query
from dialogues.filters.frozen_results import is_spelled
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
from dialogues.filters.results import StatementResults
from dialogues.filters.statements import StatementFilter
from dialogues.http.urls import base_of

LONGEST_NAME = 100
# A list so small is read before its file is begun, and read again if somebody saved meanwhile.
SMALL = 1_000
PLAIN = "text/plain; charset=utf-8"


def statement_export(request, extension):
    """The whole filtered list as a file, written while it is sent.

    400 for an address with a part that cannot be used: a file says nothing of what was left out.
    """
    if extension not in LISTS:
        raise Http404(_("There is no file of statements that ends in “%s”.") % extension)
    filterset = StatementFilter(request.GET, request.edition)
    if better := canonical_query(filterset):
        return redirect(request.path + better)
    if problems := problems_of(filterset):
        return HttpResponse("\n".join(problems), status=400, content_type=PLAIN)
    answer = StatementResults(filterset)
    if is_spelled(filterset, answer):
        return _try_again()
    about = _about(request, filterset, answer)
    # Who asks only for the header is not kept waiting for a workbook.
    blocks = answer.blocks() if request.method == "GET" else ()
    read, write, content_type = LISTS[extension]
    rows = read(request, blocks)
    if len(answer) <= SMALL:
        try:
            rows = list(rows)
        except EditionChanged:
            return redirect(request.get_full_path())
    response = StreamingHttpResponse(write(rows, about), content_type=content_type)
    return _labelled(response, about, f"{_file_name(filterset, about)}.{extension}")


def _table(request, blocks):
    return table_rows(blocks, request.build_absolute_uri, request.edition)


def _works(request, blocks):
    return list_works(blocks, base_of(request), request.edition)


# How the statements are read, how they are written, and the media type.
LISTS = {extension: (_table, *how) for extension, how in FORMATS.items()}
LISTS |= {extension: (_works, *how) for extension, how in FILES.items()}


def _about(request, filterset, answer):
    return About(
        title=list_title(applied_filters(filterset)),
        address=request.build_absolute_uri(
            reverse("statement-list") + address_of(request.GET, without=["size"])
        ),
        count=len(answer),
        clock=str(filterset.clock_now.label),
        edition=filterset.edition.partition(" ")[0],
        retrieved_at=timezone.now().isoformat(timespec="seconds"),
    )


def _labelled(response, about, name):
    """The response with what the file is in its header, for formats that have no room for it."""
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["R2P-Query"] = about.address
    response["R2P-Count"] = about.count
    response["R2P-Edition"] = about.edition
    response["R2P-Time"] = about.retrieved_at
    return response


def _file_name(filterset, about):
    """statements_2017_veto-restraint_edition-12: what was chosen, in the words of the address."""
    chosen = [*(value for values in filterset.search_request.filters.values() for value in values)]
    words = slugify(filterset.applied_values("q") or "")
    said = "_".join(["statements", *chosen, *([words] if words else [])])[:LONGEST_NAME]
    return f"{said}_edition-{about.edition}"


def _try_again():
    message = _("The search index is being made anew. Try again in a minute.")
    return HttpResponse(message, status=503, content_type=PLAIN, headers={"Retry-After": 60})
