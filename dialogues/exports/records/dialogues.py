"""Dialogues as data."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import DialogueFormat, Forum, SpeakerListState
from dialogues.exports.records.base import (
    Address,
    Note,
    Place,
    Reference,
    Slug,
    Year,
    one_of,
    refer_to,
)
from dialogues.models import Dialogue


class WebcastRecord(Struct):
    """A recording of a dialogue."""

    label: Annotated[str, Meta(description="Which part it is.")]
    url: Annotated[str, Meta(description="Where it is; empty if the link is lost.")]
    note: Note


class DialogueRecord(Struct):
    """An event at which states discussed the responsibility to protect, or a year without one."""

    slug: Slug
    address: Address
    name: Annotated[str, Meta(description="The official title.")]
    forum: Annotated[str, one_of(Forum, "The body that met.")]
    format: Annotated[str, one_of(DialogueFormat, "How it met; not-held if it did not.")]
    year: Year
    days: Annotated[list[date], Meta(description="Every day of it; empty if it was not held.")]
    session: Annotated[str, Meta(description="The session of the body.")]
    series: Annotated[str, Meta(description="The series of yearly dialogues that it belongs to.")]
    ordinals_as_printed: Annotated[
        list[str], Meta(description="Its number in the series, as sources print it.")
    ]
    place: Place
    report_title: Annotated[str, Meta(description="The report discussed.")]
    report_symbols: Annotated[list[str], Meta(description="The document symbols of the report.")]
    speaker_list: Annotated[
        str, one_of(SpeakerListState, "How much of the list of speakers is recorded.")
    ]
    speaker_list_note: Annotated[str, Meta(description="What is missing from the list.")]
    summary: Annotated[str, Meta(description="What it was about, in the editors' words.")]
    situations: Annotated[list[Reference], Meta(description="Countries discussed.")]
    webcasts: Annotated[list[WebcastRecord], Meta(description="Recordings of it.")]
    sources: Annotated[list[Reference], Meta(description="Documents about it.")]
    statement_count: Annotated[int, Meta(description="Its published statements.")]
    editor_note: Note


def dialogue_record(dialogue: Dialogue, base: str) -> DialogueRecord:
    """The record of a dialogue loaded with_record."""
    return DialogueRecord(
        slug=dialogue.slug,
        address=base + dialogue.get_absolute_url(),
        name=dialogue.title,
        forum=dialogue.forum,
        format=dialogue.format,
        year=dialogue.year,
        days=dialogue.days,
        session=dialogue.session,
        series=dialogue.series,
        ordinals_as_printed=dialogue.ordinals,
        place=dialogue.place,
        report_title=dialogue.report_title,
        report_symbols=dialogue.symbols,
        speaker_list=dialogue.speaker_list,
        speaker_list_note=dialogue.speaker_list_note,
        summary=dialogue.summary,
        situations=refer_to(dialogue.situations.all()),
        webcasts=[
            WebcastRecord(webcast.label, webcast.url, webcast.note)
            for webcast in dialogue.webcasts.all()
        ],
        sources=refer_to(dialogue.sources.all()),
        statement_count=dialogue.statement_count,
        editor_note=dialogue.editor_note,
    )
