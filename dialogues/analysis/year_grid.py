"""What a state or organization did in each dialogue, as far as it is recorded."""

from dataclasses import dataclass, field

from dialogues.analysis.coverage import absence_status, ledger_of_participant
from dialogues.models import Dialogue, Participant, Participation
from dialogues.snapshot.memberships import MembershipIndex


@dataclass
class GridCell:
    """One participant in one dialogue: its participations there, and what their absence means.

    `groups` are those it belonged to at the date that were spoken for.
    """

    dialogue: Dialogue
    participations: list[Participation] = field(default_factory=list)
    absence: str = ""
    groups: list[Participant] = field(default_factory=list)

    @property
    def marks(self):
        """Short words for what it did, once each: spoke, on-behalf, represented, inscribed, member.

        That a group was spoken for is said where nothing says more.
        """
        marks = [_mark(one) for one in self.participations]
        return list(dict.fromkeys(marks)) or (["member"] if self.groups else [self.absence])


def _mark(participation):
    """What a participation amounts to; who spoke in a role of its own was no speaker."""
    if participation.status != Participation.Status.SPOKE:
        return participation.status
    if participation.has_own_role:
        return "role"
    return "on-behalf" if participation.is_joint else "spoke"


def year_grid(participant):
    """A Cell for each public dialogue, oldest first. At most six queries at any number."""
    memberships = MembershipIndex()
    dialogues = list(Dialogue.objects.published().oldest_first())
    cells = {
        one.pk: GridCell(one, absence=absence_status(participant, one, memberships))
        for one in dialogues
    }
    own = Participation.objects.public().filter(participant=participant).with_names()
    for participation in own:
        cells[participation.dialogue_id].participations.append(participation)
    ledger = ledger_of_participant(participant, dialogues, memberships)
    for (dialogue, _state), cell in ledger.cells.items():
        cells[dialogue].groups = memberships.named(cell.groups)
    return list(cells.values())
