"""Makes drafts of proposals that a person accepts. Nothing is published by that."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from dialogues.choices import ProposalKind, ProposalState
from dialogues.imports.review.decisions import Refusal, each, locked
from dialogues.imports.review.dialogue_record import DialogueRecord
from dialogues.imports.review.records import MODULES
from dialogues.imports.review.records.speakers import participation_of, speakers_of
from dialogues.models import DocumentImport, ImportedRecord, ImportProposal

SPEAKING = (ProposalKind.PARTICIPATION, ProposalKind.OFFICIAL)


def accept(document_import: DocumentImport, proposals, user) -> list[Refusal]:
    """Make drafts of open proposals, each on its own. Returns the Refusals.

    In a published dialogue, what would be public at once waits for `add_accepted`.
    """
    acceptance = _Acceptance(document_import)
    with_speakers = acceptance.with_speakers(proposals)
    return each(document_import, with_speakers, user, "accept", acceptance.accept)


def add_accepted(document_import: DocumentImport, user) -> list[Refusal]:
    """Make the records of accepted proposals that wait, which are public from then on."""
    # First the speakers, as the document prints them.
    waiting = sorted(waiting_in(document_import), key=lambda each: each.kind not in SPEAKING)
    return each(document_import, waiting, user, "add", _Acceptance(document_import).add)


def waiting_in(document_import: DocumentImport):
    """The accepted proposals whose records are not made, because they would be public at once."""
    accepted = document_import.proposals.filter(state=ProposalState.ACCEPTED)
    return accepted.filter(records=None)


class _Acceptance:
    """Accepts proposals one after the other, with the names and records read once."""

    def __init__(self, document_import):
        self.document_import, self._record = document_import, None

    @property
    def record(self):
        self._record = self._record or DialogueRecord(self.document_import)
        return self._record

    def with_speakers(self, proposals):
        """The proposals; before a statement, the open ones by which its speakers took part."""
        for proposal in proposals:
            if proposal.kind == ProposalKind.STATEMENT:
                yield from self._missing_speakers(proposal)
            yield proposal

    def _missing_speakers(self, statement):
        for speaker in speakers_of(statement.values):
            try:
                recorded = participation_of(self.record, speaker, statement.values)
            except ValidationError:
                recorded = None
            if recorded is None:
                yield from _proposals_of(statement, speaker)

    def accept(self, decision, proposal):
        try:
            stored = locked(proposal)
            if _is_public_at_once(self.record, stored):
                decision.change(stored, state=ProposalState.ACCEPTED, reason="")
            else:
                self._make(decision, stored)
        except (ValidationError, IntegrityError):
            # It has what is rolled back now.
            self._record = None
            raise

    def add(self, decision, proposal):
        stored = ImportProposal.objects.select_for_update().get(pk=proposal.pk)
        try:
            if stored.state == ProposalState.ACCEPTED and not stored.records.exists():
                self._make(decision, stored)
        except (ValidationError, IntegrityError):
            self._record = None
            raise

    def _make(self, decision, proposal):
        """Make the records of a proposal, and note which."""
        before = len(self.record.added)
        records = MODULES[proposal.kind].make(self.record, proposal)
        added = self.record.added[before:]
        decision.change(proposal, state=ProposalState.ACCEPTED, reason="")
        decision.made(added)
        ImportedRecord.objects.bulk_create(
            ImportedRecord(
                proposal=proposal,
                model=record._meta.model_name,
                record=record.pk,
                is_new=record in added,
            )
            for record in dict.fromkeys(records)
        )


def _is_public_at_once(record, proposal):
    """Whether readers would see the record, or that of the speaker whom a draft needs."""
    if proposal.kind == ProposalKind.ENGAGEMENT:
        return True
    if record.dialogue is None or not record.dialogue.is_public():
        return False
    if proposal.kind == ProposalKind.UNNAMED:
        return False
    return proposal.kind != ProposalKind.STATEMENT or _lacks_speaker(record, proposal)


def _lacks_speaker(record, proposal):
    values = proposal.values
    return any(participation_of(record, speaker, values) is None for speaker in speakers_of(values))


def _proposals_of(statement, speaker):
    """The first open proposal of the document by which a speaker took part; none if none did.

    One for a group comes last: whether the speaker speaks for it here is asked then.
    """
    matches = []
    for proposal in statement.document_import.proposals.open().filter(kind__in=SPEAKING):
        values = proposal.values
        names = (values.get("participant"), values.get("person"), values.get("office"))
        if speaker.label in names:
            is_for_group = bool(values.get("on_behalf_of_as_printed"))
            matches.append((is_for_group != bool(speaker.group), proposal.position, proposal))
    return [min(matches)[-1]] if matches else []
