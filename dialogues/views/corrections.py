"""Every correction since the first edition, with what it changed and why."""

from dataclasses import dataclass

from django.shortcuts import render

from dialogues.models import Change, Version
from dialogues.publishing.cited_version import VersionDiff, version_diff
from dialogues.views.listing import page_of


@dataclass(frozen=True)
class Correction:
    """A change, and the version it made; none where a statement was taken back."""

    change: Change
    step: VersionDiff | None


def correction_list(request):
    """What was corrected, merged or withdrawn, the latest first."""
    changes = Change.objects.corrections().newest_first().with_names()
    page, problems = page_of(changes, request.GET)
    context = {"page": page, "corrections": _with_steps(page.object_list), "problems": problems}
    return render(request, "dialogues/correction_list.html", context)


def _with_steps(changes):
    """A Correction for each. One query for the versions of all."""
    statements = [one.statement_id for one in changes if one.statement.is_public()]
    versions = {}
    for one in Version.objects.filter(statement__among=statements).defer("page"):
        versions.setdefault(one.statement_id, []).append(one)
    return [Correction(one, _step(one, versions.get(one.statement_id, []))) for one in changes]


def _step(change, versions):
    for before, after in zip(versions, versions[1:], strict=False):
        # Not by its number: a version loaded from files may have that of another database.
        if after.made_at == change.edition.made_at:
            return version_diff(before, after)
    return None
