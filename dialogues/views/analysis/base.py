"""What the analysis pages have in common: their filters and their files."""

from collections.abc import Callable, Iterable
from functools import wraps
from operator import attrgetter
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from dialogues.exports.tables import TABLE_FORMATS, AboutTable, Table
from dialogues.filters.base import LenientFilterSet
from dialogues.filters.canonical import canonical_query
from dialogues.filters.pagination import ListPage, page_of
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
from dialogues.http.responses import bad_request
from dialogues.models import Dialogue


class FileLink(NamedTuple):
    """A file of a page: its format in capitals, and its address."""

    label: str
    url: str


class DialoguePage(NamedTuple):
    """A page of the newest dialogues, the same dialogues oldest first, and problems in words."""

    page: ListPage
    dialogues: list[Dialogue]
    problems: list[str]


def rejection(filterset: LenientFilterSet, problems: Iterable[str] = ()) -> HttpResponse | None:
    """A 400 response that lists the problems of a query; None if it has none.

    A file cannot say what was left out. `problems` are about more than single values.
    """
    if problems := [*problems_of(filterset), *problems]:
        return bad_request(problems)
    return None


def table_response(
    request: HttpRequest, extension: str, table: Table, title: str, page: str, clock: str = ""
) -> StreamingHttpResponse:
    """A Table as a file. `page` is the address of the page that shows the same."""
    write, content_type = TABLE_FORMATS[extension]
    about = AboutTable(
        title=title,
        address=request.build_absolute_uri(page + address_of(request.GET).removesuffix("?")),
        clock=str(clock),
        edition=request.edition.partition(" ")[0],
        retrieved_at=timezone.now().isoformat(timespec="seconds"),
        licence=settings.DATA_LICENCE,
    )
    response = StreamingHttpResponse(write(table, about), content_type=content_type)
    name = f"{slugify(title)[:80]}_edition-{about.edition}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["R2P-Query"] = about.address
    response["R2P-Edition"] = about.edition
    return response


def file_links(request: HttpRequest, route: str, *args: str) -> list[FileLink]:
    """A FileLink for each format of a page. `route` is the name of the files' addresses."""
    query = address_of(request.GET).removesuffix("?")
    return [
        FileLink(extension.upper(), reverse(route, args=[*args, extension]) + query)
        for extension in TABLE_FORMATS
    ]


def with_filterset(filter_class: type[LenientFilterSet]) -> Callable:
    """A decorator that passes a view the FilterSet of its query.

    A query with a name in place of a slug is redirected to the query with the slug.
    """

    def decorate(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            filterset = filter_class(request.GET, request.edition)
            if query := canonical_query(filterset):
                return redirect(request.path + query)
            return view(request, filterset, *args, **kwargs)

        return wrapper

    return decorate


def page_of_dialogues(request: HttpRequest, filterset: LenientFilterSet) -> DialoguePage:
    """The DialoguePage of a query."""
    page = page_of(filterset.qs.newest_first(), request.GET)
    dialogues = sorted(page.object_list, key=attrgetter("held_on", "slug"))
    return DialoguePage(page, dialogues, problems_of(filterset) + page.problems)
