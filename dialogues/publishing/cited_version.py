"""Whether what was cited still stands: versions compared, and what an old link means."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.models import Redirection, Statement, Version
from dialogues.publishing.record_diff import Difference, record_differences
from dialogues.references import parse_reference

UNCHANGED, CORRECTED, MOVED = "unchanged", "corrected", "moved"
SHORTEST_DIGEST = 6  # characters, as links carry
LONGEST_NUMBER = 9  # digits


@dataclass(frozen=True)
class VersionDiff:
    """A version, and what it changed in the one before it; nothing of the first."""

    version: Version
    differences: list[Difference]


@dataclass(frozen=True)
class CitationStatus:
    """What became of the text that an address was made for.

    `state` is "unchanged", "corrected" or "moved"; `problem` says in words why nothing can be said.
    """

    state: str = ""
    problem: str = ""
    version: Version | None = None
    same_words: bool = False
    corrections: tuple[Version, ...] = ()
    differences: tuple[Difference, ...] = ()
    moved: Redirection | None = None


def version_diffs(versions):
    """A VersionDiff for each version of one statement, the newest first."""
    versions = list(versions)
    return [
        version_diff(before, after)
        for before, after in zip([None, *versions], versions, strict=False)
    ][::-1]


def version_diff(before, after):
    """The VersionDiff from a version to the next; `before` None: to the first."""
    return VersionDiff(
        after, record_differences(before.public_record, after.public_record) if before else []
    )


def citation_status(data, statement):
    """The CitationStatus of an address with `v`, `d` and `was`; None without `v`."""
    number, digest, was = (data.get(key, "") for key in ("v", "d", "was"))
    if not number:
        return None
    if was and parse_reference(was) is None:
        return CitationStatus(problem=_problem_of_number(number, was, 0))
    reference = was or statement.reference
    versions = list(Version.objects.for_reference(reference).defer("page"))
    moved = _redirection(was, statement)
    version = _version_numbered(versions, number)
    if version is None or (was and moved is None):
        return CitationStatus(problem=_problem_of_number(number, reference, len(versions)))
    if digest and not _is_digest_prefix(digest, version.digest):
        message = _(
            "“%(digest)s” is not the digest of version %(number)s. Was the address copied whole?"
        )
        return CitationStatus(problem=message % {"digest": digest[:70], "number": number})
    now = Version.objects.for_reference(statement.reference).defer("page").last()
    return _compared(version, now, versions, moved)


def _is_digest_prefix(digest, whole):
    """Whether a short digest is the beginning of a whole one, and long enough to say so."""
    return len(digest) >= SHORTEST_DIGEST and whole.startswith(digest.casefold())


def _compared(version, now, versions, moved):
    later = () if moved else tuple(one for one in versions if one.number > version.number)
    state = MOVED if moved else CORRECTED if later else UNCHANGED
    return CitationStatus(
        state=state,
        version=version,
        same_words=version.digest == now.digest,
        corrections=later[::-1],
        differences=tuple(record_differences(version.public_record, now.public_record))
        if state != UNCHANGED
        else (),
        moved=moved,
    )


def _redirection(was, statement):
    """How a reference came to lead to this statement; None if it does not."""
    old = Statement(reference=was).get_absolute_url() if was else ""
    found = Redirection.objects.filter(old=old).first()
    if not found or Redirection.objects.follow(found).new != statement.get_absolute_url():
        return None
    return found


def _version_numbered(versions, number):
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    return next((one for one in versions if one.number == int(number)), None)


def _problem_of_number(number, reference, count):
    message = _("The address names version “%(number)s” of %(reference)s; there are %(count)s.")
    return message % {"number": number[:20], "reference": reference[:20], "count": count}
