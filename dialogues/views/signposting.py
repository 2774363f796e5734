"""Signposts in the header of a statement's page, for programs (signposting.org, RFC 9264)."""

from django.http import JsonResponse
from django.urls import reverse

from dialogues.citations.files import FILES
from dialogues.exports.schema_org import type_of
from dialogues.http.urls import base_of, file_links
from dialogues.models import Statement
from dialogues.views.listing import get_published
from dialogues.views.versions import LINK_FORMAT

LINKSET = "application/linkset+json"


def linkset(request, reference):
    """The same signposts as a file."""
    statement = get_published(Statement.objects.with_listing(), reference)
    base = base_of(request)
    links = {"anchor": base + statement.get_absolute_url()}
    for rel, path, type_ in _signs(statement):
        target = {"href": _whole(base, path)} | ({"type": type_} if type_ else {})
        links.setdefault(rel, []).append(target)
    return JsonResponse({"linkset": [links]}, content_type=LINKSET)


def link_header(request, statement):
    """The value of the header Link."""
    base = base_of(request)
    own = reverse("statement-linkset", args=[statement.reference])
    signs = [*_signs(statement), ("linkset", own, LINKSET)]
    return ", ".join(
        f'<{_whole(base, path)}>; rel="{rel}"' + (f'; type="{type_}"' if type_ else "")
        for rel, path, type_ in signs
    )


def _signs(statement):
    """(relation, address, media type) of all that is known of a statement elsewhere."""
    reference, path = statement.reference, statement.get_absolute_url()
    speaker = statement.participation and statement.participation.speaker
    yield "cite-as", path, ""
    yield "type", f"https://schema.org/{type_of(statement)}", ""
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


def _whole(base, path):
    return path if path.startswith("https:") else base + path
