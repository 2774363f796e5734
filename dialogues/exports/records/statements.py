"""Statements as data: the record of the latest version, with its number and digest."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

from msgspec import UNSET, Meta, Raw, Struct, UnsetType
from msgspec.json import encode

from dialogues.choices import (
    Act,
    Capacity,
    DialogueFormat,
    Forum,
    ParticipantKind,
    ParticipationStatus,
    Provenance,
    SourceKind,
    Stance,
)
from dialogues.exports.records.base import (
    Address,
    Note,
    Place,
    PrintedDate,
    Reference,
    Year,
    one_of,
)
from dialogues.http.urls import address_parts
from dialogues.models import Version
from dialogues.serializers import statement_record
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.row_statements import row_statements

UNPUBLISHED = (None, "")
# Rows of the current edition: some 2 kB each.
_encoded = EditionCache(max_items=5_000)


def day_or_nothing(description: str) -> Meta:
    """A day in ISO 8601, or an empty text."""
    pattern = r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"
    return Meta(description=f"{description}; empty if not known.", pattern=pattern)


class StatementDialogue(Struct):
    """What a statement says of its dialogue."""

    slug: Annotated[str, Meta(description="The key, as in the address.")]
    name: Annotated[str, Meta(description="The official title.")]
    forum: Annotated[str, one_of(Forum, "The body that met.")]
    format: Annotated[str, one_of(DialogueFormat, "How it met.")]
    held_on: Annotated[str, day_or_nothing("The first day")]
    year: Year
    place: Place


class StatementSpeaker(Struct):
    """Who made a statement, and for whom, as on the day of the version."""

    participant: Annotated[Reference | None, Meta(description="The state, group or organization.")]
    kind: Annotated[
        str, Meta(description=f"Of the participant: {', '.join(ParticipantKind.values)}.")
    ]
    person: Annotated[Reference | None, Meta(description="The person, if a source names one.")]
    office: Annotated[str, Meta(description="The office of the person.")]
    as_printed: Annotated[str, Meta(description="The speaker's name in the source.")]
    capacity: Annotated[str, one_of(Capacity, "For whom it spoke.")]
    status: Annotated[str, one_of(ParticipationStatus, "Whether it took the floor.")]
    on_behalf_of: Annotated[Reference | None, Meta(description="The group it spoke for.")]
    on_behalf_of_as_printed: Annotated[
        str, Meta(description="The same in the words of the source.")
    ]
    represented: Annotated[list[Reference], Meta(description="Those it spoke for, by name.")]
    group_as_printed: Annotated[str, Meta(description="The regional group in the source.")]
    spoke_on: Annotated[
        date | UnsetType, Meta(description="The day, if a source prints it; else left out.")
    ] = UNSET


class StatementSource(Struct):
    """What a statement says of its source."""

    slug: Annotated[str, Meta(description="The key, as in the address.")]
    name: Annotated[str, Meta(description="The title.")]
    kind: Annotated[str, one_of(SourceKind, "What it is.")]
    publisher: Annotated[
        str, Meta(description="In square brackets if the document does not name it.")
    ]
    symbols: Annotated[str, Meta(description="United Nations document symbols.")]
    published_on: Annotated[str, day_or_nothing("The day")]
    date_as_printed: PrintedDate
    url: Annotated[str, Meta(description="Where it can be read.")]
    language: Annotated[str, Meta(description="A language tag (BCP 47).")]
    published_in: Annotated[
        str | UnsetType, Meta(description="The month or year, if no day is known.")
    ] = UNSET
    read: Annotated[str | UnsetType, Meta(description="How much of it was read.")] = UNSET


class StatementRecord(Struct):
    """What one speaker said in one place of a source."""

    reference: Annotated[str, Meta(description="The key, as in the address. It does not change.")]
    dialogue: Annotated[StatementDialogue, Meta(description="The dialogue.")]
    speaker: Annotated[
        StatementSpeaker | None, Meta(description="null if the source names no speaker.")
    ]
    attribution_as_printed: Annotated[
        str, Meta(description="The source's words for a speaker that it does not name.")
    ]
    text: Annotated[str, Meta(description="The speaker's words; empty if there is a summary only.")]
    language: Annotated[str, Meta(description="Of the text: a language tag (BCP 47).")]
    translation: Annotated[str, Meta(description="The text in English.")]
    summary: Annotated[str, Meta(description="What the source says that was said.")]
    themes: Annotated[list[Reference], Meta(description="What it is about.")]
    stance: Annotated[str, one_of(Stance, "The stance on the theme.")]
    act: Annotated[str, one_of(Act, "What the speaker does.")]
    source_word: Annotated[str, Meta(description="The source's own verb.")]
    among_others: Annotated[
        bool, Meta(description="Whether the source gives the sentence to others as well.")
    ]
    situations: Annotated[list[Reference], Meta(description="Countries spoken about.")]
    provenance: Annotated[str, one_of(Provenance, "How the words came down to us.")]
    source: Annotated[StatementSource, Meta(description="The document that it is from.")]
    section: Annotated[str, Meta(description="Where in the source.")]
    paragraph: Annotated[str, Meta(description="Where in the section.")]
    editor_note: Note
    version: Annotated[int | None, Meta(description="The number of the latest version.")]
    digest: Annotated[str, Meta(description="SHA-256 of text, translation and summary.")]
    address: Address
    page: Annotated[str | UnsetType, Meta(description="The page of the source.")] = UNSET
    begins_with: Annotated[
        str | UnsetType, Meta(description="The first words of the passage in the source.")
    ] = UNSET
    ends_with: Annotated[
        str | UnsetType, Meta(description="The last words of the passage in the source.")
    ] = UNSET


def statement_rows(pks: Sequence[int], base: str, edition: str) -> list[dict]:
    """The StatementRecords of these keys as dicts, in their order. A constant of queries.

    Other records have the names of the edition.
    """
    return [row for _pk, row in _rows(pks, base, edition)]


def encoded_rows(pks: Sequence[int], base: str, edition: str) -> list[Raw]:
    """The same as JSON. Rows that were read in this edition are not read again."""
    keys = [(base, pk) for pk in pks]
    rows = _encoded.get_many(edition, keys)
    for pk, row in _rows([pk for base, pk in keys if (base, pk) not in rows], base, edition):
        rows[base, pk] = Raw(encode(row))
        _encoded.set(edition, (base, pk), rows[base, pk])
    return [rows[key] for key in keys if key in rows]


def _rows(pks, base, edition):
    """(key, StatementRecord as a dict) of each."""
    versions = latest_versions(pks) if pks else {}
    for statement in row_statements(pks, registry_at(edition)):
        yield statement.pk, versioned(statement, versions.get(statement.pk, UNPUBLISHED), base)


def latest_versions(pks: Iterable[int]) -> dict[int, tuple[int, str]]:
    """{key of a statement: (number, digest) of its latest version}."""
    versions = Version.objects.filter(statement__among=pks).order_by("number")
    # The last of a statement stays.
    return {
        pk: (number, digest)
        for pk, number, digest in versions.values_list("statement", "number", "digest")
    }


def versioned(statement: Any, version: tuple[int | None, str], base: str) -> dict:
    """The StatementRecord of a statement loaded with_record or of a RowStatement, as a dict.

    `version` is the number and digest of its latest version.
    """
    number, digest = version
    before, after = address_parts("statement-detail")
    return statement_record(statement) | {
        "version": number,
        "digest": digest,
        "address": f"{base}{before}{statement.reference}{after}",
    }
