"""Who spoke for whom."""

from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.joint_statements import SpokenForGroup, joint_statements
from dialogues.charts.chart import DialogueLabel, dialogue_labels, letters_of
from dialogues.exports.analysis.joint_statements import joint_table
from dialogues.filters.analysis import PagesFilter
from dialogues.filters.problems import problems_of
from dialogues.models import Dialogue, Participation
from dialogues.views.analysis.base import file_links, rejection, table_response, with_filterset


class JointColumn(NamedTuple):
    """A dialogue as a column, with its short label."""

    dialogue: Dialogue
    label: DialogueLabel


class JointRow(NamedTuple):
    """A group as a row, with who spoke for it in each dialogue shown."""

    group: SpokenForGroup
    cells: list[list[Participation]]


@with_filterset(PagesFilter)
def joint_page(request, filterset):
    """A table of groups and dialogues, with who spoke for the group in the dialogue."""
    joint = joint_statements()
    dialogues = [dialogue for dialogue in joint.dialogues if joint.has_speaker(dialogue)]
    labels = dialogue_labels(dialogues)
    columns = list(map(JointColumn, dialogues, labels))
    context = {
        "columns": columns,
        "letters": letters_of(dialogues, labels),
        "rows": [
            JointRow(row, [row.speakers.get(dialogue.pk, []) for dialogue, _label in columns])
            for row in joint.groups
        ],
        "files": file_links(request, "joint-file"),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/analysis/joint.html", context)


@with_filterset(PagesFilter)
def joint_file(request, filterset, extension):
    """The same as a file."""
    if response := rejection(filterset):
        return response
    title = _("Who spoke for whom")
    return table_response(
        request, extension, joint_table(joint_statements()), title, reverse("joint")
    )
