"""What a state or organization did in each dialogue, as far as it is recorded."""

from dataclasses import dataclass, field

from dialogues.analysis.coverage import absence_status, ledger_of_participant
from dialogues.analysis.coverage_status import STATUS_OF_PARTICIPATION, CoverageStatus
from dialogues.choices import ParticipationStatus
from dialogues.models import Dialogue, Participant, Participation
from dialogues.snapshot.participants import Participants


@dataclass
class GridCell:
    """One participant in one dialogue.

    `absence` says what it means if nothing is recorded. `groups` are the groups it belonged to on
    the day that spoke or were spoken for.
    """

    dialogue: Dialogue
    absence: CoverageStatus
    participations: list[Participation] = field(default_factory=list)
    groups: list[Participant] = field(default_factory=list)

    @property
    def statuses(self) -> list[CoverageStatus]:
        """The CoverageStatus of each participation, each once.

        Without any: MEMBER if one of its groups was spoken for, else `absence`.
        """
        statuses = [_status(participation) for participation in self.participations]
        without = CoverageStatus.MEMBER if self.groups else self.absence
        return list(dict.fromkeys(statuses)) or [without]


def year_grid(participant: Participant) -> list[GridCell]:
    """A GridCell for each public dialogue, oldest first. At most six queries at any number."""
    memberships = Participants().memberships
    dialogues = list(Dialogue.objects.published().oldest_first())
    cells = {
        dialogue.pk: GridCell(dialogue, absence_status(participant, dialogue, memberships))
        for dialogue in dialogues
    }
    participations = Participation.objects.public().filter(participant=participant).with_names()
    for participation in participations:
        cells[participation.dialogue_id].participations.append(participation)
    ledger = ledger_of_participant(participant, dialogues, memberships)
    for (dialogue, _state), entry in ledger.entries.items():
        cells[dialogue].groups = memberships.in_order(entry.groups)
    return list(cells.values())


def _status(participation):
    """The CoverageStatus of a participation; a chair or panellist is not a speaker."""
    if participation.status == ParticipationStatus.SPOKE:
        if participation.has_own_role:
            return CoverageStatus.ROLE
        if participation.is_joint:
            return CoverageStatus.ON_BEHALF
    return STATUS_OF_PARTICIPATION[participation.status]
