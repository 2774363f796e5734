"""Participations as plain rows: who took the floor or was represented, in which dialogue."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dialogues.choices import FLOOR_CAPACITIES, ParticipationStatus
from dialogues.models import Dialogue, Participant, Participation
from dialogues.querysets.participations import ParticipationQuerySet


class ParticipationRow(NamedTuple):
    """A participation as a plain row of keys.

    `participant` is None for a person or an office. `represented_by` is the participation that
    speaks for a represented state.
    """

    pk: int
    dialogue: int
    participant: int | None
    kind: str | None
    status: str
    capacity: str
    on_behalf_of: int | None
    represented_by: int | None
    printed_group: int | None
    name_as_printed: str
    editor_note: str

    @property
    def took_the_floor(self) -> bool:
        """Whether it spoke as delegations do, without a role in the meeting."""
        return self.status == ParticipationStatus.SPOKE and self.capacity in FLOOR_CAPACITIES


COLUMNS = (
    "pk",
    "dialogue",
    "participant",
    "participant__kind",
    "status",
    "capacity",
    "on_behalf_of",
    "represented_by",
    "printed_group",
    "name_as_printed",
    "editor_note",
)


class GroupSpeech(NamedTuple):
    """A group that was spoken for in a dialogue, and the participant that spoke for it (keys)."""

    dialogue: int
    group: int
    speaker: int | None


def participation_rows(dialogues: Iterable[Dialogue]) -> list[ParticipationRow]:
    """A ParticipationRow for each participation in these dialogues. One query."""
    pks = [dialogue.pk for dialogue in dialogues]
    return as_rows(Participation.objects.filter(dialogue__among=pks))


def as_rows(participations: ParticipationQuerySet) -> list[ParticipationRow]:
    """A ParticipationRow for each of these participations. One query."""
    return [ParticipationRow(*row) for row in participations.in_order().values_list(*COLUMNS)]


def group_speeches(rows: Iterable[ParticipationRow]) -> Iterator[GroupSpeech]:
    """A GroupSpeech for each time a participant spoke for a group, or a group spoke itself.

    A regional organization that takes the floor speaks for its members.
    """
    for row in rows:
        if row.took_the_floor:
            if row.on_behalf_of:
                yield GroupSpeech(row.dialogue, row.on_behalf_of, row.participant)
            elif row.participant and row.kind not in Participant.STATE_KINDS:
                yield GroupSpeech(row.dialogue, row.participant, row.participant)
