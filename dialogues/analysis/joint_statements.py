"""Who spoke for whom: the delegations that spoke on behalf of each group, dialogue by dialogue."""

from collections import defaultdict
from dataclasses import dataclass

from dialogues.choices import Capacity
from dialogues.models import Dialogue, Participant, Participation
from dialogues.text.names import name_key


@dataclass(frozen=True)
class SpokenForGroup:
    """A group, or a group of states as printed, and who spoke for it by dialogue (key).

    `group` is None if the words printed are no group of the collection.
    """

    name: str
    group: Participant | None
    speakers: dict[int, list[Participation]]

    @property
    def total(self) -> int:
        """In how many dialogues somebody spoke for it."""
        return len(self.speakers)


@dataclass(frozen=True)
class JointStatements:
    """The groups that were spoken for, the most often first, and all dialogues, oldest first.

    What the sources print that is no group of the collection is last.
    """

    groups: list[SpokenForGroup]
    dialogues: list[Dialogue]

    def has_speaker(self, dialogue: Dialogue) -> bool:
        """Whether somebody spoke for a group in a dialogue."""
        return any(dialogue.pk in row.speakers for row in self.groups)


def joint_statements() -> JointStatements:
    """The JointStatements of all published dialogues. Four queries at any number."""
    participations = (
        Participation.objects.public()
        .took_the_floor()
        .filter(capacity=Capacity.ON_BEHALF)
        .with_names()
        .in_order()
    )
    speakers, groups = defaultdict(lambda: defaultdict(list)), {}
    for participation in participations:
        key = participation.on_behalf_of_id or name_key(participation.on_behalf_of_name)
        groups.setdefault(key, participation)
        speakers[key][participation.dialogue_id].append(participation)
    rows = [
        SpokenForGroup(first.on_behalf_of_name, first.on_behalf_of, dict(speakers[key]))
        for key, first in groups.items()
    ]
    most_first = sorted(rows, key=lambda row: (row.group is None, -row.total, name_key(row.name)))
    return JointStatements(most_first, list(Dialogue.objects.published().oldest_first()))
