"""Which states are recorded as speaking most often, for the first time, and as unable to speak."""

from typing import NamedTuple

from django.db.models import Count, Min

from dialogues.choices import ParticipantKind, ParticipationStatus
from dialogues.models import Dialogue, Participant, Participation


class Attendance(NamedTuple):
    """A state, and the number of dialogues in which it is recorded as taking the floor."""

    state: Participant
    dialogues: int


class FirstSpeakers(NamedTuple):
    """The states that are recorded as speaking in a dialogue and in no earlier one.

    Earlier lists may not be recorded in full.
    """

    dialogue: Dialogue
    states: list[Participant]


def _speaking_states():
    """The participations of states that took the floor in published dialogues."""
    spoke = Participation.objects.public().took_the_floor()
    return spoke.filter(participant__kind=ParticipantKind.STATE).order_by()


def most_often(limit: int) -> list[Attendance]:
    """The states that spoke in most dialogues, and those that spoke in as many. Two queries."""
    counts = dict(
        _speaking_states()
        .values_list("participant")
        .annotate(n=Count("dialogue", distinct=True))
        .order_by("-n", "participant__slug")
    )
    if not counts:
        return []
    fewest = list(counts.values())[:limit][-1]
    keys = [key for key, number in counts.items() if number >= fewest]
    states = Participant.objects.in_bulk(keys)
    return [Attendance(states[key], counts[key]) for key in keys]


def first_speakers() -> FirstSpeakers | None:
    """Of the latest dialogue in which a state is recorded for the first time. Three queries."""
    on_days = _speaking_states().exclude(dialogue__held_on=None).values_list("participant")
    first_days = dict(on_days.annotate(day=Min("dialogue__held_on")))
    if not first_days:
        return None
    latest = max(first_days.values())
    keys = [key for key, day in first_days.items() if day == latest]
    dialogue = Dialogue.objects.published().filter(held_on=latest).oldest_first()[0]
    return FirstSpeakers(dialogue, list(Participant.objects.filter(pk__in=keys).order_by("name")))


def could_not_speak() -> list[Participant]:
    """The states that were on a list of speakers and did not get the floor. One query."""
    inscribed = Participation.objects.public().filter(status=ParticipationStatus.INSCRIBED)
    states = Participant.objects.filter(kind=ParticipantKind.STATE)
    return list(states.filter(pk__in=inscribed.values("participant")).order_by("name"))
