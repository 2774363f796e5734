"""What the records of all kinds have: references to others, and fields with a fixed vocabulary.

Each record class is the description of its JSON: fields, types, what they mean, and what is null.
Texts are "" where nothing is recorded; dates, numbers and references are null.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Protocol, overload

from django.db.models import Choices
from msgspec import Meta, Struct


class LinkedRecord(Protocol):
    """A record with a slug and a page."""

    slug: str

    def get_absolute_url(self) -> str: ...


class Reference(Struct, frozen=True):
    """Another record."""

    slug: Annotated[str, Meta(description="Its key, as in addresses.")]
    name: Annotated[str, Meta(description="Its name today.")]


Year = Annotated[int, Meta(description="The year.")]
Place = Annotated[str, Meta(description="The town or building.")]
Source = Annotated[Reference, Meta(description="The document that says so.")]
PrintedDate = Annotated[str, Meta(description="The date in the words of the source.")]
PublishedAt = Annotated[datetime, Meta(description="When it was published, in UTC.")]
EditionNumber = Annotated[int, Meta(description="The number of the edition.")]
Slug = Annotated[str, Meta(description="The key, as in the address. It does not change.")]
Address = Annotated[str, Meta(description="The page of the record.")]
Note = Annotated[str, Meta(description="What the editors say about it.")]


def one_of(vocabulary: type[Choices], description: str) -> Meta:
    """The description of a field with the stored values of a vocabulary."""
    return Meta(description=description, extra_json_schema={"enum": vocabulary.values})


@overload
def refer(record: None) -> None: ...
@overload
def refer(record: LinkedRecord) -> Reference: ...
def refer(record: LinkedRecord | None) -> Reference | None:
    """The Reference to a record; None for none."""
    return Reference(record.slug, str(record)) if record else None


def refer_to(records: Iterable[LinkedRecord]) -> list[Reference]:
    """References to records, in their order."""
    return [Reference(record.slug, str(record)) for record in records]
