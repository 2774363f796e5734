"""What the pages that compute something have in common: their files, and what they are asked."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.exports.tables import TABLE_FORMATS, AboutTable
from dialogues.filters.links import address_of
from dialogues.filters.problems import problems_of
from dialogues.views.exports import PLAIN


def refused(filterset, problems=()):
    """400 for an address with a part that cannot be used: a file says nothing of what was left
    out. None where all of it can. `problems` are sentences about more than single values."""
    if problems := [*problems_of(filterset), *problems]:
        return HttpResponse("\n".join(problems), status=400, content_type=PLAIN)
    return None


def table_file(request, extension, table, title, page, clock=""):
    """A Table as a file. `page` is the address of the page that shows the same."""
    if extension not in TABLE_FORMATS:
        raise Http404(_("These numbers are there as CSV and as JSON."))
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


def files_of(stem, request):
    """(name, address) of each file of a page: `stem` is the page's address without the last /."""
    query = address_of(request.GET).removesuffix("?")
    return [(extension.upper(), f"{stem}.{extension}{query}") for extension in TABLE_FORMATS]


def statements_at(**keys):
    """The address of the list of statements with these keys; one without a value is left out."""
    asked = urlencode({key: one for key, one in keys.items() if one is not None})
    return f"{reverse('statement-list')}?{asked}"
