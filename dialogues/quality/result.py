"""What a check finds: plain values, not yet kept."""

from dataclasses import dataclass

from dialogues.models import (
    Dialogue,
    Finding,
    Participant,
    Statement,
)


@dataclass(frozen=True)
class Found:
    """One contradiction, in words; about a statement, a dialogue or a group."""

    check: Finding.Check
    key: str
    text: str
    dialogue: Dialogue | None = None
    statement: Statement | None = None
    group: Participant | None = None
