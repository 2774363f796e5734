"""Whether a cited statement has changed since: compare versions, and read old links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.models import Redirection, Statement, Version
from dialogues.publishing.record_diff import Difference, record_differences
from dialogues.references import MARKS_AFTER, parse_reference

UNCHANGED, CORRECTED, MOVED = "unchanged", "corrected", "moved"
MIN_DIGEST = 6  # characters, as in links
MAX_DIGITS = 9  # of a version number


@dataclass(frozen=True)
class VersionDiff:
    """A version, and what it changed in the version before it; empty for the first."""

    version: Version
    differences: list[Difference]


@dataclass(frozen=True)
class CitationStatus:
    """What happened to the version that an address cites.

    `state` is "unchanged", "corrected" or "moved"; or `problem` is a sentence that says why the
    address cannot be read.
    """

    state: str = ""
    problem: str = ""
    version: Version | None = None
    has_same_words: bool = False
    corrections: tuple[Version, ...] = ()
    differences: tuple[Difference, ...] = ()
    moved: Redirection | None = None


def version_diffs(versions: Iterable[Version]) -> list[VersionDiff]:
    """A VersionDiff for each version of one statement, the newest first."""
    versions = list(versions)
    return [
        version_diff(before, after)
        for before, after in zip([None, *versions], versions, strict=False)
    ][::-1]


def version_diff(before: Version | None, after: Version) -> VersionDiff:
    """The VersionDiff from a version to the next; `before` is None for the first."""
    return VersionDiff(
        after, record_differences(before.public_record, after.public_record) if before else []
    )


def citation_status(params: Mapping[str, str], statement: Statement) -> CitationStatus | None:
    """The CitationStatus of an address with the keys `v`, `d` and `was`; None without `v`."""
    number, digest, was = (MARKS_AFTER.sub("", params.get(key, "")) for key in ("v", "d", "was"))
    if not number:
        return None
    if was and parse_reference(was) is None:
        return CitationStatus(problem=_number_problem(number, was, 0))
    reference = was or statement.reference
    versions = list(Version.objects.for_reference(reference).defer("page"))
    moved = _redirection(was, statement)
    version = _version_numbered(versions, number)
    if version is None or (was and moved is None):
        return CitationStatus(problem=_number_problem(number, reference, len(versions)))
    if digest and not _is_digest_prefix(digest, version.digest):
        message = _(
            "“%(digest)s” is not the digest of version %(number)s. Was the whole address copied?"
        )
        return CitationStatus(problem=message % {"digest": digest[:70], "number": number})
    latest = Version.objects.for_reference(statement.reference).defer("page").last()
    return _compare(version, latest, versions, moved)


def _is_digest_prefix(digest, whole):
    """Whether a digest is the beginning of a whole one, and long enough to tell."""
    return len(digest) >= MIN_DIGEST and whole.startswith(digest.casefold())


def _compare(version, latest, versions, moved):
    later = () if moved else tuple(other for other in versions if other.number > version.number)
    state = MOVED if moved else CORRECTED if later else UNCHANGED
    differences = []
    if state != UNCHANGED:
        differences = record_differences(version.public_record, latest.public_record)
    return CitationStatus(
        state=state,
        version=version,
        has_same_words=version.digest == latest.digest,
        corrections=later[::-1],
        differences=tuple(differences),
        moved=moved,
    )


def _redirection(was, statement):
    """The Redirection from a reference to this statement; None if it does not lead here."""
    old = Statement(reference=was).get_absolute_url() if was else ""
    redirection = Redirection.objects.filter(old=old).first()
    if redirection is None:
        return None
    end = Redirection.objects.follow(redirection)
    return redirection if end.new == statement.get_absolute_url() else None


def _version_numbered(versions, number):
    if not number.isdecimal() or len(number) > MAX_DIGITS:
        return None
    return next((version for version in versions if version.number == int(number)), None)


def _number_problem(number, reference, count):
    message = _("The address names version “%(number)s” of %(reference)s; there are %(count)s.")
    return message % {"number": number[:20], "reference": reference[:20], "count": count}
