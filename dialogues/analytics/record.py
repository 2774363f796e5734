"""What a state or organization did in each dialogue, as far as it is recorded."""

from dataclasses import dataclass, field

from dialogues.models import Dialogue, Participation


@dataclass
class Cell:
    """One participant in one dialogue: its participations there, and what their absence means."""

    dialogue: Dialogue
    participations: list[Participation] = field(default_factory=list)
    absence: str = ""

    @property
    def marks(self):
        """Short words for what it did, once each: spoke, on-behalf, represented, inscribed."""
        marks = [
            "on-behalf" if one.status == "spoke" and one.is_joint else one.status
            for one in self.participations
        ]
        return list(dict.fromkeys(marks)) or [self.absence]


def year_grid(participant):
    """A Cell for each public dialogue, oldest first. Three queries at any number."""
    dialogues = Dialogue.objects.published().oldest_first()
    cells = {dialogue.pk: Cell(dialogue) for dialogue in dialogues}
    own = Participation.objects.public().filter(participant=participant).with_names()
    for participation in own:
        cells[participation.dialogue_id].participations.append(participation)
    for cell in cells.values():
        cell.absence = absence(participant, cell.dialogue)
    return list(cells.values())


def absence(participant, dialogue):
    """Why nothing may be recorded: "not-held", "not-a-member", "list-unknown" or "nothing"."""
    if not dialogue.was_held:
        return "not-held"
    if participant.member_since and dialogue.year < participant.member_since:
        return "not-a-member"
    if dialogue.speaker_list != Dialogue.SpeakerList.COMPLETE:
        return "list-unknown"
    return "nothing"
