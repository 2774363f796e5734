"""Freeze a version of a statement when it is published and at each correction."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from django.db import connection
from django.db.models import Max
from django.template.loader import render_to_string
from django.urls import reverse

from dialogues.choices import ChangeKind
from dialogues.citations.work import statement_work
from dialogues.models import (
    Change,
    Edition,
    Redirection,
    Statement,
    Version,
)
from dialogues.serializers import statement_record
from dialogues.text.normalise import digest_of

BLOCK_SIZE = 500  # statements frozen at a time
PARTICIPANT_ROUTES = ("state-detail", "group-detail", "organization-detail")
# The pages that a part of a record may name.
ROUTES = {
    "dialogue": ("dialogue-detail",),
    "source": ("source-detail",),
    "themes": ("theme-detail",),
    "person": ("person-detail",),
    **dict.fromkeys(
        ("participant", "on_behalf_of", "represented", "situations"), PARTICIPANT_ROUTES
    ),
}
FIRST_REASON = "First version, frozen when versions were introduced"


def freeze_changed(
    edition: Edition, kinds: Mapping[int, ChangeKind], reasons: Mapping[int, str]
) -> set[int]:
    """Freeze the statements that an edition released or corrected, in its transaction.

    `reasons` are those of single statements, where they differ from the edition's.

    Returns the keys of those whose correction left the public record as it was: only the line in a
    text file changed, for example.
    """
    released = {pk for pk, kind in kinds.items() if kind == Change.Kind.PUBLISHED}
    corrected = {pk for pk, kind in kinds.items() if kind == Change.Kind.CORRECTED}
    frozen = freeze([pk for pk in kinds if pk in released | corrected], edition, reasons=reasons)
    return corrected - frozen


def freeze_unfrozen() -> None:
    """Freeze the first version of each statement that was published before versions existed.

    The version belongs to the edition that changed the statement last.
    """
    if Version._meta.db_table not in connection.introspection.table_names():
        return
    unfrozen = Statement.objects.published().filter(versions=None)
    latest = unfrozen.annotate(at=Max("changes__edition")).values_list("at", "pk")
    by_edition = {}
    for at, pk in latest:
        by_edition.setdefault(at, []).append(pk)
    for edition in Edition.objects.filter(number__in=by_edition):
        freeze(by_edition[edition.number], edition, FIRST_REASON)


def freeze(
    pks: Sequence[int],
    edition: Edition,
    reason: str | None = None,
    reasons: Mapping[int, str] = MappingProxyType({}),
) -> set[int]:
    """Create a version of each of these statements whose public record has changed.

    Its reason is the statement's in `reasons`, or else `reason`, by default the edition's.
    Returns the keys of the statements with a new version. The number of queries is the same for
    each block.
    """
    frozen = set()
    reason = edition.reason if reason is None else reason
    for start in range(0, len(pks), BLOCK_SIZE):
        block = pks[start : start + BLOCK_SIZE]
        latest = Version.objects.latest_by_statement(block)
        statements = Statement.objects.filter(pk__among=block).with_record()
        versions = []
        for statement in statements:
            record, before = statement_record(statement), latest.get(statement.pk)
            if has_changed(record, before):
                why = reasons.get(statement.pk, reason)
                versions.append(next_version(statement, record, before, edition, why))
        Version.objects.bulk_create(versions)
        frozen.update(version.statement_id for version in versions)
    return frozen


def has_changed(record: dict, version: Version | None) -> bool:
    """Whether a record differs from its latest version in more than the names of other records."""
    return version is None or not _is_same(record, version.public_record)


def next_version(
    statement: Statement, record: dict, before: Version | None, edition: Edition, reason: str
) -> Version:
    """The version after `before`, not saved; the first if `before` is None."""
    version = Version(
        statement=statement,
        number=before.number + 1 if before else 1,
        edition=edition.number,
        made_at=edition.made_at,
        reason=reason,
        digest=words_digest(record),
        record=json.dumps(record, ensure_ascii=False),
    )
    work = statement_work(record, version, "", edition.made_at.date())
    context = {"version": version, "statement": statement, "work": work}
    version.page = render_to_string("dialogues/version.html", context)
    return version


def words_digest(record: dict) -> str:
    """The digest of a record's text, translation and summary."""
    return digest_of(record["text"], record["translation"], record["summary"])


def _is_same(now, before, part=""):
    """Whether two values of a part of a record say the same.

    What a named record is called does not count: it has a history of its own.
    """
    if isinstance(now, list) and isinstance(before, list):
        return _are_same_items(now, before, part)
    if not (isinstance(now, dict) and isinstance(before, dict)):
        return now == before
    if "slug" in now and "slug" in before:
        return now["slug"] == before["slug"] or _is_renamed(before["slug"], now["slug"], part)
    return now.keys() == before.keys() and all(_is_same(now[key], before[key], key) for key in now)


def _are_same_items(now, before, part):
    """Whether each item has a partner of its own in the other list, in any order."""
    left = list(before)
    for item in now:
        at = next((at for at, other in enumerate(left) if _is_same(item, other, part)), None)
        if at is None:
            return False
        del left[at]
    return not left


def _is_renamed(before, now, part):
    """Whether the record that a part of a statement names had one slug and has another now."""
    old = [reverse(route, args=[before]) for route in ROUTES[part]]
    new = [reverse(route, args=[now]) for route in ROUTES[part]]
    redirections = Redirection.objects.filter(old__in=old)
    return any(Redirection.objects.follow(redirection).new in new for redirection in redirections)
