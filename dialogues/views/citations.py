"""Citations in all styles, and as files for reference managers."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.citations.files import FILES
from dialogues.citations.page_work import dialogue_document, page_work, source_work
from dialogues.citations.styles import citations_of
from dialogues.citations.work import statement_work
from dialogues.exports.records.statements import UNPUBLISHED, versioned
from dialogues.http.open_data import about_data
from dialogues.http.rate_limit import data_view
from dialogues.http.urls import base_of, file_links
from dialogues.models import (
    Dialogue,
    Edition,
    SourceDocument,
    Statement,
    Version,
)
from dialogues.serializers import statement_record
from dialogues.views.listing import get_published
from dialogues.views.versions import get_version

JSON = "application/json"


def statement_cite(request, reference):
    """The latest version of a statement in every style."""
    statement = _statement(reference)
    work = current_work(request, statement, _versions(statement))
    return _page(request, work, "statement-file", reference)


def version_cite(request, reference, number):
    """A version in every style."""
    work = version_work(request, get_version(reference, number))
    return _page(request, work, "version-file", reference, number)


def dialogue_cite(request, slug):
    """A dialogue in every style."""
    return _page(request, dialogue_work(request, _dialogue(slug)), "dialogue-file", slug)


def source_cite(request, slug):
    """A source document in every style."""
    source = get_object_or_404(SourceDocument, slug=slug)
    return _page(request, work_of_source(request, source), "source-file", slug)


@data_view
def statement_file(request, reference, extension):
    """The latest version of a statement as a citation file, or its record as JSON."""
    statement = _statement(reference)
    versions = _versions(statement)
    if extension == "json":
        return _as_json(request, statement, versions[-1] if versions else None)
    return file_of(current_work(request, statement, versions), extension)


def version_file(request, reference, number, extension):
    """A version as a citation file, or as JSON, byte for byte as it was frozen."""
    version = get_version(reference, number)
    if extension == "json":
        return HttpResponse(version.record, content_type=JSON)
    return file_of(version_work(request, version), extension)


def dialogue_file(request, slug, extension):
    return file_of(dialogue_work(request, _dialogue(slug)), extension)


def source_file(request, slug, extension):
    source = get_object_or_404(SourceDocument, slug=slug)
    return file_of(work_of_source(request, source), extension)


def current_work(request, statement, versions):
    """The Work of a statement's latest version; `versions` are all of them, in order.

    Without any, the Work of the statement itself, which needs with_record().
    """
    if versions:
        return version_work(request, versions[-1])
    record, version = statement_record(statement), Version(number=1)
    return statement_work(record, version, base_of(request), timezone.localdate())


def version_work(request, version):
    return statement_work(version.public_record, version, base_of(request), timezone.localdate())


def dialogue_work(request, dialogue):
    document = dialogue_document(dialogue)
    return page_work(
        dialogue.slug,
        document.title,
        **_page_facts(request, dialogue.get_absolute_url()),
        issued=document.issued,
        event_place=dialogue.place,
        document=document,
    )


def work_of_source(request, source):
    return source_work(source, **_page_facts(request, source.get_absolute_url()))


def list_work(request, title, path):
    """The Work of a filtered list of statements, issued on the day of the current edition."""
    edition = Edition.objects.first()
    issued = edition.made_at.date().isoformat() if edition else ""
    return page_work("statements", title, **_page_facts(request, path), issued=issued)


def _page_facts(request, path):
    """What a Work needs to know of a page of this site, apart from its title."""
    return {
        "address": base_of(request) + path,
        "edition": Edition.objects.current_number(),
        "today": timezone.localdate(),
    }


def _statement(reference):
    return get_published(Statement.objects.with_record(), reference)


def _versions(statement):
    return list(Version.objects.filter(statement=statement).defer("page"))


def _dialogue(slug):
    return get_object_or_404(Dialogue.objects.published(), slug=slug)


def _page(request, work, route, *args):
    files = file_links(FILES, route, *args)
    return page_of_citations(request, work, files, request.path.removesuffix("cite/"))


def page_of_citations(request, work, files, back):
    """A work in every style. `files` are (extension, address) pairs; `back` is its address."""
    context = {"work": work, "citations": citations_of(work), "files": files, "back": back}
    return render(request, "dialogues/cite.html", context)


def file_of(work, extension):
    """The work as a file for reference managers. Raises Http404 for an unknown extension."""
    if extension not in FILES:
        raise Http404(_("There is no citation file with the extension “%s”.") % extension)
    write, content_type = FILES[extension]
    response = HttpResponse(b"".join(write([work])), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="r2p-{work.id}.{extension}"'
    return response


def _as_json(request, statement, version):
    """The record as JSON, with its version, digest, address, edition and licence."""
    latest = (version.number, version.digest) if version else UNPUBLISHED
    record = versioned(statement, latest, base_of(request))
    content = json.dumps(record | about_data(request), ensure_ascii=False)
    return HttpResponse(content, content_type=JSON)
