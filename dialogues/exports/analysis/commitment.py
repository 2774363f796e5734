"""Who is committed, and what they said, as a table."""

from typing import NamedTuple

from dialogues.exports.analysis.values import of_dialogue
from dialogues.exports.tables import Table


class CommitmentRow(NamedTuple):
    """One who is committed at the date of one dialogue."""

    dialogue: str
    date: str
    year: int
    forum: str
    state: str
    state_address: str
    said: str
    said_in_words: str
    statements_on_the_theme: int


def commitment_table(commitment):
    """A CommitmentRow for each dialogue and each one committed at its date."""
    return Table(CommitmentRow, _commitment_rows(commitment))


def _commitment_rows(commitment):
    for dialogue in commitment.ledger.dialogues:
        for state in commitment.states:
            word = commitment.word(dialogue, state)
            if word != word.OUTSIDE:
                who = state.name, state.get_absolute_url()
                number = commitment.mentioned[dialogue.pk, state.pk]
                yield CommitmentRow(
                    *of_dialogue(dialogue), *who, word.value, str(word.label), number
                )
