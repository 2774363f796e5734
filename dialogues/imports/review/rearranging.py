"""Splits a proposal into parts, and merges two that are one statement."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.choices import ProposalKind, ProposalState
from dialogues.imports.language.sentences import Span, sentences_of
from dialogues.imports.review.decisions import Decision, locked
from dialogues.models import DocumentImport, ImportProposal

TEXTS = (ProposalKind.STATEMENT, ProposalKind.UNNAMED)


def split(document_import: DocumentImport, proposal: ImportProposal, user) -> list[ImportProposal]:
    """Split an open proposal: a statement by its speakers, else its quotations, else its sentences.

    Returns the parts. Raises ValidationError for one that has no parts.
    """
    decision = Decision(document_import, user, "split")
    with decision.step():
        whole = locked(proposal)
        changes = _parts_of(whole, document_import.pieces)
        if len(changes) < 2:
            raise ValidationError(_("It has one speaker and one sentence: nothing to split."))
        parts = [_part(whole, number, values) for number, values in enumerate(changes, 1)]
        decision.change(whole, state=ProposalState.REPLACED)
        ImportProposal.objects.bulk_create(parts)
        decision.row.parts = [part.pk for part in parts]
    return parts


def _parts_of(whole, pieces):
    """The (values, place) that the parts have instead of the whole's."""
    if whole.kind not in TEXTS:
        return []
    values, place = whole.values, whole.place
    speakers = values.get("speakers", ())
    if len(speakers) > 1:
        return [({"speakers": [speaker]}, place) for speaker in speakers]
    quotations = [part for part in values["text"].split("\n\n") if part.strip()]
    if len(quotations) > 1:
        return [({"text": quotation, "summary": ""}, place) for quotation in quotations]
    piece, start, end = place
    text = pieces[piece]["text"]
    sentences = [Span(*each) for each in sentences_of(text) if start <= each.start < end]
    if values["text"] or len(sentences) < 2:
        return []
    return [
        ({"summary": span.of(text).strip()}, [piece, span.start, min(span.end, end)])
        for span in sentences
    ]


def _part(whole, number, change):
    values, place = change
    return ImportProposal(
        source=whole.source,
        document_import=whole.document_import,
        key=f"{whole.key}/{number}",
        position=whole.position,
        kind=whole.kind,
        rule=whole.rule,
        certainty=whole.certainty,
        place=place,
        evidence=whole.evidence,
        values=whole.values | values,
        read_values=whole.values | values,
    )


def merge(document_import: DocumentImport, above: ImportProposal, proposal: ImportProposal, user):
    """Add what an open proposal says to the one above it, which has the same speakers.

    Raises ValidationError for two that are not statements of the same speakers.
    """
    decision = Decision(document_import, user, "merge")
    with decision.step():
        first, second = locked(above), locked(proposal)
        if first.kind not in TEXTS or _who(first) != _who(second):
            raise ValidationError(_("Only statements of the same speaker are merged."))
        values = first.values | {
            name: _joined(first.values[name], second.values[name], separator)
            for name, separator in (("text", "\n\n"), ("summary", " "))
        }
        decision.change(first, values=values, place=_span_of(first.place, second.place))
        decision.change(second, state=ProposalState.REPLACED)


def _who(proposal):
    names = ("speakers", "for_groups", "attribution")
    return proposal.kind, [proposal.values.get(name) for name in names]


def _joined(first, second, separator):
    return separator.join(part for part in (first, second) if part)


def _span_of(first, second):
    """The place of both, if they are in one piece; else that of the first."""
    if first[0] != second[0]:
        return first
    return [first[0], min(first[1], second[1]), max(first[2], second[2])]
