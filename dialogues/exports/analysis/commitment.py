"""Members or supporters, and what each of them did, as a table."""

from collections.abc import Iterator
from typing import NamedTuple

from dialogues.analysis.commitment import Commitment, CommitmentStatus
from dialogues.exports.analysis.values import dialogue_values
from dialogues.exports.tables import Table


class CommitmentRow(NamedTuple):
    """One state that is committed on the day of one dialogue."""

    dialogue: str
    date: str
    year: int
    forum: str
    state: str
    state_address: str
    said: str
    said_in_words: str
    statements_on_the_theme: int


def commitment_table(commitment: Commitment) -> Table:
    """A CommitmentRow for each dialogue and each state that is committed on its day."""
    return Table(CommitmentRow, _rows(commitment))


def _rows(commitment: Commitment) -> Iterator[CommitmentRow]:
    for dialogue in commitment.ledger.dialogues:
        for state in commitment.states:
            status = commitment.status(dialogue, state)
            if status != CommitmentStatus.OUTSIDE:
                yield CommitmentRow(
                    *dialogue_values(dialogue),
                    state=state.name,
                    state_address=state.get_absolute_url(),
                    said=status.value,
                    said_in_words=str(status.label),
                    statements_on_the_theme=commitment.mentioned[dialogue.pk, state.pk],
                )
