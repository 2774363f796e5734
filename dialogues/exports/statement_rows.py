"""Statements as the rows of a table."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from dialogues.choices import SpeakerKind, choice_labels
from dialogues.models import (
    Dialogue,
    Edition,
    Participation,
    Statement,
)
from dialogues.models.locators import link_to_passage
from dialogues.snapshot.registry import registry_at
from dialogues.snapshot.statement_rows import rows_of

PLACEHOLDER = "0000000"

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
    "spoke_on",
    "source_link",
    "source_read",
)


class EditionChanged(Exception):  # noqa: N818 not an error: somebody saved meanwhile
    """A new edition came while records were read, so they belong to no single edition."""


def table_rows(blocks: Iterable[Iterable[int]], base: str, edition: str) -> Iterator[list[Any]]:
    """For each statement a list of values in the order of COLUMNS; several values are a list.

    `blocks` are lists of database keys; `base` is the address of the site. Raises
    EditionChanged at the end if a new edition came meanwhile: the download then fails, which is
    better than a file that mixes two editions.
    """
    table = _Table(registry_at(edition), base)
    for pks in blocks:
        for row, lists in rows_of(pks):
            yield table.row(row, lists)
    if Edition.objects.current_stamp() != edition:
        raise EditionChanged(edition)


class _Table:
    def __init__(self, registry, base):
        self.registry = registry
        self.former_names = registry.former_names
        self.today = timezone.localdate()
        # reverse() for each row would take as long as the rest of the row.
        self.address = base + reverse("statement-detail", args=[PLACEHOLDER])
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
        registry, labels = self.registry, self.labels
        dialogue, source = registry.dialogues[row.dialogue_id], registry.sources[row.source_id]
        participant = registry.participants.get(row.participation__participant)
        day = dialogue.held_on
        return [
            row.reference,
            self.address.replace(PLACEHOLDER, row.reference),
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
            self.former_names.on(participant, day) if participant else "",
            self._regional_groups(row, self.today),
            spoke_on.isoformat() if (spoke_on := row.participation__spoke_on) else "",
            link_to_passage(source.url, row.page, row.begins_with, row.ends_with),
            source.read_extent,
        ]

    def _speaker(self, row, participant):
        """As Statement.speaker_name, but "" if no speaker is named."""
        person = self.registry.people.get(row.participation__person)
        speaker = participant or person
        return speaker.name if speaker else row.participation__office or ""

    def _on_behalf_of(self, row):
        group = self.registry.participants.get(row.participation__on_behalf_of)
        return group.name if group else row.participation__on_behalf_of_as_printed or ""

    def _regional_groups(self, row, day):
        held = self.registry.memberships.regional_on(row.participation__participant, day)
        return sorted(group.name for group in held)

    def _names(self, pks):
        return sorted(self.registry.participants[pk].name for pk in pks) if pks else []

    def _themes(self, pks):
        return [theme.label for theme in self.registry.themes_in_order(pks)]
