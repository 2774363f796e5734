"""Which states are covered by what was said in which dialogue, and how: the coverage ledger.

A state is covered once, however many groups spoke for it: unions, never sums.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.belonging import Memberships
from dialogues.clocks import Clock
from dialogues.models import Dialogue, Participant, Participation
from dialogues.querysets.participations import FLOOR

SPOKE, REPRESENTED = Participation.Status.SPOKE, Participation.Status.REPRESENTED


class Mark(TextChoices):
    """What a state's place in a dialogue says, in one word; the first that holds."""

    OWN = "own", _("took the floor")
    BOTH = "both", _("took the floor, and a group spoke for it")
    NAMED = "named", _("only through a group, named by the source")
    ALIGNED = "aligned", _("aligned itself with a statement")
    INSCRIBED = "inscribed", _("inscribed, could not deliver")
    DISSOCIATED = "dissociated", _("asked not to be associated with a group's statement")
    MEMBER = "member", _("only through a group, as its member at the date")
    NOTHING = "nothing", _("nothing recorded")
    UNKNOWN = "list-unknown", _("not known: no full list of speakers")
    NOT_MEMBER = "not-a-member", _("not yet a member of the United Nations")
    NOT_HELD = "not-held", _("no dialogue was held")
    OUTSIDE = "outside", _("not in the group")


RECORDED = (
    Mark.OWN,
    Mark.BOTH,
    Mark.NAMED,
    Mark.ALIGNED,
    Mark.INSCRIBED,
    Mark.DISSOCIATED,
    Mark.MEMBER,
)


class Speech(NamedTuple):
    """A participation as a plain row. `for_group` is the group that is spoken for, `through` the
    participation that speaks for one who is represented."""

    pk: int
    dialogue: int
    participant: int
    kind: str
    status: str
    capacity: str
    for_group: int | None
    through: int | None
    printed_group: int | None
    name_as_printed: str

    @property
    def took_the_floor(self):
        """Whether it spoke as delegations do, without a role of its own."""
        return self.status == SPOKE and self.capacity in FLOOR


COLUMNS = (
    "pk",
    "dialogue",
    "participant",
    "participant__kind",
    "status",
    "capacity",
    "on_behalf_of",
    "represented_by",
    "printed_group",
    "name_as_printed",
)


@dataclass(slots=True)
class Cell:
    """What is recorded of one state in one dialogue.

    `speeches` are its own participations; `through` the keys of those that speak for it by name;
    `groups` the keys of the groups it belonged to at the date that were spoken for.
    """

    speeches: list[Speech] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)

    @property
    def interventions(self):
        """How often it took the floor."""
        return sum(one.took_the_floor for one in self.speeches)

    @property
    def through(self):
        return [one.through for one in self.speeches if one.status == REPRESENTED]

    @property
    def is_covered(self):
        """Whether it spoke or was spoken for."""
        return bool(self.interventions or self.through or self.groups)

    @property
    def mark(self):
        """The first Mark that holds; None where nothing is recorded."""
        statuses = {one.status for one in self.speeches}
        through = bool(self.through or self.groups)
        if self.interventions:
            return Mark.BOTH if through else Mark.OWN
        if self.through:
            return Mark.NAMED
        for mark in (Mark.ALIGNED, Mark.INSCRIBED, Mark.DISSOCIATED):
            if mark in statuses:
                return mark
        return Mark.MEMBER if self.groups else None


@dataclass(frozen=True)
class Totals:
    """How many states of one dialogue have each mark, and the unions: each state once."""

    states: int
    marks: Counter
    spoke: int
    interventions: int
    covered: int

    @property
    def only_through_a_group(self):
        return self.covered - self.spoke


@dataclass(frozen=True)
class Ledger:
    """What is recorded of each of these states in each of these dialogues.

    `counted` has the keys of the states that count in each dialogue, such as the members of a
    group; None where all do.
    """

    dialogues: list[Dialogue]
    states: list[Participant]
    memberships: Memberships
    cells: dict[tuple[int, int], Cell]
    speeches: list[Speech]
    counted: dict[int, set[int]] | None

    def cell(self, dialogue, state):
        """The Cell of a state in a dialogue; None where nothing is recorded."""
        return self.cells.get((dialogue.pk, state.pk))

    def is_counted(self, dialogue, state):
        return self.counted is None or state.pk in self.counted[dialogue.pk]

    def mark(self, dialogue, state):
        """The Mark of a state in a dialogue."""
        if not self.is_counted(dialogue, state):
            return Mark.OUTSIDE
        cell = self.cell(dialogue, state)
        return (cell and cell.mark) or Mark(absence(state, dialogue))

    def row(self, state):
        """The Mark of a state in each dialogue, in their order."""
        return [self.mark(dialogue, state) for dialogue in self.dialogues]

    def totals(self, dialogue):
        """The Totals of a dialogue, of the states that are counted in it."""
        states = [one for one in self.states if self.is_counted(dialogue, one)]
        cells = [cell for one in states if (cell := self.cell(dialogue, one))]
        return Totals(
            states=sum(not _joined_later(one, dialogue) for one in states),
            marks=Counter(self.mark(dialogue, one) for one in states),
            spoke=sum(bool(cell.interventions) for cell in cells),
            interventions=sum(cell.interventions for cell in cells),
            covered=sum(cell.is_covered for cell in cells),
        )


