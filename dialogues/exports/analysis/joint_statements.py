"""Who spoke for whom, as a table."""

from collections.abc import Iterator
from typing import NamedTuple

from dialogues.analysis.joint_statements import JointStatements
from dialogues.exports.analysis.values import dialogue_values
from dialogues.exports.tables import Table


class JointRow(NamedTuple):
    """A delegation that spoke for a group in a dialogue. `represents` are states that are named."""

    dialogue: str
    day: str
    year: int
    forum: str
    group: str
    group_address: str
    speaker: str
    represents: list[str]


def joint_table(joint: JointStatements) -> Table:
    """A JointRow for each participation on behalf of others."""
    return Table(JointRow, _rows(joint))


def _rows(joint: JointStatements) -> Iterator[JointRow]:
    for row in joint.groups:
        for dialogue in joint.dialogues:
            for participation in row.speakers.get(dialogue.pk, ()):
                yield JointRow(
                    *dialogue_values(dialogue),
                    group=row.name,
                    group_address=row.group.get_absolute_url() if row.group else "",
                    speaker=str(participation.speaker or participation.office),
                    represents=[str(each.participant) for each in participation.represents.all()],
                )
