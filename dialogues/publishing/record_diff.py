"""Compare two public records of one statement, word by word."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.models import Participation, Statement
from dialogues.text.word_diff import DiffPiece, diff_words


@dataclass(frozen=True)
class Difference:
    """A part of a record that changed: its label, and its words before and after as pieces."""

    label: str
    pieces: list[DiffPiece]


def record_differences(before: dict, after: dict) -> list[Difference]:
    """A Difference for each part that changed between two records; see serializers.py."""
    old, new = _parts(before), _parts(after)
    return [
        Difference(label, diff_words(old[label], new[label]))
        for label in new
        if old[label] != new[label]
    ]


def _parts(record):
    """{label: text} of what a reader sees of a record."""
    return {
        _("Words"): record["text"],
        _("Translation"): record["translation"],
        _("Summary"): record["summary"],
        **_speaker_parts(record["speaker"] or {}),
        _("Attribution as printed"): record["attribution_as_printed"],
        _("Themes"): _names(record["themes"]),
        _("Stance"): str(Statement.Stance(record["stance"]).label),
        _("Act"): str(Statement.Act(record["act"]).label),
        _("The source’s word"): record["source_word"],
        _("Situations"): _names(record["situations"]),
        _("Provenance"): str(Statement.Provenance(record["provenance"]).label),
        _("Source"): record["source"]["name"],
        _("Section"): record["section"],
        _("Paragraph"): record["paragraph"],
        _("Among others"): _("yes") if record["among_others"] else "",
        _("Language"): record["language"],
        _("Editor’s note"): record["editor_note"],
    }


def _speaker_parts(speaker):
    capacity, status = speaker.get("capacity"), speaker.get("status")
    return {
        _("Speaker"): _name(speaker.get("participant")),
        _("Person"): _name(speaker.get("person")),
        _("Office"): speaker.get("office", ""),
        _("Name as printed"): speaker.get("as_printed", ""),
        _("Capacity"): str(Participation.Capacity(capacity).label) if capacity else "",
        _("Took the floor"): str(Participation.Status(status).label) if status else "",
        _("On behalf of"): _name(speaker.get("on_behalf_of"))
        or speaker.get("on_behalf_of_as_printed", ""),
        _("Spoken for"): _names(speaker.get("represented", [])),
        _("Group as printed"): speaker.get("group_as_printed", ""),
    }


def _name(record):
    return record["name"] if record else ""


def _names(records):
    return ", ".join(record["name"] for record in records)
