"""Which states are covered by what was said in which dialogue, and how: the coverage ledger.

A state is covered once, however many groups spoke for it: unions, never sums.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.participation_rows import (
    ParticipationRow,
    as_rows,
    groups_spoken_for,
    participation_rows,
)
from dialogues.choices import Clock
from dialogues.models import Dialogue, Participant, Participation
from dialogues.snapshot.memberships import MembershipIndex

Status = Participation.Status
# Of one who is represented by a participation that did not take the floor.
UNHEARD = "unheard"


class CoverageStatus(TextChoices):
    """What a state's place in a dialogue says, in one word; the first that holds."""

    OWN = "own", _("took the floor")
    BOTH = "both", _("took the floor, and a group spoke for it")
    NAMED = "named", _("spoken for, named by the source")
    ALIGNED = "aligned", _("aligned itself with a statement")
    INSCRIBED = "inscribed", _("inscribed, could not deliver")
    UNHEARD = "unheard", _("to be spoken for by one who could not deliver")
    ROLE = "role", _("chaired, opened, closed or sat on the panel")
    DISSOCIATED = "dissociated", _("asked not to be associated with a group's statement")
    MEMBER = "member", _("member of a group that spoke or was spoken for")
    NOTHING = "nothing", _("nothing recorded")
    UNKNOWN = "list-unknown", _("not known: no full list of speakers")
    NOT_MEMBER = "not-a-member", _("not yet a member of the United Nations")
    NOT_HELD = "not-held", _("no dialogue was held")
    OUTSIDE = "outside", _("not in the group")


RECORDED = (
    CoverageStatus.OWN,
    CoverageStatus.BOTH,
    CoverageStatus.NAMED,
    CoverageStatus.ALIGNED,
    CoverageStatus.INSCRIBED,
    CoverageStatus.UNHEARD,
    CoverageStatus.ROLE,
    CoverageStatus.DISSOCIATED,
    CoverageStatus.MEMBER,
)


MARK_OF_STATUS = {
    Status.ALIGNED: CoverageStatus.ALIGNED,
    Status.INSCRIBED: CoverageStatus.INSCRIBED,
    UNHEARD: CoverageStatus.UNHEARD,
    # Took the floor and not as a delegation does.
    Status.SPOKE: CoverageStatus.ROLE,
    Status.DISSOCIATED: CoverageStatus.DISSOCIATED,
}


@dataclass(slots=True)
class CoverageEntry:
    """What is recorded of one state in one dialogue.

    `speeches` are its own participations; `through` the keys of those that speak for it by name;
    `groups` the keys of the groups it belonged to at the date that were spoken for.
    """

    speeches: list[ParticipationRow] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)

    @property
    def interventions(self):
        """How often it took the floor."""
        return sum(one.took_the_floor for one in self.speeches)

    @property
    def through(self):
        return [one.through for one in self.speeches if one.status == Status.REPRESENTED]

    @property
    def is_covered(self):
        """Whether it spoke or was spoken for."""
        return bool(self.interventions or self.through or self.groups)

    @property
    def is_inscribed(self):
        return any(one.status == Status.INSCRIBED for one in self.speeches)

    @property
    def mark(self):
        """The first CoverageStatus that holds; None where nothing is recorded."""
        if self.interventions:
            return CoverageStatus.BOTH if self.through or self.groups else CoverageStatus.OWN
        if self.through:
            return CoverageStatus.NAMED
        statuses = {one.status for one in self.speeches}
        said = [mark for status, mark in MARK_OF_STATUS.items() if status in statuses]
        return next(iter(said), CoverageStatus.MEMBER if self.groups else None)


@dataclass(frozen=True)
class CoverageTotals:
    """How many states of one dialogue have each mark, and the unions: each state once.

    Where the list of speakers is not full, whoever is counted is at least so many.
    """

    states: int
    marks: Counter
    spoke: int
    interventions: int
    inscribed: int
    covered: int
    is_full: bool

    @property
    def through_a_group(self):
        """How many are covered that are not recorded as taking the floor."""
        return self.covered - self.spoke

    @property
    def told(self):
        """(took the floor, through a group, covered) as they can be told: 73, ≥ 28, or ?."""
        return [self._tell(n) for n in (self.spoke, self.through_a_group, self.covered)]

    def _tell(self, number):
        if self.is_full:
            return str(number)
        return f"≥ {number}" if number else "?"


