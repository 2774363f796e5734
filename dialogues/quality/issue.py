"""What a check yields: plain values, not saved yet."""

from dataclasses import dataclass

from dialogues.models import (
    Dialogue,
    Finding,
    Participant,
    Statement,
)


@dataclass(frozen=True)
class Issue:
    """One contradiction or gap, as a sentence; about a statement, a dialogue or a group.

    `key` identifies it within its check from one run to the next.
    """

    check: Finding.Check
    key: str
    text: str
    dialogue: Dialogue | None = None
    statement: Statement | None = None
    group: Participant | None = None
