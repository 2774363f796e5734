"""The list of corrections: what changed, and why."""

from dataclasses import dataclass

from django.shortcuts import render

from dialogues.filters.pagination import page_of
from dialogues.models import Change, Version
from dialogues.publishing.cited_version import VersionDiff, version_diff


@dataclass(frozen=True)
class Correction:
    """A change, and what its version changed; `diff` is None for a withdrawn statement."""

    change: Change
    diff: VersionDiff | None


def correction_list(request):
    """Corrected, merged, split and withdrawn statements, the latest first."""
    changes = Change.objects.corrections().newest_first().with_names()
    page = page_of(changes, request.GET)
    context = {
        "page": page,
        "corrections": _with_diffs(page.object_list),
        "problems": page.problems,
    }
    return render(request, "dialogues/correction_list.html", context)


def _with_diffs(changes):
    """A Correction for each change. One query reads all versions."""
    statements = [change.statement_id for change in changes if change.statement.is_public()]
    versions = {}
    for version in Version.objects.filter(statement__among=statements).defer("page"):
        versions.setdefault(version.statement_id, []).append(version)
    return [
        Correction(change, _diff(change, versions.get(change.statement_id, [])))
        for change in changes
    ]


def _diff(change, versions):
    for before, after in zip(versions, versions[1:], strict=False):
        # Not by edition number: a version loaded from files may have that of another database.
        if after.made_at == change.edition.made_at:
            return version_diff(before, after)
    return None
