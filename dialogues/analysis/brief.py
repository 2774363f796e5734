"""A state on one page: what is recorded of it, and what is not."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.analysis.coverage import (
    RECORDED,
    CoverageEntry,
    CoverageStatus,
    ledger_of_participant,
)
from dialogues.models import (
    Dialogue,
    Membership,
    Participant,
    Participation,
    Statement,
)
from dialogues.querysets.themes import THEME_AND_ABOVE
from dialogues.snapshot.memberships import MembershipIndex

MAX_QUOTATIONS = 4


class BriefEntry(NamedTuple):
    """A dialogue as a brief tells it: for which groups the state took the floor, through whom it
    was spoken for, and whether it is known if it spoke itself."""

    dialogue: Dialogue
    mark: CoverageStatus
    on_behalf_of: list[Participant]
    through: list[Participant]
    is_own_known: bool


class ThemedStatement(NamedTuple):
    """A statement of the state, once for each of its themes; `line` has the keys of that and of
    those above it."""

    pk: int
    is_joint: bool
    has_words: bool
    theme: str | None
    theme_slug: str | None
    line: list[int]


@dataclass(frozen=True)
class Brief:
    """What is recorded of a state.

    `record` has the dialogues since it became a member. `joint` is how many of its statements are
    on behalf of others. `themes` has (label, slug, how many statements), most first; `quoted` the
    keys of the newest that quote it, of `quotations` in all.
    """

    state: Participant
    record: list[BriefEntry]
    memberships: list[Membership]
    statements: int
    joint: int
    themes: list[tuple[str, str, int]]
    quoted: list[int]
    quotations: int

    @property
    def recorded(self):
        """Those in which something is recorded of it."""
        return [one for one in self.record if one.mark in RECORDED]

    @property
    def recorded_alike(self):
        """(the dialogues, what is recorded of each of them) of those in which it is the same."""
        alike = {}
        for one in self.recorded:
            same = (one.mark, str(one.on_behalf_of), str(one.through), one.is_own_known)
            alike.setdefault(same, []).append(one)
        return [([one.dialogue for one in found], found[0]) for found in alike.values()]

    @property
    def not_known(self):
        """The dialogues of which it is not known whether it took the floor itself."""
        return [one.dialogue for one in self.record if not one.is_own_known]

    @property
    def not_in_list(self):
        """The dialogues whose full list has not got it."""
        return [one.dialogue for one in self.record if one.mark == CoverageStatus.NOTHING]


def brief_of(state):
    """The Brief of a state. Five queries."""
    dialogues = list(Dialogue.objects.published().held().oldest_first())
    ledger = ledger_of_participant(state, dialogues, MembershipIndex())
    said = _said_by(state)
    quoted = list(dict.fromkeys(one.pk for one in said if one.has_words))
    return Brief(
        state,
        [one for one in _record(ledger, state) if one.mark != CoverageStatus.NOT_MEMBER],
        list(state.memberships.with_names().newest_first()),
        len({one.pk for one in said}),
        len({one.pk for one in said if one.is_joint}),
        _counted(said),
        quoted[:MAX_QUOTATIONS],
        len(quoted),
    )


def _record(ledger, state):
    """A Recorded for each dialogue."""
    speakers = {one.pk: one.participant for one in ledger.speeches}
    for dialogue in ledger.dialogues:
        cell = ledger.cell(dialogue, state) or CoverageEntry()
        groups = {one.for_group for one in cell.speeches if one.took_the_floor and one.for_group}
        yield BriefEntry(
            dialogue,
            ledger.mark(dialogue, state),
            ledger.memberships.named(groups),
            ledger.memberships.named({speakers[pk] for pk in cell.through} - {None} | cell.groups),
            dialogue.has_full_list or bool(cell.interventions),
        )


def _said_by(state):
    """A Spoken for each theme of each of its statements, the newest first. One query."""
    said = Statement.objects.published().filter(participation__participant=state).newest_first()
    columns = ("pk", "participation__capacity", "text", "themes__label", "themes__slug")
    return [
        ThemedStatement(
            pk, capacity == Participation.Capacity.ON_BEHALF, bool(text), label, slug, line
        )
        for pk, capacity, text, label, slug, *line in said.values_list(*columns, *THEME_AND_ABOVE)
    ]


def _counted(said):
    """(label, slug, how many statements on it or below it) of each of its themes, most first."""
    labels = {one.line[0]: (one.theme, one.theme_slug) for one in said if one.theme}
    once = {(theme, one.pk) for one in said for theme in one.line}
    numbers = Counter(theme for theme, _statement in once)
    found = [(*labels[theme], numbers[theme]) for theme in labels]
    return sorted(found, key=lambda one: (-one[2], one[1]))
