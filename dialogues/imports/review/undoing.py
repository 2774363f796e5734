"""Undoes what a person decided about proposals."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.imports.review.decisions import version_of
from dialogues.models import (
    DocumentImport,
    ImportDecision,
    ImportedRecord,
    ImportProposal,
    open_edition,
)


def last_decision(document_import: DocumentImport, user) -> ImportDecision | None:
    """The decision that `undo` would undo: the person's latest about this document."""
    decisions = ImportDecision.objects.filter(
        document_import=document_import, user=user, undone_at=None
    )
    return decisions.first()


def undo(document_import: DocumentImport, user) -> list[int]:
    """Undo the person's latest decision; returns the keys of its proposals.

    The records that it made are deleted. Raises ValidationError if one was changed since or is
    used by others; then nothing is undone.
    """
    with open_edition(_("Undone"), user):
        decision = last_decision(document_import, user)
        if decision is None:
            raise ValidationError(_("There is nothing of yours to undo."))
        for model, key, version in reversed(decision.made):
            _delete(model, key, version)
        keys = [key for key, _before in decision.rows]
        for key, before in reversed(decision.rows):
            proposal = ImportProposal.objects.get(pk=key)
            for name, value in before.items():
                setattr(proposal, name, value)
            proposal.save()
        ImportedRecord.objects.filter(proposal__in=keys, is_new=True).delete()
        ImportProposal.objects.filter(pk__in=decision.parts).delete()
        decision.undone_at = timezone.now()
        decision.save()
    return list(dict.fromkeys(keys))


def _delete(model, key, version):
    """Delete a record that is as the decision left it."""
    record = apps.get_model("dialogues", model).objects.filter(pk=key).first()
    if record is None:
        return
    if version_of(record) != version:
        message = _("It cannot be undone: “%s” was changed since.")
        raise ValidationError(message % record)
    try:
        record.delete()
    except ProtectedError as problem:
        message = _("It cannot be undone: “%s” is used by other records.")
        raise ValidationError(message % record) from problem
