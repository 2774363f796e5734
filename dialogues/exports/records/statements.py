"""Statements as data: the record of the latest version, with its number and digest."""

from collections.abc import Iterable, Sequence

from dialogues.models import Statement, Version
from dialogues.serializers import statement_record

UNPUBLISHED = (None, "")


def statement_rows(pks: Sequence[int], base: str) -> list[dict]:
    """The public records of statements with these keys, in their order. A constant of queries."""
    statements = Statement.objects.with_record().in_bulk(pks)
    versions = latest_versions(pks)
    return [
        versioned(statements[pk], versions.get(pk, UNPUBLISHED), base)
        for pk in pks
        if pk in statements
    ]


def latest_versions(pks: Iterable[int]) -> dict[int, tuple[int, str]]:
    """{key of a statement: (number, digest) of its latest version}."""
    versions = Version.objects.filter(statement__in=pks).order_by("number")
    # The last of a statement stays.
    return {
        pk: (number, digest)
        for pk, number, digest in versions.values_list("statement", "number", "digest")
    }


def versioned(statement: Statement, version: tuple[int | None, str], base: str) -> dict:
    """The public record of a statement loaded with_record, with its address.

    `version` is the number and digest of its latest version.
    """
    number, digest = version
    return statement_record(statement) | {
        "version": number,
        "digest": digest,
        "address": base + statement.get_absolute_url(),
    }
