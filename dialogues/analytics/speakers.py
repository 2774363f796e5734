"""How many states of each regional group took the floor, dialogue by dialogue."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from dialogues.models import Dialogue, Membership, Participant, Participation, ReportedFigure


@dataclass(frozen=True)
class Speakers:
    """The states recorded as speaking in one dialogue, and what its sources count.

    `by_group` has the number of states by regional group, None for a state in none; it is empty
    where the list of speakers is not recorded in full: a part of a list is no total.
    """

    dialogue: Dialogue
    by_group: dict[Participant | None, int]
    reported: list[ReportedFigure]

    @property
    def is_known(self):
        return self.dialogue.speaker_list == Dialogue.SpeakerList.COMPLETE

    @property
    def states(self):
        """How many states, each once."""
        return sum(self.by_group.values())


def speakers_by_group(dialogues=None):
    """(groups, a Speakers for each dialogue): of these, or of all that are public, oldest first.

    Five queries at any number.

    A state counts in the group that the source prints it under; where none is printed, in the
    one it belonged to on the first day.
    """
    groups = {one.pk: one for one in Participant.objects.regional_groups()}
    spoke, held, reported = _spoke(), _held(groups), _reported()

    def of(dialogue):
        if dialogue.speaker_list != Dialogue.SpeakerList.COMPLETE:
            return Speakers(dialogue, {}, reported[dialogue.pk])
        found = (
            printed or _group_on(held[state], dialogue.held_on)
            for state, printed in spoke[dialogue.pk].items()
        )
        counts = Counter(map(groups.get, found))
        by_group = {one: counts[one] for one in [*groups.values(), None] if counts[one]}
        return Speakers(dialogue, by_group, reported[dialogue.pk])

    if dialogues is None:
        dialogues = Dialogue.objects.published().oldest_first()
    return list(groups.values()), [of(one) for one in dialogues]


def _spoke():
    """{dialogue: {state: the group it is printed under}} of the states that took the floor."""
    spoke = defaultdict(dict)
    floor = Participation.objects.spoke().from_the_floor().filter(participant__kind="state")
    for dialogue, state, printed in floor.order_by("position", "pk").values_list(
        "dialogue", "participant", "printed_group"
    ):
        spoke[dialogue][state] = spoke[dialogue].get(state) or printed
    return spoke


def _held(groups):
    """{state: [(group, since, until)]} of memberships in these groups."""
    held = defaultdict(list)
    counted = Membership.objects.counted().filter(group__in=groups)
    for state, *membership in counted.values_list("member", "group", "since", "until"):
        held[state].append(membership)
    return held


def _reported():
    """{dialogue: [figure]} of the numbers of states that sources count as speaking."""
    reported = defaultdict(list)
    counted = ReportedFigure.objects.filter(measure=ReportedFigure.Measure.SPEAKERS)
    for figure in counted.select_related("source").in_order():
        reported[figure.dialogue_id].append(figure)
    return reported


def _group_on(memberships, day):
    """The first group of a state on a day; None when it is in none."""
    for group, since, until in memberships:
        if (since is None or since <= day) and (until is None or day <= until):
            return group
    return None
