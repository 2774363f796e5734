"""The index entry of a statement, and the tantivy document made from it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from tantivy import Document

from dialogues.choices import HasQuotation, SpeakerKind, TextLength, Voice
from dialogues.index.schema import TEXT_FIELDS, said_field, searchable
from dialogues.models import Participant
from dialogues.querysets.themes import lineage
from dialogues.snapshot.participants import Participants
from dialogues.snapshot.registry import Registry
from dialogues.snapshot.sort_keys import date_key, speaker_key
from dialogues.snapshot.statement_rows import rows_of
from dialogues.snapshot.themes import Themes


@dataclass(frozen=True)
class Entry:
    """What the index holds of one statement. Filters and texts may have several values each."""

    pk: int
    reference: str
    date_key: int
    speaker_key: str
    filters: dict[str, list[str]]
    texts: dict[str, list[str]]

    def digest(self) -> str:
        """The reference and 16 hexadecimal digits: equal for equal entries."""
        content = [self.date_key, self.speaker_key, self.filters, self.texts]
        text = json.dumps(content, sort_keys=True)
        return f"{self.reference} {sha256(text.encode()).hexdigest()[:16]}"

    def document(self) -> Document:
        document = Document()
        document.add_unsigned("pk", self.pk)
        document.add_unsigned("date_key", self.date_key)
        document.add_text("speaker_key", self.speaker_key)
        for key, values in self.filters.items():
            for value in values:
                document.add_text(key, value)
        for key, parts in self.texts.items():
            for part in parts:
                document.add_text(key, part)
                if key in TEXT_FIELDS:
                    document.add_text("plain", part)
        document.add_text("digest", self.digest())
        return document


def entries(pks: Iterable[int]) -> Iterator[Entry]:
    """An Entry for each published statement with one of these keys, in their order."""
    builder = _EntryBuilder()
    for row, related in rows_of(pks):
        yield builder.entry(row, related)


class _EntryBuilder:
    """Builds entries from statement rows."""

    def __init__(self):
        # Not from a cache: the index must have what the database has now.
        self.everyone, self.themes = Participants(), Themes()
        self.registry = Registry(self.everyone, self.themes)

    def entry(self, row, related):
        dialogue = self.registry.dialogues[row.dialogue_id]
        return Entry(
            row.pk,
            row.reference,
            date_key(dialogue, row.position),
            speaker_key(*self._speakers(row)),
            self._filters(row, related, dialogue),
            self._texts(row, related, dialogue),
        )

    def _filters(self, row, related, dialogue):
        speaker = self.registry.participants.get(row.participation__participant)
        is_state = speaker and speaker.kind in Participant.STATE_KINDS
        source, day = self.registry.sources[row.source_id], row.participation__spoke_on
        return {
            "year": [str(dialogue.year)],
            "day": _filled(day or dialogue.held_on),
            **self._groups(row, dialogue.held_on),
            "theme": self._with_ancestors(related.themes[row.pk]),
            "state": [speaker.slug] if is_state else [],
            "participant": [speaker.slug] if speaker else [],
            "represented": self._slugs(related.represents[row.participation_id]),
            "situation": self._slugs(related.situations[row.pk]),
            "speaker": sorted({slug for slug in self._speakers(row) if slug}),
            "kind": [SpeakerKind.of_speaker(row.participation_id, speaker).value],
            "voice": [Voice.of_capacity(row.participation__capacity).value],
            "capacity": _filled(row.participation__capacity),
            "office": _filled(row.participation__office),
            "forum": [dialogue.forum],
            "dialogue": [dialogue.slug],
            "stance": [row.stance],
            "provenance": [row.provenance],
            "source": [source.slug],
            "source_kind": [source.kind],
            "language": [row.language],
            "quotation": [HasQuotation.of_text(row.text).value],
            "length": _filled(TextLength.of_text(row.text)),
        }

    def _slugs(self, participants):
        known = self.registry.participants
        return sorted({known[pk].slug for pk in participants if pk in known})

    def _groups(self, row, day):
        """The groups of the day and the printed group, as StatementQuerySet.in_groups has them."""
        held = self.registry.memberships.groups_on(row.participation__participant, day)
        printed = {row.participation__printed_group} - {None}
        fields = {"group": held | printed, "group_date": held, "group_printed": printed}
        return {name: sorted(map(str, groups)) for name, groups in fields.items()}

    def _with_ancestors(self, themes):
        """The slugs of themes and of all themes above them."""
        pks = {pk for theme in themes for pk in lineage(theme, self.themes.parents)}
        return sorted(self.registry.themes[pk].slug for pk in pks)

    def _speakers(self, row):
        """The slugs of the participant and the person who speak; None if there is none."""
        speakers = (
            self.registry.participants.get(row.participation__participant),
            self.registry.people.get(row.participation__person),
        )
        return [speaker and speaker.slug for speaker in speakers]

    def _names(self, pk):
        """The names of a participant in English; empty for the key None.

        Queries in other languages are translated: see dialogues.snapshot.name_index.
        """
        if pk not in self.everyone.by_pk:
            return []
        participant = self.everyone.by_pk[pk]
        others = (name.name for name in self.everyone.names_of(pk) if name.language == "en")
        return [participant.name, participant.short_name, *others]

    def _labels(self, pk):
        """The label of a theme and its aliases in English."""
        aliases = (alias.alias for alias in self.themes.aliases_of(pk) if alias.language == "en")
        return [self.registry.themes[pk].label, *aliases]

    def _texts(self, row, related, dialogue):
        person = self.registry.people.get(row.participation__person)
        spoken_for = [row.participation__on_behalf_of, *related.represents[row.participation_id]]
        texts = {
            "said": [row.translation],
            "summary": [row.summary, row.source_word],
            "names": [
                *self._names(row.participation__participant),
                *((person.name, person.also_known_as) if person else ()),
                row.participation__office,
                row.participation__name_as_printed,
                row.attribution,
            ],
            "spoken_for": [
                row.participation__on_behalf_of_as_printed,
                *(name for pk in spoken_for for name in self._names(pk)),
            ],
            "themes": [text for pk in sorted(related.themes[row.pk]) for text in self._labels(pk)],
            "dialogue_title": [dialogue.title],
            "note": [row.editor_note],
            "symbols": [dialogue.report_symbols, self.registry.sources[row.source_id].symbols],
        }
        # Apart, so that no phrase runs from one quotation into the next.
        texts.setdefault(said_field(row.language), []).extend(row.text.split("\n\n"))
        return {key: [searchable(part) for part in parts if part] for key, parts in texts.items()}


def _filled(value):
    """A list of the value as text; empty without one."""
    return [str(value)] if value else []