@dataclass(frozen=True)
class Ledger:
    """What is recorded of each of these states in each of these dialogues.

    `counted` has the keys of the states that count in each dialogue, such as the members of a
    group; None where all do.
    """

    dialogues: list[Dialogue]
    states: list[Participant]
    memberships: MembershipIndex
    cells: dict[tuple[int, int], CoverageEntry]
    speeches: list[ParticipationRow]
    counted: dict[int, set[int]] | None

    def cell(self, dialogue, state):
        """The Cell of a state in a dialogue; None where nothing is recorded."""
        return self.cells.get((dialogue.pk, state.pk))

    def is_counted(self, dialogue, state):
        return self.counted is None or state.pk in self.counted[dialogue.pk]

    def mark(self, dialogue, state):
        """The CoverageStatus of a state in a dialogue."""
        if not self.is_counted(dialogue, state):
            return CoverageStatus.OUTSIDE
        cell = self.cell(dialogue, state)
        return (cell and cell.mark) or absence_status(state, dialogue, self.memberships)

    def totals(self, dialogue):
        """The Totals of a dialogue, of the states that are counted in it."""
        states = [one for one in self.states if self.is_counted(dialogue, one)]
        cells = [cell for one in states if (cell := self.cell(dialogue, one))]
        return CoverageTotals(
            states=sum(not _joined_later(one, dialogue, self.memberships) for one in states),
            marks=Counter(self.mark(dialogue, one) for one in states),
            spoke=sum(bool(cell.interventions) for cell in cells),
            interventions=sum(cell.interventions for cell in cells),
            inscribed=sum(cell.is_inscribed for cell in cells),
            covered=sum(cell.is_covered for cell in cells),
            is_full=dialogue.has_full_list,
        )

    def has_records(self, dialogue):
        """Whether anything is known of a dialogue: its list is full, or some state is recorded."""
        return dialogue.has_full_list or any(
            self.mark(dialogue, one) in RECORDED for one in self.states
        )

    def groups_not_known(self, dialogue):
        """The groups spoken for, or that spoke, whose members are not all recorded."""
        groups = {group for _pk, group, _by in groups_spoken_for(self.speeches_in(dialogue))}
        found, is_whole = self.memberships.named(groups), self.memberships.is_whole
        return [one for one in found if _has_states(one) and not is_whole(one.pk, dialogue.held_on)]

    def speeches_in(self, dialogue):
        return self._by_dialogue.get(dialogue.pk, [])

    @cached_property
    def _by_dialogue(self):
        found = defaultdict(list)
        for one in self.speeches:
            found[one.dialogue].append(one)
        return found


def coverage(dialogues, states=None, group=None, clock=Clock.DATE):
    """The Ledger of dialogues and states; of all member states, if none are given. Three queries.

    With a group, of those who belong to it by the clock: at the date, today, or printed under it.
    """
    dialogues, memberships = list(dialogues), MembershipIndex()
    speeches = participation_rows(dialogues)
    counted = members_by_dialogue(group, clock, dialogues, memberships, speeches) if group else None
    return build_ledger(dialogues, speeches, memberships, states, counted)


def build_ledger(dialogues, speeches, memberships, states=None, counted=None):
    """The Ledger of what was read already. No query."""
    states = memberships.states if states is None else list(states)
    if counted is not None:
        somewhere = set().union(*counted.values())
        states = [one for one in states if one.pk in somewhere]
    cells = _cells(dialogues, {one.pk for one in states}, memberships, speeches)
    return Ledger(dialogues, states, memberships, cells, speeches, counted)


def ledger_of_participant(participant, dialogues, memberships):
    """The Ledger of one participant: what it did, and what was said for its groups. One query."""
    groups = sorted(memberships.groups_ever(participant.pk))
    # Short lists, for which SQLite has its indexes: `among` would go through all participations.
    concerns = Q(participant__in=[participant.pk, *groups]) | Q(on_behalf_of__in=groups)
    concerns |= Q(represents__participant=participant.pk)
    concerning = Participation.objects.public().filter(concerns).distinct()
    return build_ledger(dialogues, as_rows(concerning), memberships, [participant])


def absence_status(participant, dialogue, memberships):
    """The CoverageStatus that says why nothing may be recorded."""
    if not dialogue.was_held:
        return CoverageStatus.NOT_HELD
    if _joined_later(participant, dialogue, memberships):
        return CoverageStatus.NOT_MEMBER
    return CoverageStatus.NOTHING if dialogue.has_full_list else CoverageStatus.UNKNOWN


def _joined_later(participant, dialogue, memberships):
    """Whether a state joined the United Nations after a dialogue. Of the year in which it joined
    the day is that of its regional group."""
    joined = participant.member_since
    if not joined or dialogue.year != joined:
        return bool(joined and dialogue.year < joined)
    return bool(dialogue.held_on) and memberships.is_joining_after(participant.pk, dialogue.held_on)


def _has_states(participant):
    """A civil society organization or a UN entity speaks for no states."""
    return participant.kind not in (Participant.Kind.CIVIL_SOCIETY, Participant.Kind.UN_ENTITY)


def members_by_dialogue(group, clock, dialogues, memberships, speeches):
    """{dialogue: the keys of those who belong to a group by a clock}."""
    printed = defaultdict(set)
    for one in speeches:
        if one.printed_group == group.pk:
            printed[one.dialogue].add(one.participant)
    return {
        one.pk: memberships.members_on(group.pk, clock.day(one.held_on))
        | (printed[one.pk] if clock.is_by_print else set())
        for one in dialogues
    }


def _cells(dialogues, states, memberships, speeches):
    """{(dialogue, state): Cell} where anything is recorded."""
    cells, by_pk = defaultdict(CoverageEntry), {one.pk: one for one in dialogues}
    spoke = {one.pk for one in speeches if one.took_the_floor}
    for one in speeches:
        if one.participant in states:
            is_unheard = one.status == Status.REPRESENTED and one.through not in spoke
            said = one._replace(status=UNHEARD) if is_unheard else one
            cells[one.dialogue, one.participant].speeches.append(said)
    apart = _dissociated(speeches)
    for pk, group, speaker in groups_spoken_for(speeches):
        dialogue = by_pk.get(pk)
        for member in memberships.members_on(group, dialogue.held_on) & states if dialogue else ():
            is_apart = apart & {(pk, member, group), (pk, member, None)}
            joined_later = _joined_later(memberships.participants[member], dialogue, memberships)
            if member != speaker and not is_apart and not joined_later:
                cells[pk, member].groups.add(group)
    return dict(cells)


def _dissociated(speeches):
    """(dialogue, state, group) of each that asked not to be associated with what was said for a
    group; the group is None where it is not recorded which."""
    return {
        (one.dialogue, one.participant, one.for_group)
        for one in speeches
        if one.status == Status.DISSOCIATED
    }
