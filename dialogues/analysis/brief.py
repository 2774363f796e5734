"""A one-page brief of a state: what is recorded of it, and what is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.analysis.coverage import Ledger, ledger_of_participant
from dialogues.analysis.coverage_entry import CoverageEntry
from dialogues.analysis.coverage_status import RECORDED, CoverageStatus
from dialogues.choices import Capacity
from dialogues.models import Dialogue, Membership, Participant, Statement
from dialogues.querysets.themes import THEME_AND_ABOVE
from dialogues.snapshot.participants import Participants

MAX_QUOTATIONS = 3


class BriefEntry(NamedTuple):
    """What a state did in a dialogue.

    `on_behalf_of` has the groups it took the floor for, `through` the participants that spoke for
    it. `is_own_known`: whether it is known if it took the floor itself.
    """

    dialogue: Dialogue
    status: CoverageStatus
    on_behalf_of: list[Participant]
    through: list[Participant]
    is_own_known: bool


class AlikeEntries(NamedTuple):
    """Dialogues in which the same is recorded of a state, and the first of their entries."""

    dialogues: list[Dialogue]
    entry: BriefEntry


class ThemedStatement(NamedTuple):
    """A statement, once for each of its themes; `line` has the keys of the theme and of those
    above it."""

    pk: int
    is_joint: bool
    has_words: bool
    theme: str | None
    theme_slug: str | None
    line: list[int | None]


class ThemeTotal(NamedTuple):
    """A theme of a state, and how many of its statements are on it or on a sub-theme."""

    label: str
    slug: str
    statements: int


@dataclass(frozen=True)
class Brief:
    """What is recorded of a state.

    `entries` has the dialogues since it became a member of the United Nations. `joint` is how many
    of its statements are on behalf of others. `themes` come most frequent first. `quoted` has the
    keys of the newest statements with a quotation, of `quotations` in total.
    """

    state: Participant
    entries: list[BriefEntry]
    memberships: list[Membership]
    statements: int
    joint: int
    themes: list[ThemeTotal]
    quoted: list[int]
    quotations: int

    @property
    def recorded(self) -> list[BriefEntry]:
        """The entries in which something is recorded of it."""
        return [entry for entry in self.entries if entry.status in RECORDED]

    @property
    def recorded_alike(self) -> list[AlikeEntries]:
        """The recorded entries, in one AlikeEntries where they say the same."""
        alike = defaultdict(list)
        for entry in self.recorded:
            same = entry.status, str(entry.on_behalf_of), str(entry.through), entry.is_own_known
            alike[same].append(entry)
        return [
            AlikeEntries([entry.dialogue for entry in entries], entries[0])
            for entries in alike.values()
        ]

    @property
    def groups(self) -> dict[Participant, list[Membership]]:
        """{group: the memberships of the state in it}."""
        groups = defaultdict(list)
        for membership in self.memberships:
            groups[membership.group].append(membership)
        return dict(groups)

    @property
    def not_known(self) -> list[Dialogue]:
        """The dialogues in which it is not known whether it took the floor itself."""
        return [entry.dialogue for entry in self.entries if not entry.is_own_known]

    @property
    def not_in_list(self) -> list[Dialogue]:
        """The dialogues whose full list of speakers does not name it."""
        nothing = CoverageStatus.NOTHING
        return [entry.dialogue for entry in self.entries if entry.status == nothing]


def brief_of(state: Participant) -> Brief:
    """The Brief of a state. Five queries."""
    dialogues = list(Dialogue.objects.published().held().oldest_first())
    ledger = ledger_of_participant(state, dialogues, Participants().memberships)
    entries = _entries(ledger, state)
    statements = _statements(state)
    quoted = list(dict.fromkeys(row.pk for row in statements if row.has_words))
    return Brief(
        state,
        entries=[entry for entry in entries if entry.status != CoverageStatus.NOT_MEMBER],
        memberships=list(state.memberships.with_names().newest_first()),
        statements=len({row.pk for row in statements}),
        joint=len({row.pk for row in statements if row.is_joint}),
        themes=_theme_totals(statements),
        quoted=quoted[:MAX_QUOTATIONS],
        quotations=len(quoted),
    )


def _entries(ledger: Ledger, state: Participant) -> Iterable[BriefEntry]:
    """A BriefEntry for each dialogue."""
    speakers: dict[int | None, int | None] = {row.pk: row.participant for row in ledger.rows}
    for dialogue in ledger.dialogues:
        entry = ledger.entry(dialogue, state) or CoverageEntry()
        groups = {row.on_behalf_of for row in entry.rows if row.took_the_floor} - {None}
        through = {speakers[pk] for pk in entry.represented_by} - {None} | entry.groups
        yield BriefEntry(
            dialogue,
            ledger.status(dialogue, state),
            on_behalf_of=ledger.memberships.in_order(groups),
            through=ledger.memberships.in_order(through),
            is_own_known=dialogue.has_full_list or bool(entry.interventions),
        )


def _statements(state):
    """A ThemedStatement for each theme of each of its statements, newest first. One query."""
    own = Statement.objects.published().filter(participation__participant=state).newest_first()
    columns = ("pk", "participation__capacity", "text", "themes__label", "themes__slug")
    return [
        ThemedStatement(pk, capacity == Capacity.ON_BEHALF, bool(text), label, slug, line)
        for pk, capacity, text, label, slug, *line in own.values_list(*columns, *THEME_AND_ABOVE)
    ]


def _theme_totals(statements):
    """A ThemeTotal for each theme of these statements, most frequent first."""
    themes = {row.line[0]: (row.theme, row.theme_slug) for row in statements if row.theme}
    each_once = {(theme, row.pk) for row in statements for theme in row.line}
    numbers = Counter(theme for theme, _statement in each_once)
    totals = [ThemeTotal(*names, numbers[theme]) for theme, names in themes.items()]
    return sorted(totals, key=lambda total: (-total.statements, total.slug))
