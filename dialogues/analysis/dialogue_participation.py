"""Who took part in one dialogue, arranged as readers look for them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.choices import ParticipationStatus as Status
from dialogues.models import Participant, Participation


@dataclass(frozen=True)
class SpeakerGroup:
    """Speakers that are printed together, or are of one kind."""

    label: str
    group: Participant | None
    participations: list[Participation]


@dataclass(frozen=True)
class DialogueParticipation:
    """All participations of one dialogue, each under one heading."""

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


def dialogue_participation(dialogue):
    """The dialogue's participations, arranged. Three queries."""
    everyone = list(dialogue.participations.with_names().in_order())
    officials = set(dialogue.participations.officials().values_list("pk", flat=True))
    spoke = [one for one in everyone if one.status == Status.SPOKE and one.pk not in officials]
    by_states = [one for one in spoke if _kind(one) == Participant.Kind.STATE]
    return DialogueParticipation(
        officials=[one for one in everyone if one.pk in officials],
        printed_groups=_printed_groups(by_states),
        states=[one for one in by_states if not one.printed_group],
        kinds=_kinds(spoke),
        inscribed=[one for one in everyone if one.status == Status.INSCRIBED],
        represented=[one for one in everyone if one.status == Status.REPRESENTED],
        aligned=[one for one in everyone if one.status == Status.ALIGNED],
        dissociated=[one for one in everyone if one.status == Status.DISSOCIATED],
        interventions=len(by_states),
        distinct_states=len({one.participant_id for one in by_states}),
    )


def _printed_groups(by_states):
    """A row for each regional group of the source, in the source's order and words."""
    rows = {}
    for one in by_states:
        if one.printed_group:
            rows.setdefault(one.printed_group, []).append(one)
    return [SpeakerGroup(found[0].group_as_printed, group, found) for group, found in rows.items()]


def _kinds(spoke):
    """A row for each kind of speaker other than member states."""
    rows = {}
    for one in spoke:
        if _kind(one) != Participant.Kind.STATE:
            label = one.participant.get_kind_display() if one.participant else _("In person")
            rows.setdefault(label, []).append(one)
    return [SpeakerGroup(label, None, found) for label, found in rows.items()]


def _kind(participation):
    """The participant's kind; None for a person or an office that speaks as such."""
    return participation.participant.kind if participation.participant else None
