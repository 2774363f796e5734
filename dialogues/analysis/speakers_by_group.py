"""How many states of each regional group took the floor, dialogue by dialogue."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from dialogues.choices import Clock, ParticipantKind
from dialogues.models import (
    Dialogue,
    Participant,
    Participation,
    ReportedFigure,
)
from dialogues.snapshot.registry import registry_at


@dataclass(frozen=True)
class DialogueSpeakers:
    """The states recorded as speaking in one dialogue, and what its sources count.

    `by_group` has the number of states by regional group, None for a state in none; it is empty
    where the list of speakers is not recorded in full: a part of a list is no total.
    """

    dialogue: Dialogue
    by_group: dict[Participant | None, int]
    reported: list[ReportedFigure]

    @property
    def is_known(self):
        """Whether the list of speakers is recorded in full."""
        return self.dialogue.has_full_list

    @property
    def states(self):
        """How many states, each once."""
        return sum(self.by_group.values())


def speakers_by_group(dialogues, edition, clock=Clock.EITHER):
    """(groups, a Speakers for each of these dialogues in order). Two queries and the Registry.

    A state counts in its regional group by the clock; without one of them, in the one that the
    source prints it under, or, where none is printed, that it belonged to on the first day.
    """
    dialogues = list(dialogues)
    around, spoke, reported = registry_at(edition), _spoke(dialogues), _reported(dialogues)
    found = []
    for dialogue in dialogues:
        printed = spoke[dialogue.pk].items()
        counts = Counter(_group_of(around, *state, dialogue.held_on, clock) for state in printed)
        by_group = {one: counts[one] for one in [*around.regional_groups, None] if counts[one]}
        found.append(DialogueSpeakers(dialogue, by_group, reported[dialogue.pk]))
    return around.regional_groups, found


def _group_of(around, state, printed, held_on, clock):
    """The regional group that a state counts in; None when it is in none."""
    under = [one for one in around.regional_groups if clock.is_by_print and one.pk == printed]
    held = around.memberships.regional_on(state, clock.day(held_on))
    return next(iter(under or held), None)


def _spoke(dialogues):
    """{dialogue: {state: the group it is printed under}} of those with a full list of speakers."""
    full = [one.pk for one in dialogues if one.has_full_list]
    spoke = defaultdict(dict)
    floor = (
        Participation.objects.took_the_floor()
        .from_the_floor()
        .filter(participant__kind=ParticipantKind.STATE)
    )
    floor = floor.filter(dialogue__among=full)
    floor = floor.order_by("position", "pk")
    for dialogue, state, printed in floor.values_list("dialogue", "participant", "printed_group"):
        spoke[dialogue][state] = spoke[dialogue].get(state) or printed
    return spoke


def _reported(dialogues):
    """{dialogue: [figure]} of the numbers of states that sources count as speaking."""
    reported = defaultdict(list)
    counted = ReportedFigure.objects.filter(measure=ReportedFigure.Measure.SPEAKERS)
    counted = counted.filter(dialogue__among=[one.pk for one in dialogues])
    for figure in counted.select_related("source").in_order():
        reported[figure.dialogue_id].append(figure)
    return reported
