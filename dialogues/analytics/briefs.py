"""A state on one page: what is recorded of it, and what is not."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dialogues.analytics.coverage import Ledger, Mark, ledger_of_one
from dialogues.belonging import Memberships
from dialogues.models import Dialogue, Membership, Participant, Statement

MOST_QUOTED = 8


class Spoken(NamedTuple):
    """A statement of the state as a brief needs it."""

    pk: int
    day: date | None
    has_words: bool
    theme: str | None
    theme_slug: str | None


@dataclass(frozen=True)
class Brief:
    """What is recorded of a state.

    `themes` counts its statements by (label, slug), most first; `quoted` has the keys of the
    newest that quote it, and `quotations` how many there are.
    """

    state: Participant
    ledger: Ledger
    memberships: list[Membership]
    statements: int
    themes: list[tuple[str, str, int]]
    quoted: list[int]
    quotations: int

    @property
    def record(self):
        """(dialogue, Mark, what is recorded) for each dialogue since it became a member."""
        return [
            (one, self.ledger.mark(one, self.state), self.ledger.cell(one, self.state))
            for one in self.ledger.dialogues
            if self.ledger.mark(one, self.state) != Mark.NOT_MEMBER
        ]

    @property
    def not_known(self):
        """The dialogues of which no full list of speakers is recorded, and nothing else of it."""
        return [one for one, mark, _cell in self.record if mark == Mark.UNKNOWN]

    @property
    def recorded(self):
        """Those in which something is recorded of it."""
        return [row for row in self.record if row[1] not in (Mark.UNKNOWN, Mark.NOTHING)]

    @property
    def not_in_list(self):
        """The dialogues whose full list has not got it."""
        return [one for one, mark, _cell in self.record if mark == Mark.NOTHING]


def brief_of(state):
    """The Brief of a state. Five queries."""
    dialogues = list(Dialogue.objects.published().held().oldest_first())
    ledger = ledger_of_one(state, dialogues, Memberships())
    said = _said_by(state)
    quoted = list(dict.fromkeys(one.pk for one in said if one.has_words))
    return Brief(
        state,
        ledger,
        list(state.memberships.with_names().newest_first()),
        len({one.pk for one in said}),
        _counted(said),
        quoted[:MOST_QUOTED],
        len(quoted),
    )


def _said_by(state):
    """A Spoken for each theme of each of its statements, the newest first. One query."""
    said = Statement.objects.published().filter(participation__participant=state).newest_first()
    rows = said.values_list("pk", "dialogue__held_on", "text", "themes__label", "themes__slug")
    return [Spoken(pk, day, bool(text), label, slug) for pk, day, text, label, slug in rows]


def _counted(said):
    """(label, slug, how many statements) of each theme, most first."""
    numbers = Counter((one.theme, one.theme_slug) for one in said if one.theme)
    return [(label, slug, n) for (label, slug), n in numbers.most_common()]
