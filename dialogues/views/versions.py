"""Versions of a statement, and the version at a time (Memento, RFC 7089)."""

from datetime import UTC, datetime

from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe
from django.utils.translation import gettext as _

from dialogues.citations.files import FILES
from dialogues.http.negotiation import redirect_to_file
from dialogues.models import Redirection, Statement, Version

LINK_FORMAT = "application/link-format"


def version_detail(request, reference, number):
    """One version, byte for byte as it was frozen."""
    version = get_version(reference, number)
    if other := redirect_to_file(request, [*FILES, "json"], "version-file", reference, number):
        return other
    versions = list(Version.objects.filter(statement=version.statement_id).defer("page", "record"))
    response = HttpResponse(version.page)
    response["Memento-Datetime"] = http_date(version.made_at.timestamp())
    response["Link"] = ", ".join(_links(request, reference, versions, version))
    return response


def timegate(request, reference):
    """Redirect to the version that was public at Accept-Datetime; to the latest without it."""
    versions = get_versions(reference)
    header = request.headers.get("Accept-Datetime")
    moment = parse_http_date_safe(header) if header else timezone.now().timestamp()
    if moment is None:
        return HttpResponseBadRequest(
            _("Accept-Datetime is not a date such as “Tue, 12 Jul 2016 10:00:00 GMT”."),
            content_type="text/plain; charset=utf-8",
        )
    moment = datetime.fromtimestamp(int(moment), UTC)
    version = versions.public_at(moment)
    response = HttpResponseRedirect(request.build_absolute_uri(_path(reference, version)))
    response["Vary"] = "Accept-Datetime"
    response["Link"] = ", ".join(_links(request, reference, list(versions)))
    # The response depends on the time in the request.
    response["Cache-Control"] = "no-store"
    return response


def timemap(request, reference):
    """All versions with their times, in the link format of RFC 6690."""
    versions = list(get_versions(reference).defer("page", "record"))
    links = _links(request, reference, versions, every=True)
    return HttpResponse(",\n".join(links) + "\n", content_type=LINK_FORMAT)


def get_versions(reference):
    """The public versions of a statement. Raises Http404 if there are none.

    A merged statement keeps its versions while the survivor is public; a withdrawn one does not.
    """
    statement = get_object_or_404(Statement.objects.with_public_versions(), reference=reference)
    if not statement.is_public() and not Redirection.objects.leads_to_a_page(
        statement.get_absolute_url()
    ):
        raise Http404(_("This statement was withdrawn."))
    versions = Version.objects.filter(statement=statement)
    if not versions.exists():
        raise Http404(_("No version of this statement has been published."))
    return versions


def get_version(reference, number):
    """One public version. Raises Http404 that says how many versions there are."""
    versions = get_versions(reference)
    if version := versions.filter(number=number).first():
        return version
    message = _("Statement %(reference)s has no version %(number)s: there are %(count)s.")
    values = {"reference": reference, "number": number, "count": versions.count()}
    raise Http404(message % values)


def _gate_and_map(request, reference):
    """The links to the timegate and the timemap."""
    return [
        _link(request, reverse("timegate", args=[reference]), "timegate"),
        _link(request, reverse("timemap", args=[reference]), "timemap", f'type="{LINK_FORMAT}"'),
    ]


def _links(request, reference, versions, current=None, every=False):
    """Links to the statement, timegate and timemap, and to the first and last version.

    Also to the current version and its neighbours, or to every version.
    """
    yield _link(request, reverse("statement-detail", args=[reference]), "original")
    yield from _gate_and_map(request, reference)
    at = versions.index(current) if current else None
    for place, version in enumerate(versions):
        rels = [
            rel
            for rel, is_so in (
                ("first", place == 0),
                ("last", place == len(versions) - 1),
                ("prev", at is not None and place == at - 1),
                ("next", at is not None and place == at + 1),
            )
            if is_so
        ]
        if rels or every or place == at:
            when = f'datetime="{http_date(version.made_at.timestamp())}"'
            yield _link(request, _path(reference, version), " ".join([*rels, "memento"]), when)


def _path(reference, version):
    return reverse("version-detail", args=[reference, version.number])


def _link(request, path, rel, *parameters):
    parts = [f"<{request.build_absolute_uri(path)}>", f'rel="{rel}"', *parameters]
    return "; ".join(parts)
