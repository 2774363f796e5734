"""What is recorded of a state where a list has no statement of it. Silence is not evidence."""

from dataclasses import dataclass

from dialogues.models import Dialogue, Participant, Participation


@dataclass(frozen=True)
class Appearances:
    """Where a participant appears: dialogues by what it did there, or that speak about it."""

    participant: Participant
    participations: list[Participation]
    situations: list[Dialogue]


def appearances_of(slugs):
    """A Recorded for each participant with one of these slugs. Four queries at any number."""
    participants = Participant.objects.filter(slug__in=slugs).prefetch_related("dialogues_about")
    found = Participation.objects.public().filter(participant__slug__in=slugs)
    found = list(found.with_names().select_related("dialogue"))
    return [
        Appearances(
            participant,
            [one for one in found if one.participant_id == participant.pk],
            [one for one in participant.dialogues_about.all() if one.is_public()],
        )
        for participant in participants
    ]
