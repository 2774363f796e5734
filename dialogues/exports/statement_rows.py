"""A statement as one row of a table."""

from django.urls import reverse
from django.utils import timezone

from dialogues.choices import SpeakerKind, choice_labels
from dialogues.models import (
    Dialogue,
    Edition,
    Participation,
    Statement,
)
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.statement_rows import rows_of

MARK = "0000000"

COLUMNS = (
    "reference",
    "address",
    "date",
    "year",
    "dialogue",
    "forum",
    "speaker",
    "speaker_kind",
    "name_as_printed",
    "office",
    "capacity",
    "took_the_floor",
    "on_behalf_of",
    "represented",
    "regional_groups_at_the_date",
    "group_as_printed",
    "attribution_as_printed",
    "text",
    "language",
    "translation",
    "summary",
    "themes",
    "stance",
    "act",
    "source_word",
    "among_others",
    "situations",
    "provenance",
    "source",
    "source_publisher",
    "source_symbols",
    "section",
    "paragraph",
    "editor_note",
    "name_at_the_date",
    "regional_groups_today",
)


class EditionChanged(Exception):  # noqa: N818 it is no error: somebody saved meanwhile
    """The record changed while it was read; what was read belongs to no one edition."""


def table_rows(blocks, base, edition):
    """A list of values in the order of COLUMNS for each statement; a list where it has several.

    `blocks` are lists of database keys; `base` is the address of the site. Raises
    EditionChanged at the end if somebody saved meanwhile: the file then breaks off, which its
    reader sees, instead of mixing two editions.
    """
    table = _Table(registry_at(edition), base)
    for pks in blocks:
        for row, lists in rows_of(pks):
            yield table.row(row, lists)
    if Edition.objects.current_stamp() != edition:
        raise EditionChanged(edition)


class _Table:
    def __init__(self, around, base):
        self.around = around
        self.former = around.former_names
        self.today = timezone.localdate()
        # One address with a mark in it: making each anew took as long as the rest of a row.
        self.address = base + reverse("statement-detail", args=[MARK])
        self.labels = {
            "stance": choice_labels(Statement.Stance),
            "act": choice_labels(Statement.Act),
            "provenance": choice_labels(Statement.Provenance),
            "forum": choice_labels(Dialogue.Forum),
            "kind": choice_labels(SpeakerKind),
            "capacity": choice_labels(Participation.Capacity) | {None: ""},
            "status": choice_labels(Participation.Status) | {None: ""},
        }

    def row(self, row, lists):
        around, labels = self.around, self.labels
        dialogue, source = around.dialogues[row.dialogue_id], around.sources[row.source_id]
        participant = around.participants.get(row.participation__participant)
        day = dialogue.held_on
        return [
            row.reference,
            self.address.replace(MARK, row.reference),
            day.isoformat() if day else "",
            dialogue.year,
            dialogue.title,
            labels["forum"][dialogue.forum],
            self._speaker(row, participant),
            labels["kind"][SpeakerKind.of_speaker(row.participation_id, participant)],
            row.participation__name_as_printed or "",
            row.participation__office or "",
            labels["capacity"][row.participation__capacity],
            labels["status"][row.participation__status],
            self._on_behalf_of(row),
            self._names(lists.represents[row.participation_id]),
            self._regional_groups(row, day),
            row.participation__group_as_printed or "",
            row.attribution,
            row.text,
            row.language,
            row.translation,
            row.summary,
            self._themes(lists.themes[row.pk]),
            labels["stance"][row.stance],
            labels["act"][row.act],
            row.source_word,
            "yes" if row.among_others else "",
            self._names(lists.situations[row.pk]),
            labels["provenance"][row.provenance],
            source.title,
            source.publisher,
            source.symbols,
            row.section,
            row.paragraph,
            row.editor_note,
            self.former.on(participant, day) if participant else "",
            self._regional_groups(row, self.today),
        ]

    def _speaker(self, row, participant):
        """As Statement.speaker_name, but empty where nobody is named."""
        person = self.around.people.get(row.participation__person)
        speaker = participant or person
        return speaker.name if speaker else row.participation__office or ""

    def _on_behalf_of(self, row):
        group = self.around.participants.get(row.participation__on_behalf_of)
        return group.name if group else row.participation__on_behalf_of_as_printed or ""

    def _regional_groups(self, row, day):
        held = self.around.memberships.regional_on(row.participation__participant, day)
        return sorted(group.name for group in held)

    def _names(self, pks):
        return sorted(self.around.participants[pk].name for pk in pks) if pks else []

    def _themes(self, pks):
        return [one.label for one in self.around.themes_in_order(pks)]
