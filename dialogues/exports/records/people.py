"""People as data."""

from typing import Annotated

from msgspec import Meta, Struct

from dialogues.exports.records.base import Address, Note, Slug
from dialogues.models import Person


class PersonRecord(Struct):
    """A person whom a source names. The offices are in participations."""

    slug: Slug
    address: Address
    name: Annotated[str, Meta(description="The name.")]
    also_known_as: Annotated[str, Meta(description="Other spellings, separated by semicolons.")]
    note: Note


def person_record(person: Person, base: str) -> PersonRecord:
    return PersonRecord(
        slug=person.slug,
        address=base + person.get_absolute_url(),
        name=person.name,
        also_known_as=person.also_known_as,
        note=person.note,
    )
