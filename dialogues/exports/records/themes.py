"""Themes as data."""

from typing import Annotated

from msgspec import Meta, Struct

from dialogues.exports.records.base import Address, Reference, Slug, refer, refer_to
from dialogues.models import Theme


class AliasRecord(Struct):
    """Another name of a theme."""

    name: Annotated[str, Meta(description="The name.")]
    language: Annotated[str, Meta(description="A language tag (BCP 47).")]


class ThemeRecord(Struct):
    """A subject of statements."""

    slug: Slug
    address: Address
    name: Annotated[str, Meta(description="The name.")]
    parent: Annotated[Reference | None, Meta(description="The theme it is a part of.")]
    position: Annotated[int, Meta(description="Its place among the themes.")]
    scope_note: Annotated[str, Meta(description="What belongs to it.")]
    aliases: Annotated[list[AliasRecord], Meta(description="Its other names.")]
    initiators: Annotated[list[Reference], Meta(description="Who began the initiative it is.")]


def theme_record(theme: Theme, base: str) -> ThemeRecord:
    """The record of a theme loaded with_record."""
    return ThemeRecord(
        slug=theme.slug,
        address=base + theme.get_absolute_url(),
        name=theme.label,
        parent=refer(theme.parent),
        position=theme.position,
        scope_note=theme.scope_note,
        aliases=[AliasRecord(alias.alias, alias.language) for alias in theme.aliases.all()],
        initiators=refer_to(theme.initiators.all()),
    )
