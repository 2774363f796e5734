"""How the record counts what sources count: one function for each measure of a figure.

To add a way to compute, write a function here that takes a figure of a dialogue and the Evidence,
and put it under its measure. It returns a Recorded.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from dialogues.analysis.coverage import Ledger
from dialogues.analysis.figure_reasons import (
    NO_RECORD,
    NOT_RECORDED,
    few_are_named,
    groups_not_known,
    list_not_full,
    lists_not_full,
    members_not_known,
    no_day,
    only_some,
    others_not_named,
)
from dialogues.models import (
    Participant,
    Participation,
    ReportedFigure,
    Statement,
)
from dialogues.querysets.themes import THEME_AND_ABOVE

Capacity = Participation.Capacity
SPEAKER = "participation__participant"
Kind, Measure = Participant.Kind, ReportedFigure.Measure


@dataclass(frozen=True)
class Evidence:
    """What is recorded: who is in which dialogue, and which states have statements on a theme.

    `on_themes` has the keys of the states by (dialogue, theme), with the themes below it; `named`
    those of whom each figure names.
    """

    ledger: Ledger
    on_themes: dict[tuple[int, int], set[int]]
    named: dict[int, list[int]]

    @property
    def memberships(self):
        return self.ledger.memberships

    def took_the_floor(self, dialogue, kinds):
        """The speeches of a dialogue by participants of these kinds."""
        speeches = self.ledger.speeches_in(dialogue)
        return [one for one in speeches if one.took_the_floor and one.kind in kinds]

    def series_until(self, dialogue):
        """The dialogues of a series that were held, up to and with this one, or its year."""
        held = [one for one in self.ledger.dialogues if one.was_held and one.series]
        return [
            one
            for one in held
            if one.series == dialogue.series and one.sort_key <= dialogue.sort_key
        ]


@dataclass(frozen=True)
class RecordedCount:
    """What is recorded of the same as a figure counts.

    `number` is None where nothing of the kind is recorded. It counts `participants`, each once.
    `why` says what is missing; where nothing is, more than these cannot be meant. `note` is what
    else is to be known; `beyond` is said of a number too high to be true of the record.
    """

    number: int | None = None
    participants: list[Participant] = field(default_factory=list)
    why: str = ""
    note: str = ""
    beyond: str = ""

    @property
    def is_whole(self):
        return not self.why


def states_on_themes(dialogues, themes):
    """{(dialogue, theme): the states with a statement on it, or on one below it}. One query."""
    said = Statement.objects.published().filter(dialogue__among=list(dialogues)).order_by()
    said = said.filter(participation__participant__kind=Kind.STATE)
    found = defaultdict(set)
    for dialogue, state, *line in said.values_list(
        "dialogue", SPEAKER, *THEME_AND_ABOVE
    ).distinct():
        for theme in themes.intersection(line):
            found[dialogue, theme].add(state)
    return found


def count_speakers(*kinds):
    """A function that counts who took the floor, of these kinds."""

    def count(figure, evidence):
        if figure.theme_id or figure.group_id:
            return RecordedCount(why=only_some())
        dialogue = figure.dialogue
        speeches = evidence.took_the_floor(dialogue, kinds)
        who = {one.participant for one in speeches}
        return RecordedCount(
            len(who),
            evidence.memberships.named(who),
            list_not_full(dialogue, len(who)),
            _more_than_once(len(speeches), len(who), kinds),
        )

    return count


def count_covered(figure, evidence):
    """States that spoke or were spoken for, by name or as members of a group at the date."""
    if figure.theme_id or figure.group_id:
        return RecordedCount(why=only_some())
    dialogue, ledger = figure.dialogue, evidence.ledger
    cells = [(one, ledger.cell(dialogue, one)) for one in ledger.states]
    covered = [(state, cell) for state, cell in cells if cell and cell.is_covered]
    missing = [
        list_not_full(dialogue, len(covered)),
        groups_not_known(ledger.groups_not_known(dialogue)),
        others_not_named(_spoke_for_unnamed(dialogue, evidence)),
    ]
    return RecordedCount(
        len(covered),
        [state for state, _cell in covered],
        " ".join(filter(None, missing)),
        _how_covered([cell for _state, cell in covered]) if covered else "",
    )


def count_ever(figure, evidence):
    """States that took the floor in any dialogue of the series, up to this one."""
    series = evidence.series_until(figure.dialogue)
    states = set().union(*[_spoke(one, evidence) for one in series])
    return RecordedCount(len(states), evidence.memberships.named(states), lists_not_full(series))


def count_every(figure, evidence):
    """States that took the floor in every dialogue of the series, up to this one.

    Where not all lists are full, no state is known to have spoken in every one, nor not to have.
    """
    series = evidence.series_until(figure.dialogue)
    full = [one for one in series if one.has_full_list]
    in_all = set.intersection(*[_spoke(one, evidence) for one in full]) if full else set()
    named = set(evidence.named[figure.pk])
    if why := lists_not_full(series):
        note = _("States it names: %(named)s; recorded in each list that is full: %(n)s.")
        said = note % {"named": len(named), "n": len(in_all & named)} if named and full else ""
        return RecordedCount(why=why, note=said)
    return RecordedCount(len(in_all), evidence.memberships.named(in_all))


def count_members(figure, evidence):
    """Members of a group on the day, of the kind that the figure's unit says."""
    memberships, group = evidence.memberships, figure.group_id
    if not figure.day:
        return RecordedCount(why=no_day())
    kinds = KINDS_OF_UNIT.get(figure.unit_kind)
    members = memberships.named(memberships.members_on(group, figure.day))
    members = [one for one in members if not kinds or one.kind in kinds]
    why = "" if memberships.is_whole(group, figure.day) else members_not_known(len(members))
    return RecordedCount(len(members), members, why)


