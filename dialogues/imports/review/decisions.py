"""What people decide about proposals: reject, change, reopen; see accepting.py. Saved at once."""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from dialogues.choices import ProposalState
from dialogues.models import (
    Dialogue,
    DocumentImport,
    ImportDecision,
    ImportProposal,
    open_edition,
)

# No longer in the document, or split into parts.
CLOSED = (ProposalState.OBSOLETE, ProposalState.REPLACED)
# What a decision may change of a proposal.
COLUMNS = ("state", "reason", "values", "place", "evidence")


class Refusal(NamedTuple):
    """A proposal about which nothing was decided, and why, as a sentence."""

    proposal: ImportProposal
    problem: str


class Decision:
    """One decision of a person, about one proposal or several, saved proposal by proposal."""

    def __init__(self, document_import: DocumentImport, user, act: str) -> None:
        self.document_import, self.user = document_import, user
        self.row = ImportDecision(document_import=document_import, user=user, act=act, rows=[])

    @contextmanager
    def step(self):
        """One transaction. If it fails, nothing of it is in the decision either.

        The dialogue is locked, because two people may accept the same speaker.
        """
        before = self.row.pk, list(self.row.rows), list(self.row.made)
        try:
            with open_edition(_("From “%s”") % self.document_import.source, self.user):
                if key := self.document_import.dialogue_id:
                    Dialogue.objects.select_for_update(no_key=True).get(pk=key)
                yield
                self.row.save()
        except BaseException:
            self.row.pk, self.row.rows, self.row.made = before
            self.row._state.adding = self.row.pk is None
            raise

    def change(self, proposal: ImportProposal, **columns) -> None:
        """Change columns of a proposal, so that it can be undone."""
        before = {name: getattr(proposal, name) for name in COLUMNS}
        self.row.rows.append([proposal.pk, before])
        for name, value in columns.items():
            setattr(proposal, name, value)
        proposal.save(update_fields=list(columns))

    def made(self, records: Iterable) -> None:
        """Note records that the decision made."""
        self.row.made += [[each._meta.model_name, each.pk, version_of(each)] for each in records]


def version_of(record) -> int | None:
    """The number of the latest history row of a record; None if it is deleted."""
    return record.history.order_by("-pk").values_list("pk", flat=True).first()


def locked(proposal: ImportProposal) -> ImportProposal:
    """The stored proposal, locked. Raises ValidationError if somebody has decided about it."""
    stored = ImportProposal.objects.select_for_update().get(pk=proposal.pk)
    if not stored.is_open:
        message = _("Somebody has decided about it meanwhile: %s.")
        raise ValidationError(message % stored.get_state_display())
    return stored


def each(
    document_import: DocumentImport,
    proposals: Iterable[ImportProposal],
    user,
    act: str,
    decide: Callable[[Decision, ImportProposal], None],
) -> list[Refusal]:
    """Decide about each proposal on its own, once. Returns the Refusals; the others are decided."""
    decision, refusals = Decision(document_import, user, act), []
    for proposal in proposals:
        if any(key == proposal.pk for key, _before in decision.row.rows):
            continue
        try:
            with decision.step():
                decide(decision, proposal)
        except (ValidationError, IntegrityError) as problem:
            refusals.append(Refusal(proposal, problem_of(problem)))
    return refusals


def problem_of(problem: ValidationError | IntegrityError) -> str:
    """What is wrong, in sentences that name the fields."""
    if isinstance(problem, IntegrityError):
        return _("Somebody saved the same at this moment: try again.")
    if not hasattr(problem, "error_dict"):
        return " ".join(problem.messages)
    return " ".join(
        message if name == "__all__" else f"{name.replace('_', ' ')}: {message}"
        for name, messages in problem.message_dict.items()
        for message in messages
    )


def reject(document_import: DocumentImport, proposals, user, reason: str = "") -> list[Refusal]:
    """Reject open proposals. A later import of the document does not propose them again."""

    def decide(decision, proposal):
        decision.change(locked(proposal), state=ProposalState.REJECTED, reason=reason)

    return each(document_import, proposals, user, "reject", decide)


def change(document_import: DocumentImport, proposal, user, values: dict) -> list[Refusal]:
    """Change what an open proposal says."""

    def decide(decision, proposal):
        stored = locked(proposal)
        decision.change(stored, values={**stored.values, **values})

    return each(document_import, [proposal], user, "change", decide)


def reopen(document_import: DocumentImport, proposal, user) -> list[Refusal]:
    """Open a proposal again of which no record was made."""

    def decide(decision, proposal):
        stored = ImportProposal.objects.select_for_update().get(pk=proposal.pk)
        if stored.records.filter(is_new=True).exists() or stored.state in CLOSED:
            raise ValidationError(_("It has records: undo the decision, or correct them."))
        decision.change(stored, state=ProposalState.OPEN, reason="")

    return each(document_import, [proposal], user, "reopen", decide)
