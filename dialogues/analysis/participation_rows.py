"""Participations as plain rows: who took the floor, or was spoken for, in which dialogue."""

from typing import NamedTuple

from dialogues.choices import FLOOR_CAPACITIES
from dialogues.models import Participant, Participation

Status, Capacity = Participation.Status, Participation.Capacity


class ParticipationRow(NamedTuple):
    """A participation as a plain row. `for_group` is the group that is spoken for, `through` the
    participation that speaks for one who is represented. Who speaks as a person or in an office
    has no participant."""

    pk: int
    dialogue: int
    participant: int | None
    kind: str | None
    status: str
    capacity: str
    for_group: int | None
    through: int | None
    printed_group: int | None
    name_as_printed: str
    editor_note: str

    @property
    def took_the_floor(self):
        """Whether it spoke as delegations do, without a role of its own."""
        return self.status == Status.SPOKE and self.capacity in FLOOR_CAPACITIES


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


def participation_rows(dialogues):
    """A Speech for each participation in these dialogues. One query."""
    return as_rows(Participation.objects.filter(dialogue__among=[one.pk for one in dialogues]))


def as_rows(participations):
    """A Speech for each of these participations. One query."""
    found = participations.in_order().values_list(*COLUMNS)
    return [ParticipationRow(*row) for row in found]


def groups_spoken_for(speeches):
    """(dialogue, group, speaker) of each group that somebody spoke for, or that spoke itself.

    A regional organization that takes the floor speaks for those who belong to it.
    """
    for one in speeches:
        if one.took_the_floor:
            if one.for_group:
                yield one.dialogue, one.for_group, one.participant
            elif one.participant and one.kind not in Participant.STATE_KINDS:
                yield one.dialogue, one.participant, one.participant
