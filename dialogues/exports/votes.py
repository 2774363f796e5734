"""Votes, and how states voted, as tables."""

from collections.abc import Iterable
from typing import NamedTuple

from dialogues.exports.analysis.values import iso_day, yes_if
from dialogues.exports.tables import Table
from dialogues.models import Ballot, Vote


class VoteRow(NamedTuple):
    """One vote, with the counts that its source prints. None is a count that it does not print."""

    vote: str
    title: str
    body: str
    date: str
    date_known_to: str
    agenda_item: str
    symbols: str
    dialogue: str
    adopted_without_a_vote: str
    in_favour: int | None
    against: int | None
    abstaining: int | None
    source: str
    source_link: str
    editor_note: str


class BallotRow(NamedTuple):
    """How one state voted."""

    vote: str
    date: str
    state: str
    state_address: str
    iso3: str
    name_as_printed: str
    cast: str


def votes_table(votes: Iterable[Vote]) -> Table:
    """A VoteRow for each vote; needs with_page()."""
    return Table(VoteRow, (_vote_row(vote) for vote in votes))


def ballots_table(vote: Vote, ballots: Iterable[Ballot]) -> Table:
    """A BallotRow for each ballot of a vote; needs with_state()."""
    return Table(BallotRow, (_ballot_row(vote, ballot) for ballot in ballots))


def _vote_row(vote):
    return VoteRow(
        vote=vote.slug,
        title=vote.title,
        body=vote.get_body_display(),
        date=iso_day(vote.held_on),
        date_known_to=vote.get_precision_display(),
        agenda_item=vote.agenda_item,
        symbols=vote.symbols,
        dialogue=vote.dialogue.slug if vote.dialogue else "",
        adopted_without_a_vote=yes_if(vote.is_without_vote),
        in_favour=vote.in_favour,
        against=vote.against,
        abstaining=vote.abstaining,
        source=str(vote.source),
        source_link=vote.source_link,
        editor_note=vote.editor_note,
    )


def _ballot_row(vote, ballot):
    state = ballot.participant
    return BallotRow(
        vote=vote.slug,
        date=iso_day(vote.held_on),
        state=state.name,
        state_address=state.get_absolute_url(),
        iso3=state.iso3,
        name_as_printed=ballot.name_as_printed,
        cast=ballot.cast,
    )
