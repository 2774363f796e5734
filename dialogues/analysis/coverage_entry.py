"""What is recorded of one state in one dialogue: its own participations, and its groups'."""

from collections import defaultdict
from dataclasses import dataclass, field

from dialogues.analysis.coverage_status import CoverageStatus
from dialogues.analysis.participation_rows import ParticipationRow, group_speeches
from dialogues.choices import ParticipationStatus
from dialogues.models import Dialogue
from dialogues.snapshot.memberships import MembershipIndex

# Instead of "represented", where the speaker that should have represented it did not deliver.
UNHEARD = CoverageStatus.UNHEARD.value
# By status of a participation, for a state that did not take the floor and is not represented.
STATUS_WITHOUT_FLOOR = {
    ParticipationStatus.ALIGNED: CoverageStatus.ALIGNED,
    ParticipationStatus.INSCRIBED: CoverageStatus.INSCRIBED,
    UNHEARD: CoverageStatus.UNHEARD,
    # It spoke, and not as a delegation does.
    ParticipationStatus.SPOKE: CoverageStatus.ROLE,
    ParticipationStatus.DISSOCIATED: CoverageStatus.DISSOCIATED,
}


@dataclass(slots=True)
class CoverageEntry:
    """What is recorded of one state in one dialogue.

    `rows` are its own participations; `groups` the keys of the groups it belonged to on the day
    that spoke or were spoken for.
    """

    rows: list[ParticipationRow] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)

    @property
    def interventions(self) -> int:
        """How often it took the floor."""
        return sum(row.took_the_floor for row in self.rows)

    @property
    def represented_by(self) -> list[int | None]:
        """The keys of the participations that spoke for it by name."""
        represented = ParticipationStatus.REPRESENTED
        return [row.represented_by for row in self.rows if row.status == represented]

    @property
    def is_covered(self) -> bool:
        """Whether it took the floor or was spoken for."""
        return bool(self.interventions or self.represented_by or self.groups)

    @property
    def is_inscribed(self) -> bool:
        """Whether it was on the speakers' list and did not speak."""
        return any(row.status == ParticipationStatus.INSCRIBED for row in self.rows)

    @property
    def status(self) -> CoverageStatus | None:
        """The first CoverageStatus that applies; None where nothing is recorded."""
        if self.interventions:
            is_also_spoken_for = self.represented_by or self.groups
            return CoverageStatus.BOTH if is_also_spoken_for else CoverageStatus.OWN
        if self.represented_by:
            return CoverageStatus.NAMED
        recorded = {row.status for row in self.rows}
        for status, coverage_status in STATUS_WITHOUT_FLOOR.items():
            if status in recorded:
                return coverage_status
        return CoverageStatus.MEMBER if self.groups else None


def coverage_entries(
    dialogues: list[Dialogue],
    states: set[int],
    memberships: MembershipIndex,
    rows: list[ParticipationRow],
) -> dict[tuple[int, int], CoverageEntry]:
    """{(dialogue, state): CoverageEntry} where anything is recorded."""
    entries, by_pk = defaultdict(CoverageEntry), {dialogue.pk: dialogue for dialogue in dialogues}
    for row in _with_unheard(rows):
        if row.participant in states:
            entries[row.dialogue, row.participant].rows.append(row)
    dissociated = _dissociated(rows)
    for pk, group, speaker in group_speeches(rows):
        if not (dialogue := by_pk.get(pk)):
            continue
        for member in memberships.members_on(group, dialogue.held_on) & states:
            is_apart = dissociated & {(pk, member, group), (pk, member, None)}
            is_too_early = memberships.joined_later(memberships.participants[member], dialogue)
            if member != speaker and not is_apart and not is_too_early:
                entries[pk, member].groups.add(group)
    return dict(entries)


def _with_unheard(rows):
    """The rows, with the status "unheard" where the speaker that represents one did not speak."""
    spoke = {row.pk for row in rows if row.took_the_floor}
    for row in rows:
        is_represented = row.status == ParticipationStatus.REPRESENTED
        is_unheard = is_represented and row.represented_by not in spoke
        yield row._replace(status=UNHEARD) if is_unheard else row


def _dissociated(rows):
    """{(dialogue, state, group)} of the states that asked not to be associated with a group.

    The group is None where the source does not say which.
    """
    return {
        (row.dialogue, row.participant, row.on_behalf_of)
        for row in rows
        if row.status == ParticipationStatus.DISSOCIATED
    }