def coverage(dialogues, states=None, group=None, clock=Clock.DATE):
    """The Ledger of dialogues and states; of all member states, if none are given. Three queries.

    With a group, of those who belong to it by the clock: at the date, today, or printed under it.
    """
    dialogues, memberships = list(dialogues), Memberships()
    speeches = speeches_of(dialogues)
    counted = counted_in(group, clock, dialogues, memberships, speeches) if group else None
    return ledger_of(dialogues, speeches, memberships, states, counted)


def ledger_of(dialogues, speeches, memberships, states=None, counted=None):
    """The Ledger of what was read already. No query."""
    states = memberships.states if states is None else list(states)
    if counted is not None:
        somewhere = set().union(*counted.values())
        states = [one for one in states if one.pk in somewhere]
    cells = _cells(dialogues, {one.pk for one in states}, memberships, speeches)
    return Ledger(dialogues, states, memberships, cells, speeches, counted)


def ledger_of_one(participant, dialogues, memberships):
    """The Ledger of one participant: what it did, and what was said for its groups. One query."""
    groups = sorted(memberships.groups_ever(participant.pk))
    # Short lists, for which SQLite has its indexes: `among` would go through all participations.
    by_it_or_them = Q(participant__in=[participant.pk, *groups])
    concerning = Participation.objects.public().filter(by_it_or_them | Q(on_behalf_of__in=groups))
    return ledger_of(dialogues, as_speeches(concerning), memberships, [participant])


def speeches_of(dialogues):
    """A Speech for each participation of a participant in these dialogues. One query."""
    return as_speeches(Participation.objects.filter(dialogue__among=[one.pk for one in dialogues]))


def as_speeches(participations):
    """A Speech for each of these participations that has a participant. One query."""
    found = participations.exclude(participant=None).in_order().values_list(*COLUMNS)
    return [Speech(*row) for row in found]


def absence(participant, dialogue):
    """Why nothing may be recorded: "not-held", "not-a-member", "list-unknown" or "nothing"."""
    if not dialogue.was_held:
        return "not-held"
    if _joined_later(participant, dialogue):
        return "not-a-member"
    return "nothing" if dialogue.has_full_list else "list-unknown"


def _joined_later(participant, dialogue):
    return bool(participant.member_since and dialogue.year < participant.member_since)


def counted_in(group, clock, dialogues, memberships, speeches):
    """{dialogue: the keys of those who belong to a group by a clock}."""
    printed = defaultdict(set)
    for one in speeches:
        if one.printed_group == group.pk:
            printed[one.dialogue].add(one.participant)
    today = timezone.localdate()
    found = {}
    for one in dialogues:
        day = today if clock == Clock.TODAY else one.held_on
        held = set() if clock == Clock.PRINTED else memberships.members_on(group.pk, day)
        with_printed = clock in (Clock.PRINTED, Clock.EITHER)
        found[one.pk] = held | printed[one.pk] if with_printed else held
    return found


def _cells(dialogues, states, memberships, speeches):
    """{(dialogue, state): Cell} where anything is recorded."""
    cells = defaultdict(Cell)
    for one in speeches:
        if one.participant in states:
            cells[one.dialogue, one.participant].speeches.append(one)
    days = {one.pk: one.held_on for one in dialogues}
    apart = {(one.dialogue, one.participant) for one in speeches if one.status == Mark.DISSOCIATED}
    for dialogue, group, speaker in groups_spoken_for(speeches):
        for member in memberships.members_on(group, days[dialogue]) & states:
            if member != speaker and (dialogue, member) not in apart:
                cells[dialogue, member].groups.add(group)
    return dict(cells)


def groups_spoken_for(speeches):
    """(dialogue, group, speaker) of each group that somebody spoke for, or that spoke itself.

    A regional organization that takes the floor speaks for those who belong to it.
    """
    for one in speeches:
        if one.took_the_floor:
            if one.for_group:
                yield one.dialogue, one.for_group, one.participant
            elif one.kind not in Participant.STATE_KINDS:
                yield one.dialogue, one.participant, one.participant
