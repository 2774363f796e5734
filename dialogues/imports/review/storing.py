"""Stores a document that was brought in: its text, and what is proposed from it."""

from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.choices import Certainty, DocumentClass, ImportStep, ProposalState
from dialogues.imports.document import RULES_VERSION, read_document
from dialogues.imports.document_class import recognise
from dialogues.imports.files.blocks import BlockKind
from dialogues.imports.files.child import read_in_child
from dialogues.imports.files.refusals import UnreadableDocumentError
from dialogues.imports.known import known_names
from dialogues.imports.pieces import Piece, pieces_of
from dialogues.imports.review.dialogue_record import DialogueRecord
from dialogues.imports.review.drafts import Drafts
from dialogues.imports.review.keys import keys_of
from dialogues.imports.review.passages import passages_of, places_of
from dialogues.imports.review.records import MODULES
from dialogues.imports.source_text import lost_quotations, store_text
from dialogues.models import DocumentImport, ImportedRecord, ImportProposal, open_edition

# The name of what has no file.
PASTED = gettext_lazy("Pasted text")
MAX_PASSAGES = 3_000  # of one text
MAX_PROPOSALS = 20_000
COLUMNS = ("document_import", "position", "place", "evidence", "rule", "certainty")
# What nobody has decided about.
UNDECIDED = (ProposalState.OPEN, ProposalState.RECORDED, ProposalState.OBSOLETE)
# Classes from which nothing about a dialogue is proposed.
WITHOUT_DIALOGUE = (DocumentClass.BACKGROUND, DocumentClass.UNKNOWN)


class TooLongError(ValueError):
    """A document with more passages or proposals than can be stored."""


def bring_in(file_name: str, data: bytes, by=None) -> DocumentImport:
    """The import of a file, not read yet; the earlier import of the same bytes if there is one."""
    digest = sha256(data).hexdigest()
    earlier = DocumentImport.objects.filter(digest=digest).exclude(step=ImportStep.REFUSED)
    if known := earlier.first():
        return known
    name = file_name[-DocumentImport._meta.get_field("file_name").max_length :]
    return DocumentImport.objects.create(file_name=name, digest=digest, content=data, by=by)


def read(document_import: DocumentImport) -> None:
    """Read the file of an import. If it cannot be read, the import says why."""
    try:
        pieces = pieces_of(read_in_child(bytes(document_import.content)))
    except UnreadableDocumentError as refusal:
        document_import.step, document_import.problem = ImportStep.REFUSED, refusal.sentence
    else:
        recognised = recognise(pieces)
        document_import.pieces = [asdict(piece) for piece in pieces]
        document_import.document_class = recognised.document_class
        document_import.grounds = list(recognised.grounds)
        document_import.step = ImportStep.READ
    document_import.content = None
    document_import.save()


def pieces_in(document_import: DocumentImport) -> list[Piece]:
    """The stored pieces of a document."""
    return [_piece(values) for values in document_import.pieces]


def _piece(values: Mapping[str, Any]) -> Piece:
    kind, cells = BlockKind(values["kind"]), tuple(values["cells"])
    return Piece(**{**values, "kind": kind, "cells": cells})


def store(document_import: DocumentImport, by=None) -> None:
    """Store the text of an import whose source and dialogue are known, and its proposals.

    In one transaction. Raises TooLongError for more than can be stored.
    """
    pieces = pieces_in(document_import)
    passages = [paragraph for paragraph, _run in passages_of(pieces)]
    if len(passages) > MAX_PASSAGES:
        message = _("This text has more than %d paragraphs. Bring in a part of it.")
        raise TooLongError(message % MAX_PASSAGES)
    with open_edition(_("Text of a document"), by):
        source, dialogue = document_import.source, document_import.dialogue
        if dialogue:
            source.dialogues.add(dialogue)
        _store_passages(source, passages)
        store_proposals(document_import, pieces)


def _store_passages(source, passages):
    """Store the text of a source, unless a quotation in the record would no longer be in it."""
    text = "\n\n".join(paragraph.text for paragraph in passages)
    digest = sha256(text.encode()).hexdigest()
    stored = source.passages.order_by("position").values_list("text", flat=True)
    if list(stored) == [paragraph.text for paragraph in passages]:
        return
    if stored and lost_quotations(source, text):
        return
    store_text(source, passages, replace=bool(stored))
    source.checksum = digest
    source.save()


