"""From which words of a document a record was made."""

from typing import NamedTuple

from django.urls import reverse

from dialogues.models import ImportedRecord

MAX_WORDS = 500  # characters


class Origin(NamedTuple):
    """The document, the rule that read it, the words, and the address of the proposal."""

    document: str
    rule: str
    words: str
    address: str


def origin_of(record) -> Origin | None:
    """The Origin of a record that was made from a proposal; None for any other."""
    imported = (
        ImportedRecord.objects.filter(model=record._meta.model_name, record=record.pk, is_new=True)
        .select_related("proposal__document_import")
        .first()
    )
    if imported is None:
        return None
    proposal = imported.proposal
    piece, start, end = proposal.place
    text = proposal.document_import.pieces[piece]["text"]
    address = reverse("admin:dialogues_documentimport_change", args=[proposal.document_import_id])
    return Origin(
        proposal.document_import.file_name,
        proposal.rule.replace("-", " "),
        text[start:end][:MAX_WORDS],
        f"{address}?at={proposal.pk}",
    )
