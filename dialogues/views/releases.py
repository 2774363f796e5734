"""Releases of the data: the list, each with its files, and the codebook."""

import msgspec
from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.citations.files import FILES
from dialogues.citations.page_work import page_work
from dialogues.citations.work import Document
from dialogues.exports.counting_rules import COUNTING_RULES
from dialogues.exports.releases.about import DESCRIPTION, ReleaseFile
from dialogues.exports.releases.build import MEDIA_TYPES
from dialogues.exports.releases.codebook import codebook_rows
from dialogues.exports.releases.published import release_of, releases
from dialogues.exports.releases.tables import tables
from dialogues.exports.schema_org import dataset
from dialogues.http.caching import REVALIDATE
from dialogues.http.open_data import about_data
from dialogues.http.urls import base_of
from dialogues.views.citations import file_of, page_of_citations

FOR_GOOD = "public, max-age=31536000, immutable"
BASENAME = "r2p-dialogues"


def release_list(request):
    """The releases, the latest first, and the other ways to get the data."""
    context = {
        "releases": releases(),
        "rules": COUNTING_RULES,
        "licence": settings.DATA_LICENCE,
    }
    return _uncached(render(request, "data/release_list.html", context))


def release_list_json(request):
    """The same for programs: the addresses and digests of all files."""
    rows = [_as_json(request, release) for release in releases()]
    content = msgspec.json.encode(about_data(request) | {"releases": rows})
    return _uncached(HttpResponse(content, content_type="application/json"))


def release_detail(request, edition):
    """One release: what it is, how to cite it, and its files."""
    release = _release(edition)
    by_table = {table: [] for table in tables()}
    others = []
    for file in release.files:
        by_table.get(file.stem, others).append(file)
    context = {
        "release": release,
        "whole": [file for file in others if file.stem == BASENAME],
        "tables": [(table, files) for table, files in by_table.items() if files],
        "descriptions": [file for file in others if file.stem != BASENAME],
        "linked": _linked(request, release),
        "work": _work(request, release),
    }
    return render(request, "data/release_detail.html", context)


def release_cite(request, edition):
    """A release in every style."""
    release = _release(edition)
    address = _address(release)
    files = [(extension, f"{address}{BASENAME}.{extension}") for extension in FILES]
    return page_of_citations(request, _work(request, release), files, address)


def release_file(request, edition, name):
    """A file of a release, or its citation for reference managers."""
    release = _release(edition)
    stem, _dot, extension = name.partition(".")
    if stem == BASENAME and extension in FILES:
        return file_of(_work(request, release), extension)
    path = release.path_of(name)
    if path is None:
        raise Http404(_("This release has no file with this name."))
    response = FileResponse(path.open("rb"), content_type=_content_type(path))
    # A release never changes.
    response["Cache-Control"] = FOR_GOOD
    return response


def codebook(request):
    """The tables of a release."""
    return render(request, "data/codebook.html", {"tables": tables().values()})


def codebook_table(request, table):
    """The columns of one table."""
    if table not in tables():
        raise Http404(_("There is no table with this name."))
    context = {"table": tables()[table], "rows": codebook_rows(table)}
    return render(request, "data/codebook_table.html", context)


def _uncached(response):
    """A response that the page cache does not store: a release is made after its edition."""
    response["Cache-Control"] = REVALIDATE
    return response


def _release(edition):
    release = release_of(edition)
    if release is None:
        raise Http404(_("There is no release of this edition."))
    return release


def _address(release):
    return reverse("release-detail", args=[release.edition])


def _content_type(path):
    media_type = MEDIA_TYPES[path.suffix]
    is_text = media_type.startswith("text/")
    return f"{media_type}; charset=utf-8" if is_text else media_type


def _work(request, release):
    """The release as it is cited."""
    address = base_of(request) + _address(release)
    document = Document(
        title=release.title,
        publisher=", ".join(release.creators),
        issued=release.day.isoformat(),
        url=address,
        type="dataset",
    )
    return page_work(
        f"{BASENAME}-{release.edition}",
        release.title,
        address,
        release.edition,
        timezone.localdate(),
        issued=document.issued,
        document=document,
    )


def _linked(request, release):
    base = base_of(request) + _address(release)
    files = [(file.media_type, base + file.name) for file in release.files]
    return dataset(
        release.title,
        DESCRIPTION,
        base,
        str(release.edition),
        files,
        licence=settings.DATA_LICENCE_URL,
        creator=", ".join(release.creators),
    )


def _as_json(request, release):
    address = base_of(request) + _address(release)
    return {
        "edition": release.edition,
        "published_on": release.day,
        "address": address,
        "files": [_file_as_json(address, file) for file in release.files],
    }


def _file_as_json(address, file: ReleaseFile):
    return {
        "address": address + file.name,
        "size": file.size,
        "sha256": file.sha256,
        "media_type": file.media_type,
    }
