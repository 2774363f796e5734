"""Engagements as data."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import DatePrecision, EngagementKind
from dialogues.exports.records.base import (
    Address,
    Note,
    Place,
    PrintedDate,
    Reference,
    Source,
    one_of,
    refer,
    refer_to,
)
from dialogues.models import Engagement


class EngagementRecord(Struct):
    """A meeting, workshop, briefing or mission of an office with others."""

    key: Annotated[str, Meta(description="It does not change.")]
    address: Address
    name: Annotated[str, Meta(description="The title.")]
    kind: Annotated[str, one_of(EngagementKind, "What it was.")]
    date_as_printed: PrintedDate
    begins_on: Annotated[date | None, Meta(description="The first day.")]
    ends_on: Annotated[date | None, Meta(description="The last day.")]
    precision: Annotated[str, one_of(DatePrecision, "How exact the days are.")]
    place: Place
    country: Annotated[Reference | None, Meta(description="The country.")]
    organizations: Annotated[list[Reference], Meta(description="Organizations that took part.")]
    people: Annotated[list[Reference], Meta(description="People who took part.")]
    summary: Annotated[str, Meta(description="In the editors' words.")]
    source: Source
    section: Annotated[str, Meta(description="Where in the source.")]
    paragraph: Annotated[str, Meta(description="Where in the section.")]
    editor_note: Note


def engagement_record(engagement: Engagement, base: str) -> EngagementRecord:
    """The record of an engagement loaded with_listing."""
    return EngagementRecord(
        key=engagement.key,
        address=base + engagement.get_absolute_url(),
        name=engagement.title,
        kind=engagement.kind,
        date_as_printed=engagement.date_as_printed,
        begins_on=engagement.begins_on,
        ends_on=engagement.ends_on,
        precision=engagement.precision,
        place=engagement.place,
        country=refer(engagement.country),
        organizations=refer_to(engagement.organizations.all()),
        people=refer_to(engagement.people.all()),
        summary=engagement.summary,
        source=refer(engagement.source),
        section=engagement.section,
        paragraph=engagement.paragraph,
        editor_note=engagement.editor_note,
    )