def count_members_speaking(figure, evidence):
    """Members of a group on the day that took the floor."""
    dialogue, memberships, group = figure.dialogue, evidence.memberships, figure.group_id
    members = memberships.members_on(group, figure.day)
    kinds = KINDS_OF_UNIT.get(figure.unit_kind, tuple(Kind))
    spoke = members & _spoke(dialogue, evidence, kinds)
    missing = [
        "" if memberships.is_whole(group, figure.day) else members_not_known(len(members)),
        list_not_full(dialogue, len(spoke)),
    ]
    return RecordedCount(len(spoke), memberships.named(spoke), " ".join(filter(None, missing)))


def count_positions(figure, evidence):
    """States with a statement on the theme. A source that counts states seldom names them all."""
    dialogue = figure.dialogue
    if not figure.theme_id:
        return RecordedCount(why=_("It is on no theme of this collection."))
    # Who has a statement on a theme need not have taken the position that is counted.
    states = evidence.on_themes.get((dialogue.pk, figure.theme_id), set())
    return RecordedCount(
        participants=evidence.memberships.named(states),
        why=few_are_named(len(states)),
        beyond=_beyond(figure, dialogue, evidence),
    )


def not_recorded(figure, evidence):
    """What the collection has no record of."""
    return RecordedCount(why=str(NOT_RECORDED.get(figure.measure, NO_RECORD)))


KINDS_OF_UNIT = {"states": (Kind.STATE,), "organizations": (Kind.REGIONAL,)}
# What is counted without a dialogue; all else is of one.
OF_A_DAY = (Measure.GROUP_SIZE,)
COUNTED = {
    Measure.SPEAKERS: count_speakers(Kind.STATE),
    Measure.OBSERVERS: count_speakers(Kind.OBSERVER),
    Measure.ORGANIZATIONS: count_speakers(Kind.REGIONAL),
    Measure.CIVIL_SOCIETY: count_speakers(Kind.CIVIL_SOCIETY),
    Measure.COVERAGE: count_covered,
    Measure.EVER: count_ever,
    Measure.EVERY: count_every,
    Measure.GROUP_SIZE: count_members,
    Measure.MEMBERS: count_members_speaking,
    Measure.POSITION: count_positions,
}


def _spoke(dialogue, evidence, kinds=(Kind.STATE,)):
    """The keys of those that took the floor in a dialogue: of the states, if no kinds are given."""
    return {one.participant for one in evidence.took_the_floor(dialogue, kinds)}


def _more_than_once(speeches, who, kinds):
    """What is said where somebody took the floor more than once."""
    if speeches == who or kinds != (Kind.STATE,):
        return ""
    said = _("%(speeches)s interventions by %(states)s states.")
    return said % {"speeches": speeches, "states": who}


def _spoke_for_unnamed(dialogue, evidence):
    """The names of the states that spoke for others who are neither a group here nor named."""
    speeches = evidence.ledger.speeches_in(dialogue)
    named = {one.through for one in speeches}
    unnamed = {
        one.participant
        for one in speeches
        if one.took_the_floor
        and one.capacity == Capacity.ON_BEHALF
        and one.kind in Participant.STATE_KINDS
        and not one.for_group
        and one.pk not in named
    }
    return evidence.memberships.named(unnamed)


def _how_covered(cells):
    spoke = sum(bool(cell.interventions) for cell in cells)
    named = sum(bool(cell.through and not cell.interventions) for cell in cells)
    said = _("Took the floor: %(spoke)s; named as spoken for: %(named)s; as members: %(members)s.")
    return said % {"spoke": spoke, "named": named, "members": len(cells) - spoke - named}


def _beyond(figure, dialogue, evidence):
    """That more are counted than took the floor, where the list of speakers is full."""
    spoke = len(_spoke(dialogue, evidence))
    if not dialogue.has_full_list or figure.value <= spoke:
        return ""
    said = _("%(value)s is more than the %(n)s states that took the floor.")
    return said % {"value": figure.amount, "n": spoke}
