"""Where a state appears though a list has no statement of it. Silence is not evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from dialogues.models import Dialogue, Participant, Participation


@dataclass(frozen=True)
class Appearances:
    """The participations of a participant, and the dialogues that discussed it as a situation."""

    participant: Participant
    participations: list[Participation]
    situations: list[Dialogue]


def appearances_of(slugs: Iterable[str]) -> list[Appearances]:
    """The Appearances of each participant with one of these slugs. Four queries at any number."""
    participants = Participant.objects.filter(slug__in=slugs).prefetch_related("dialogues_about")
    participations = Participation.objects.public().filter(participant__slug__in=slugs)
    participations = list(participations.with_names().select_related("dialogue"))
    return [
        Appearances(
            participant,
            [each for each in participations if each.participant_id == participant.pk],
            [dialogue for dialogue in participant.dialogues_about.all() if dialogue.is_public()],
        )
        for participant in participants
    ]
