"""Editions, versions and corrections as data."""

from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import ChangeKind
from dialogues.exports.records.base import (
    Address,
    EditionNumber,
    PublishedAt,
    one_of,
)
from dialogues.http.urls import address_parts
from dialogues.models import Change, Edition, Version


class EditionRecord(Struct):
    """One change of the public record. Numbers have no gaps."""

    number: EditionNumber
    published_at: PublishedAt
    change_count: Annotated[int, Meta(description="How many statements it changed.")]


class VersionRecord(Struct):
    """The record of a statement as it was frozen at a publication or correction."""

    statement: Annotated[str, Meta(description="The reference of the statement.")]
    number: Annotated[int, Meta(description="1 for the first version of the statement.")]
    address: Address
    record: Annotated[str, Meta(description="The address of the frozen record, as JSON.")]
    edition: Annotated[
        int, Meta(description="The edition that it was frozen in, in the database where it was.")
    ]
    published_at: PublishedAt
    reason: Annotated[str, Meta(description="Why it was made.")]
    digest: Annotated[str, Meta(description="SHA-256 of text, translation and summary.")]


class CorrectionRecord(Struct):
    """A correction, withdrawal, merge or split of a published statement."""

    edition: EditionNumber
    published_at: PublishedAt
    statement: Annotated[str, Meta(description="The reference of the statement.")]
    address: Annotated[
        str,
        Meta(description="The statement's page; it leads to what replaced it, if anything did."),
    ]
    kind: Annotated[str, one_of(ChangeKind, "What happened.")]
    reason: Annotated[str, Meta(description="Why.")]


def edition_record(edition: Edition, _base: str) -> EditionRecord:
    """The record of an edition loaded with_change_count."""
    return EditionRecord(edition.number, edition.made_at, edition.change_count)


def version_record(version: Version, base: str) -> VersionRecord:
    """The record of a version loaded with_statement."""
    reference = version.statement.reference
    before, after = address_parts("statement-detail")
    address = f"{base}{before}{reference}{after}v{version.number}"
    return VersionRecord(
        statement=reference,
        number=version.number,
        address=f"{address}/",
        record=f"{address}.json",
        edition=version.edition,
        published_at=version.made_at,
        reason=version.reason,
        digest=version.digest,
    )


def correction_record(change: Change, base: str) -> CorrectionRecord:
    """The record of a correction loaded with_names."""
    return CorrectionRecord(
        edition=change.edition_id,
        published_at=change.edition.made_at,
        statement=change.statement.reference,
        address=base + change.statement.get_absolute_url(),
        kind=change.kind,
        reason=change.edition.reason,
    )
