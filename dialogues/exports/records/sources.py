"""Source documents as data."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import ReadExtent, SourceKind
from dialogues.exports.records.base import (
    Address,
    PrintedDate,
    Reference,
    Slug,
    one_of,
    refer_to,
)
from dialogues.models import SourceDocument


class SourceRecord(Struct):
    """A document that records come from."""

    slug: Slug
    address: Address
    name: Annotated[str, Meta(description="The title.")]
    kind: Annotated[str, one_of(SourceKind, "What it is.")]
    publisher: Annotated[
        str, Meta(description="In square brackets if the document does not name it.")
    ]
    publisher_note: Annotated[str, Meta(description="How the publisher is known.")]
    symbols: Annotated[str, Meta(description="United Nations document symbols.")]
    language: Annotated[str, Meta(description="A language tag (BCP 47).")]
    published_on: Annotated[date | None, Meta(description="The day, if it is known.")]
    published_in: Annotated[str, Meta(description="The month or year, if no day is known.")]
    date_as_printed: PrintedDate
    date_note: Annotated[str, Meta(description="How the date is known.")]
    url: Annotated[str, Meta(description="Where it can be read.")]
    archived_url: Annotated[str, Meta(description="An archived copy.")]
    retrieved_on: Annotated[date | None, Meta(description="When it was read.")]
    checked_on: Annotated[date | None, Meta(description="When the link last worked.")]
    read: Annotated[str, Meta(description=f"How much was read: {', '.join(ReadExtent.values)}.")]
    sha256: Annotated[str, Meta(description="Of the text; empty if we do not have the text.")]
    rights: Annotated[str, Meta(description="Who holds the rights, as far as it says.")]
    about: Annotated[str, Meta(description="What it is and leaves out, in the editors' words.")]
    dialogues: Annotated[list[Reference], Meta(description="The dialogues it is about.")]
    organizations: Annotated[list[Reference], Meta(description="Whose work it describes.")]


def source_record(source: SourceDocument, base: str) -> SourceRecord:
    """The record of a source loaded with_record."""
    return SourceRecord(
        slug=source.slug,
        address=base + source.get_absolute_url(),
        name=source.title,
        kind=source.kind,
        publisher=source.publisher_in_brackets,
        publisher_note=source.publisher_note,
        symbols=source.symbols,
        language=source.language,
        published_on=source.published_on,
        published_in=source.published_in,
        date_as_printed=source.date_as_printed,
        date_note=source.date_note,
        url=source.url,
        archived_url=source.archived_url,
        retrieved_on=source.retrieved_on,
        checked_on=source.checked_on,
        read=source.read_extent,
        sha256=source.checksum,
        rights=source.rights,
        about=source.about,
        dialogues=[
            Reference(dialogue.slug, dialogue.title)
            for dialogue in source.dialogues.all()
            if dialogue.is_public()
        ],
        organizations=refer_to(source.organizations.all()),
    )
