"""What the pages that compute something have in common: their files, and what they are asked."""

from functools import wraps
from operator import attrgetter

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from dialogues.exports.tables import TABLE_FORMATS, AboutTable
from dialogues.filters.canonical import canonical_query
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
from dialogues.views.exports import PLAIN
from dialogues.views.listing import page_of


def rejection(filterset, problems=()):
    """400 for an address with a part that cannot be used: a file says nothing of what was left
    out. None where all of it can. `problems` are sentences about more than single values."""
    if problems := [*problems_of(filterset), *problems]:
        return HttpResponse("\n".join(problems), status=400, content_type=PLAIN)
    return None


def table_response(request, extension, table, title, page, clock=""):
    """A Table as a file. `page` is the address of the page that shows the same."""
    write, content_type = TABLE_FORMATS[extension]
    about = AboutTable(
        title=title,
        address=request.build_absolute_uri(page + address_of(request.GET).removesuffix("?")),
        clock=str(clock),
        edition=request.edition.partition(" ")[0],
        retrieved_at=timezone.now().isoformat(timespec="seconds"),
    )
    response = StreamingHttpResponse(write(table, about), content_type=content_type)
    name = f"{slugify(title)[:80]}_edition-{about.edition}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["R2P-Query"] = about.address
    response["R2P-Edition"] = about.edition
    return response


def file_links(request, name, *args):
    """(name, address) of each file of a page. `name` is that of the files' addresses."""
    query = address_of(request.GET).removesuffix("?")
    return [(one.upper(), reverse(name, args=[*args, one]) + query) for one in TABLE_FORMATS]


def with_filterset(filter_class):
    """A decorator: gives a view what its address asks for, as a FilterSet.

    An address that says a name where a slug belongs is led to the one that says the slug.
    """

    def decorate(view):
        @wraps(view)
        def answer(request, *args, **kwargs):
            filterset = filter_class(request.GET, request.edition)
            if better := canonical_query(filterset):
                return redirect(request.path + better)
            return view(request, filterset, *args, **kwargs)

        return answer

    return decorate


def page_of_dialogues(request, filterset):
    """(the page of the newest dialogues asked for, these oldest first, problems in words)."""
    page, problems = page_of(filterset.qs.newest_first(), request.GET)
    dialogues = sorted(page.object_list, key=attrgetter("held_on", "slug"))
    return page, dialogues, problems_of(filterset) + problems
