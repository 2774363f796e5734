"""How many member states the United Nations had."""

from collections.abc import Iterable

from dialogues.models import Dialogue
from dialogues.snapshot.memberships import MembershipIndex


def member_states_at(dialogues: Iterable[Dialogue], memberships: MembershipIndex) -> dict[int, int]:
    """{dialogue: the number of member states on its first day}. No query."""
    return {
        dialogue.pk: sum(
            not memberships.joined_later(state, dialogue) for state in memberships.states
        )
        for dialogue in dialogues
    }
