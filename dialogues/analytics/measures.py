"""How the record counts what sources count: one function for each measure of a figure.

To add a way to compute, write a function here that takes a figure, the Evidence and the keys of
those the figure names, and put it under its measure. It returns a Recorded.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.analytics.coverage import Ledger, groups_spoken_for
from dialogues.models import Dialogue, Participant, ReportedFigure, Statement
from dialogues.querysets.themes import THEME_AND_ABOVE

SPEAKER = "participation__participant"
Kind, Measure = Participant.Kind, ReportedFigure.Measure


@dataclass(frozen=True)
class Evidence:
    """What is recorded: who is in which dialogue, and which states have statements on a theme.

    `on_themes` has the keys of the states by (dialogue, theme), with the themes below it.
    """

    ledger: Ledger
    on_themes: dict[tuple[int, int], set[int]]

    @property
    def memberships(self):
        return self.ledger.memberships

    def took_the_floor(self, dialogue, kinds):
        """The speeches of a dialogue by participants of these kinds."""
        return [
            one
            for one in self.ledger.speeches
            if one.dialogue == dialogue.pk and one.took_the_floor and one.kind in kinds
        ]

    def series_until(self, dialogue):
        """The dialogues of a series that were held, up to and with this one."""
        held = [one for one in self.ledger.dialogues if one.was_held]
        in_series = [one for one in held if one.series and one.series == dialogue.series]
        return [one for one in in_series if one.held_on <= dialogue.held_on]


@dataclass(frozen=True)
class Recorded:
    """What is recorded of the same as a figure counts.

    `number` is None where nothing of the kind is recorded. It counts `participants`, each once.
    `is_whole` says that more than these cannot be meant; else `why` says what is missing. `note`
    is what else is to be known; `beyond` is said of a number too high to be true of the record.
    """

    number: int | None = None
    participants: list[Participant] = field(default_factory=list)
    is_whole: bool = False
    why: str = ""
    note: str = ""
    beyond: str = ""


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

    def count(figure, evidence, named):
        if not (dialogue := figure.dialogue):
            return _no_dialogue()
        speeches = evidence.took_the_floor(dialogue, kinds)
        who = {one.participant for one in speeches}
        return Recorded(
            len(who),
            evidence.memberships.named(who),
            dialogue.has_full_list,
            _list_not_full(dialogue, len(who)),
            _more_than_once(len(speeches), len(who), kinds),
        )

    return count


def count_covered(figure, evidence, named):
    """States that spoke or were spoken for, by name or as members of a group at the date."""
    if not (dialogue := figure.dialogue):
        return _no_dialogue()
    cells = [(one, evidence.ledger.cell(dialogue, one)) for one in evidence.ledger.states]
    covered = [(state, cell) for state, cell in cells if cell and cell.is_covered]
    why = [] if dialogue.has_full_list else [_list_not_full(dialogue, len(covered))]
    if unknown := _groups_not_known(dialogue, evidence):
        why.append(_("The members of these are not all recorded: %s.") % ", ".join(unknown))
    if unnamed := _spoke_for_unnamed(dialogue, evidence):
        why.append(_("For whom these spoke is not recorded by name: %s.") % ", ".join(unnamed))
    return Recorded(
        len(covered),
        [state for state, _cell in covered],
        not why,
        " ".join(why),
        _how_covered([cell for _state, cell in covered]) if covered else "",
    )


def count_ever(figure, evidence, named):
    """States that took the floor in any dialogue of the series, up to this one."""
    if not (dialogue := figure.dialogue):
        return _no_dialogue()
    series = evidence.series_until(dialogue)
    spoke = [_spoke(one, evidence) for one in series]
    return _over_series(series, set().union(*spoke), evidence)


def count_every(figure, evidence, named):
    """States that took the floor in every dialogue of the series, up to this one.

    The dialogues whose lists are full are counted; where not all are, no state is known to have
    spoken in every one, nor not to have.
    """
    if not (dialogue := figure.dialogue):
        return _no_dialogue()
    series = evidence.series_until(dialogue)
    full = [one for one in series if one.has_full_list]
    in_all = set.intersection(*[_spoke(one, evidence) for one in full]) if full else set()
    recorded = _over_series(series, in_all, evidence)
    if recorded.is_whole:
        return recorded
    note = _("States it names: %(named)s; recorded in each list that is full: %(n)s.")
    said = note % {"named": len(named), "n": len(in_all & set(named))} if named and full else ""
    return Recorded(None, [], False, recorded.why, said)


def count_members(figure, evidence, named):
    """Members of a group on the day."""
    memberships, group = evidence.memberships, figure.group_id
    members = memberships.members_on(group, figure.day)
    if figure.is_of_organizations:
        members -= {one.pk for one in memberships.states}
    return Recorded(
        len(members),
        memberships.named(members),
        memberships.is_whole(group),
        _members_not_known(len(members)),
    )


def count_members_speaking(figure, evidence, named):
    """Members of a group on the day that took the floor."""
    if not (dialogue := figure.dialogue):
        return _no_dialogue()
    members = evidence.memberships.members_on(figure.group_id, figure.day)
    spoke = members & _spoke(dialogue, evidence)
    is_known = evidence.memberships.is_whole(figure.group_id)
    why = [] if is_known else [_members_not_known(len(members))]
    why += [] if dialogue.has_full_list else [_list_not_full(dialogue, len(spoke))]
    return Recorded(len(spoke), evidence.memberships.named(spoke), not why, " ".join(why))


def count_positions(figure, evidence, named):
    """States with a statement on the theme. A source that counts states seldom names them all."""
    if not (dialogue := figure.dialogue) or not figure.theme_id:
        return _no_dialogue()
    states = evidence.on_themes.get((dialogue.pk, figure.theme_id), set())
    why = ngettext(
        "A summary counts states and names few of them: %s state has a statement on it here.",
        "A summary counts states and names few of them: %s states have a statement on it here.",
        len(states),
    )
    # What is counted of another day is not of those who spoke in the dialogue.
    is_of_the_day = not figure.counted_on or figure.counted_on == dialogue.held_on
    return Recorded(
        len(states) if is_of_the_day else None,
        evidence.memberships.named(states) if is_of_the_day else [],
        False,
        why % len(states) if is_of_the_day else _("It is of another day than the dialogue."),
        beyond=_beyond(figure, dialogue, evidence) if is_of_the_day else "",
    )


def not_recorded(figure, evidence, named):
    """What the collection has no record of."""
    return Recorded(why=str(NOT_RECORDED.get(figure.measure, NO_RECORD)))


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


def _spoke(dialogue, evidence):
    """The keys of the states that took the floor in a dialogue."""
    return {one.participant for one in evidence.took_the_floor(dialogue, [Kind.STATE])}


def _over_series(series, states, evidence):
    """The Recorded of states counted over a series."""
    full = [one for one in series if one.has_full_list]
    why = _("Dialogues of the series up to then: %(all)s; with a full list of speakers: %(full)s.")
    return Recorded(
        len(states),
        evidence.memberships.named(states),
        len(full) == len(series),
        why % {"all": len(series), "full": len(full)},
    )


def _no_dialogue():
    return Recorded(why=_("It is of no dialogue of this collection."))


def _list_not_full(dialogue, number):
    if dialogue.has_full_list:
        return ""
    if dialogue.speaker_list == Dialogue.SpeakerList.NOT_ENTERED:
        return _("No list of speakers is recorded.")
    if not number:
        return _("The list of speakers is incomplete, and none is recorded.")
    return _("The list of speakers is incomplete. Recorded: %s.") % number


def _more_than_once(speeches, who, kinds):
    """What is said where somebody took the floor more than once."""
    if speeches == who or kinds != (Kind.STATE,):
        return ""
    said = _("%(speeches)s interventions by %(states)s states.")
    return said % {"speeches": speeches, "states": who}


def _groups_not_known(dialogue, evidence):
    """The names of the groups spoken for whose members are not all recorded."""
    groups = {
        group
        for where, group, _speaker in groups_spoken_for(evidence.ledger.speeches)
        if where == dialogue.pk and not _has_no_states(evidence.memberships.participants[group])
    }
    whole = evidence.memberships.is_whole
    return [one.name for one in evidence.memberships.named(groups) if not whole(one.pk)]


def _spoke_for_unnamed(dialogue, evidence):
    """The names of the states that spoke for others who are neither a group here nor named."""
    speeches = [one for one in evidence.ledger.speeches if one.dialogue == dialogue.pk]
    named = {one.through for one in speeches}
    unnamed = {
        one.participant
        for one in speeches
        if one.took_the_floor
        and one.capacity == "on-behalf"
        and one.kind in Participant.STATE_KINDS
        and not one.for_group
        and one.pk not in named
    }
    return [one.name for one in evidence.memberships.named(unnamed)]


def _has_no_states(participant):
    """A civil society organization or a UN entity speaks for no states."""
    return participant.kind in (Kind.CIVIL_SOCIETY, Kind.UN_ENTITY)


def _how_covered(cells):
    spoke = sum(bool(cell.interventions) for cell in cells)
    named = sum(bool(cell.through and not cell.interventions) for cell in cells)
    said = _("Took the floor: %(spoke)s; named as spoken for: %(named)s; as members: %(members)s.")
    return said % {"spoke": spoke, "named": named, "members": len(cells) - spoke - named}


def _members_not_known(number):
    if not number:
        return _("No member on that day is recorded.")
    return _("Its members on that day are known in part. Recorded: %s.") % number


def _beyond(figure, dialogue, evidence):
    """That more are counted than took the floor, where the list of speakers is full."""
    spoke = len(_spoke(dialogue, evidence))
    if not dialogue.has_full_list or figure.value <= spoke:
        return ""
    said = _("%(value)s is more than the %(n)s states that took the floor.")
    return said % {"value": figure.amount, "n": spoke}


NO_RECORD = gettext_lazy("The collection does not record it.")
NOT_RECORDED = {
    Measure.PARTICIPANTS: gettext_lazy("Who was in the room is not recorded."),
    Measure.VOTE: gettext_lazy("How each state voted is not recorded."),
}
