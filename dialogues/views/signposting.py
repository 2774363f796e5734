"""Typed links of a statement, as a Link header and as a linkset (signposting.org, RFC 9264)."""

from django.http import JsonResponse
from django.urls import reverse

from dialogues.citations.files import FILES
from dialogues.exports.schema_org import schema_type
from dialogues.http.urls import base_of, file_links
from dialogues.models import Statement
from dialogues.views.listing import get_published
from dialogues.views.versions import LINK_FORMAT

LINKSET = "application/linkset+json"


def linkset(request, reference):
    """The links as a JSON linkset."""
    statement = get_published(Statement.objects.with_listing(), reference)
    base = base_of(request)
    links = {"anchor": base + statement.get_absolute_url()}
    for rel, path, type_ in _links(statement):
        target = {"href": _absolute(base, path)} | ({"type": type_} if type_ else {})
        links.setdefault(rel, []).append(target)
    return JsonResponse({"linkset": [links]}, content_type=LINKSET)


def link_header(request, statement):
    """The value of the Link header."""
    base = base_of(request)
    own = reverse("statement-linkset", args=[statement.reference])
    links = [*_links(statement), ("linkset", own, LINKSET)]
    return ", ".join(
        f'<{_absolute(base, path)}>; rel="{rel}"' + (f'; type="{type_}"' if type_ else "")
        for rel, path, type_ in links
    )


def _links(statement):
    """Yield (relation, address, media type) of each link of a statement."""
    reference, path = statement.reference, statement.get_absolute_url()
    speaker = statement.participation and statement.participation.speaker
    yield "cite-as", path, ""
    yield "type", f"https://schema.org/{schema_type(statement)}", ""
    yield "type", "https://schema.org/AboutPage", ""
    if speaker:
        yield "author", speaker.get_absolute_url(), ""
    yield "collection", statement.dialogue.get_absolute_url(), "text/html"
    for extension, address in file_links([*FILES, "json"], "statement-file", reference):
        yield "describedby", address, _media_type(extension)
    yield "timegate", reverse("timegate", args=[reference]), ""
    yield "timemap", reverse("timemap", args=[reference]), LINK_FORMAT


def _media_type(extension):
    """The media type of a file of a statement, without parameters."""
    return "application/json" if extension == "json" else FILES[extension][1].partition(";")[0]


def _absolute(base, path):
    return path if path.startswith("https:") else base + path
