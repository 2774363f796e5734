"""Who took part in one dialogue, under the headings of its page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.choices import ParticipantKind, ParticipationStatus
from dialogues.models import Dialogue, Participant, Participation


@dataclass(frozen=True)
class SpeakerGroup:
    """Speakers that the source prints under one heading, or that are of one kind."""

    label: str
    group: Participant | None
    participations: list[Participation]


@dataclass(frozen=True)
class DialogueParticipation:
    """All participations in one dialogue, each under one heading."""

    officials: list[Participation]
    printed_groups: list[SpeakerGroup]
    states: list[Participation]
    kinds: list[SpeakerGroup]
    inscribed: list[Participation]
    represented: list[Participation]
    aligned: list[Participation]
    dissociated: list[Participation]
    interventions: int
    distinct_states: int


def dialogue_participation(dialogue: Dialogue) -> DialogueParticipation:
    """The DialogueParticipation of a dialogue. Three queries."""
    everyone = list(dialogue.participations.with_names().in_order())
    officials = set(dialogue.participations.officials().values_list("pk", flat=True))
    by_status = defaultdict(list)
    for participation in everyone:
        by_status[participation.status].append(participation)
    spoke = [each for each in by_status[ParticipationStatus.SPOKE] if each.pk not in officials]
    by_states = [each for each in spoke if _kind(each) == ParticipantKind.STATE]
    return DialogueParticipation(
        officials=[each for each in everyone if each.pk in officials],
        printed_groups=_printed_groups(by_states),
        states=[each for each in by_states if not each.printed_group],
        kinds=_other_kinds(spoke),
        inscribed=by_status[ParticipationStatus.INSCRIBED],
        represented=by_status[ParticipationStatus.REPRESENTED],
        aligned=by_status[ParticipationStatus.ALIGNED],
        dissociated=by_status[ParticipationStatus.DISSOCIATED],
        interventions=len(by_states),
        distinct_states=len({each.participant_id for each in by_states}),
    )


def _printed_groups(by_states: Iterable[Participation]) -> list[SpeakerGroup]:
    """A SpeakerGroup for each regional group in the source, in its order and words."""
    groups = defaultdict(list)
    for participation in by_states:
        if participation.printed_group:
            groups[participation.printed_group].append(participation)
    return [
        SpeakerGroup(participations[0].group_as_printed, group, participations)
        for group, participations in groups.items()
    ]


def _other_kinds(spoke: Iterable[Participation]) -> list[SpeakerGroup]:
    """A SpeakerGroup for each kind of speaker other than member states."""
    kinds = defaultdict(list)
    for participation in spoke:
        if _kind(participation) != ParticipantKind.STATE:
            participant = participation.participant
            label = participant.get_kind_display() if participant else _("In person")
            kinds[label].append(participation)
    return [SpeakerGroup(label, None, participations) for label, participations in kinds.items()]


def _kind(participation):
    """The kind of the participant; None for a person or an office that speaks as such."""
    return participation.participant.kind if participation.participant else None