def store_proposals(document_import: DocumentImport, pieces: list[Piece]) -> None:
    """Store what is proposed from a document, next to what was decided about earlier files of it.

    What is open and no longer in the document becomes obsolete; what was decided stays. Raises
    TooLongError for more than can be stored.
    """
    document_class = DocumentClass(document_import.document_class)
    document = read_document(pieces, known_names(), document_class)
    drafts = Drafts(pieces, places_of(pieces), document_class)
    read_proposals = [each for each in document.proposals if each.kind in MODULES]
    if len(read_proposals) > MAX_PROPOSALS:
        message = _("More than %d things are proposed from this text. Bring in a part of it.")
        raise TooLongError(message % MAX_PROPOSALS)
    keys = keys_of(pieces, read_proposals)
    with transaction.atomic():
        updater = _Updater(document_import)
        for position, (key, proposal) in enumerate(zip(keys, read_proposals, strict=True)):
            updater.put(key, position, proposal, drafts.values_of(proposal))
        updater.finish(set(keys))
        document_import.rules_version = RULES_VERSION
        document_import.counts = [each._asdict() for each in document.counts]
        document_import.spokesmen = [each._asdict() for each in document.spokesmen]
        document_import.step = ImportStep.STORED
        document_import.save()


class _Updater:
    """Puts what a document says next to the stored proposals of its source."""

    def __init__(self, document_import):
        self.document_import, self.source = document_import, document_import.source
        self.record = DialogueRecord(document_import)
        proposals = ImportProposal.objects.filter(source=self.source).select_for_update()
        self.stored = {proposal.key: proposal for proposal in proposals}
        self.parts = {}
        for proposal in self.stored.values():
            if "/" in proposal.key:
                self.parts.setdefault(proposal.key.partition("/")[0], []).append(proposal)
        self.new, self.changed, self.recorded = [], [], []

    def put(self, key, position, proposal, values):
        columns = {
            "document_import": self.document_import,
            "position": position,
            "place": list(proposal.place),
            "evidence": {name: list(place) for name, place in proposal.evidence.items()},
            "rule": proposal.rule,
            "certainty": Certainty(proposal.certainty),
        }
        if stored := self.stored.get(key):
            self._move_parts(key, stored, columns)
            self._update(stored, columns, values)
            return
        created = ImportProposal(
            source=self.source,
            key=key,
            kind=proposal.kind,
            values=values,
            read_values=values,
            **columns,
        )
        self._look_up(created)
        self.new.append(created)

    def _update(self, stored, columns, values):
        for name, value in columns.items():
            setattr(stored, name, value)
        if stored.state in UNDECIDED:
            if not stored.is_changed:
                stored.values = values
            stored.read_values, stored.state = values, ProposalState.OPEN
            self._look_up(stored)
        self.changed.append(stored)

    def _move_parts(self, key, whole, columns):
        """Let the parts of a split proposal go where it goes."""
        piece, start = (columns["place"][at] - whole.place[at] for at in (0, 1))
        for part in self.parts.get(key, ()):
            part.place = _moved(part.place, piece, start)
            part.evidence = {
                name: _moved(place, piece, start) for name, place in part.evidence.items()
            }
            part.document_import, part.position = self.document_import, columns["position"]
            self.changed.append(part)

    def _look_up(self, proposal):
        """Mark a proposal as recorded if the record has it."""
        records = MODULES[proposal.kind].existing(self.record, proposal.values)
        if records:
            proposal.state = ProposalState.RECORDED
            self.recorded.append((proposal, records))

    def finish(self, keys):
        """Save all, and mark what the document no longer has."""
        for stored in self.stored.values():
            is_gone = stored.key.partition("/")[0] not in keys
            if is_gone and stored.state in UNDECIDED:
                stored.state = ProposalState.OBSOLETE
                self.changed.append(stored)
        ImportProposal.objects.bulk_create(self.new, batch_size=500)
        columns = [*COLUMNS, "values", "read_values", "state"]
        ImportProposal.objects.bulk_update(self.changed, columns, batch_size=100)
        ImportedRecord.objects.filter(proposal__in=self.changed, is_new=False).delete()
        ImportedRecord.objects.bulk_create(
            ImportedRecord(
                proposal=proposal, model=record._meta.model_name, record=record.pk, is_new=False
            )
            for proposal, records in self.recorded
            for record in records
        )


def _moved(place, piece, start):
    return [place[0] + piece, place[1] + start, place[2] + start]
