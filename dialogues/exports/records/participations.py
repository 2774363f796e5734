"""Participations as data: who took part in a dialogue, and how."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import Capacity, ParticipationStatus
from dialogues.exports.records.base import (
    Note,
    Reference,
    Source,
    one_of,
    refer,
)
from dialogues.models import Participation


class ParticipationRecord(Struct):
    """A participant, person or office in a dialogue, as a source names it."""

    dialogue: Annotated[Reference, Meta(description="The dialogue.")]
    key: Annotated[str, Meta(description="Unique in the dialogue.")]
    participant: Annotated[Reference | None, Meta(description="The state, group or organization.")]
    person: Annotated[Reference | None, Meta(description="The person, if a source names one.")]
    office: Annotated[str, Meta(description="The office of a person who spoke for it.")]
    capacity: Annotated[str, one_of(Capacity, "For whom it took part.")]
    status: Annotated[str, one_of(ParticipationStatus, "Whether it took the floor.")]
    on_behalf_of: Annotated[Reference | None, Meta(description="The group it spoke for.")]
    on_behalf_of_as_printed: Annotated[
        str, Meta(description="The same in the words of the source.")
    ]
    represented_by: Annotated[
        Reference | None, Meta(description="The participant that spoke for it.")
    ]
    name_as_printed: Annotated[str, Meta(description="Its name in the source.")]
    group_as_printed: Annotated[str, Meta(description="The regional group in the source.")]
    spoke_on: Annotated[date | None, Meta(description="The day, if a source prints it.")]
    source: Source
    section: Annotated[str, Meta(description="Where in the source.")]
    paragraph: Annotated[str, Meta(description="Where in the section.")]
    editor_note: Note


def participation_record(participation: Participation, _base: str) -> ParticipationRecord:
    """The record of a participation loaded with_record."""
    by = participation.represented_by
    dialogue = participation.dialogue
    return ParticipationRecord(
        dialogue=Reference(dialogue.slug, dialogue.title),
        key=participation.key,
        participant=refer(participation.participant),
        person=refer(participation.person),
        office=participation.office,
        capacity=participation.capacity,
        status=participation.status,
        on_behalf_of=refer(participation.on_behalf_of),
        on_behalf_of_as_printed=participation.on_behalf_of_as_printed,
        represented_by=refer(by.participant or by.person) if by else None,
        name_as_printed=participation.name_as_printed,
        group_as_printed=participation.group_as_printed,
        spoke_on=participation.spoke_on,
        source=refer(participation.source),
        section=participation.section,
        paragraph=participation.paragraph,
        editor_note=participation.editor_note,
    )
