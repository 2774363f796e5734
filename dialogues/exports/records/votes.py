"""Votes as data."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import DatePrecision, VoteCast, VotingBody
from dialogues.exports.records.base import (
    Address,
    Note,
    Reference,
    Slug,
    Source,
    one_of,
    refer,
)
from dialogues.models import Vote


class BallotRecord(Struct):
    """How a state voted in a roll-call."""

    state: Annotated[Reference, Meta(description="The state.")]
    cast: Annotated[str, one_of(VoteCast, "How it voted.")]
    name_as_printed: Annotated[str, Meta(description="Its name in the source.")]


class VoteRecord(Struct):
    """A decision of a United Nations body on the responsibility to protect."""

    slug: Slug
    address: Address
    name: Annotated[str, Meta(description="What was decided.")]
    body: Annotated[str, one_of(VotingBody, "The body that decided.")]
    held_on: Annotated[date | None, Meta(description="The day.")]
    precision: Annotated[str, one_of(DatePrecision, "How exact the day is.")]
    agenda_item: Annotated[str, Meta(description="The item of the agenda.")]
    symbols: Annotated[str, Meta(description="Of the resolution or draft.")]
    dialogue: Annotated[Reference | None, Meta(description="The dialogue it belongs to.")]
    is_without_vote: Annotated[bool, Meta(description="Whether it was adopted without a vote.")]
    in_favour: Annotated[int | None, Meta(description="As the source counts.")]
    against: Annotated[int | None, Meta(description="As the source counts.")]
    abstaining: Annotated[int | None, Meta(description="As the source counts.")]
    ballots: Annotated[list[BallotRecord], Meta(description="Those that are recorded.")]
    source: Source
    section: Annotated[str, Meta(description="Where in the source.")]
    paragraph: Annotated[str, Meta(description="Where in the section.")]
    editor_note: Note


def vote_record(vote: Vote, base: str) -> VoteRecord:
    """The record of a vote loaded with_record."""
    dialogue = vote.dialogue
    return VoteRecord(
        slug=vote.slug,
        address=base + vote.get_absolute_url(),
        name=vote.title,
        body=vote.body,
        held_on=vote.held_on,
        precision=vote.precision,
        agenda_item=vote.agenda_item,
        symbols=vote.symbols,
        dialogue=Reference(dialogue.slug, dialogue.title) if dialogue else None,
        is_without_vote=vote.is_without_vote,
        in_favour=vote.in_favour,
        against=vote.against,
        abstaining=vote.abstaining,
        ballots=[
            BallotRecord(refer(ballot.participant), ballot.cast, ballot.name_as_printed)
            for ballot in vote.ballots.all()
        ],
        source=refer(vote.source),
        section=vote.section,
        paragraph=vote.paragraph,
        editor_note=vote.editor_note,
    )
