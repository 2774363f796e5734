"""How many states of each regional group took the floor, dialogue by dialogue."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dialogues.choices import Clock, FigureMeasure, ParticipantKind
from dialogues.models import Dialogue, Participant, Participation, ReportedFigure
from dialogues.snapshot.registry import registry_at


@dataclass(frozen=True)
class DialogueSpeakers:
    """The states recorded as speaking in one dialogue, and the numbers its sources print.

    `by_group` has the number of states by regional group, None for a state in none. It is empty
    where the list of speakers is not recorded in full: part of a list gives no total.
    """

    dialogue: Dialogue
    by_group: dict[Participant | None, int]
    reported: list[ReportedFigure]

    @property
    def is_known(self) -> bool:
        """Whether the list of speakers is recorded in full."""
        return self.dialogue.has_full_list

    @property
    def states(self) -> int:
        """How many states, each once."""
        return sum(self.by_group.values())


def speakers_by_group(
    dialogues: Iterable[Dialogue], edition: str, clock: Clock = Clock.EITHER
) -> tuple[list[Participant], list[DialogueSpeakers]]:
    """(regional groups, a DialogueSpeakers for each dialogue). Two queries and the Registry.

    A state counts in its regional group by the clock. With Clock.EITHER: in the group the source
    prints it under or, where it prints none, the group it belonged to on the first day.
    """
    dialogues, registry = list(dialogues), registry_at(edition)
    spoke, reported = _printed_groups(dialogues), _reported(dialogues)
    speakers = []
    for dialogue in dialogues:
        counts = Counter(
            _group_of(state, printed, dialogue.held_on, clock, registry)
            for state, printed in spoke[dialogue.pk].items()
        )
        groups = [*registry.regional_groups, None]
        by_group = {group: counts[group] for group in groups if counts[group]}
        speakers.append(DialogueSpeakers(dialogue, by_group, reported[dialogue.pk]))
    return registry.regional_groups, speakers


def _group_of(state, printed, held_on, clock, registry):
    """The regional group that a state counts in; None if it is in none."""
    if clock.is_by_print:
        for group in registry.regional_groups:
            if group.pk == printed:
                return group
    return next(iter(registry.memberships.regional_on(state, clock.day(held_on))), None)


def _printed_groups(dialogues):
    """{dialogue: {state that took the floor: the group it is printed under}} of full lists."""
    full = [dialogue.pk for dialogue in dialogues if dialogue.has_full_list]
    rows = Participation.objects.took_the_floor().from_the_floor().order_by("position", "pk")
    rows = rows.filter(participant__kind=ParticipantKind.STATE, dialogue__among=full)
    groups = defaultdict(dict)
    for dialogue, state, printed in rows.values_list("dialogue", "participant", "printed_group"):
        groups[dialogue][state] = groups[dialogue].get(state) or printed
    return groups


def _reported(dialogues):
    """{dialogue: [figure]} of the numbers of states that spoke, as sources print them."""
    figures = ReportedFigure.objects.filter(measure=FigureMeasure.SPEAKERS)
    figures = figures.filter(dialogue__among=[dialogue.pk for dialogue in dialogues])
    reported = defaultdict(list)
    for figure in figures.select_related("source").in_order():
        reported[figure.dialogue_id].append(figure)
    return reported
