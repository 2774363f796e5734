"""Imported documents, what is proposed from them, and what people decided about it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues import choices
from dialogues.models.dialogues import Dialogue
from dialogues.models.sources import SourceDocument
from dialogues.querysets.document_imports import (
    DocumentImportQuerySet,
    ImportProposalQuerySet,
)


class DocumentImport(models.Model):
    """A file that was brought in: its text in pieces and the class of the document.

    `pieces`, `grounds`, `counts` and `spokesmen` are as in `dialogues.imports`. The file itself is
    stored only while it waits to be read.
    """

    Step = choices.ImportStep
    DocumentClass = choices.DocumentClass

    file_name = models.CharField(_("file"), max_length=200)
    digest = models.CharField(_("SHA-256 of the file"), max_length=64, db_index=True)
    content = models.BinaryField(null=True)
    step = models.CharField(_("step"), max_length=8, choices=Step, default=Step.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress in percent"), default=0)
    problem = models.TextField(_("problem"), blank=True)
    rules_version = models.PositiveIntegerField(default=0)
    document_class = models.CharField(
        _("class"), max_length=16, choices=DocumentClass, default=DocumentClass.UNKNOWN
    )
    grounds = models.JSONField(default=list)
    pieces = models.JSONField(default=list)
    counts = models.JSONField(default=list)
    spokesmen = models.JSONField(default=list)
    source = models.ForeignKey(
        SourceDocument,
        models.PROTECT,
        null=True,
        related_name="imports",
        verbose_name=_("source"),
    )
    dialogue = models.ForeignKey(
        Dialogue, models.PROTECT, null=True, related_name="imports", verbose_name=_("dialogue")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("brought in on"), default=timezone.now)

    objects = DocumentImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("document import")
        verbose_name_plural = _("document imports")

    def __str__(self):
        return self.file_name


class ImportProposal(models.Model):
    """What a document says of one record, with the evidence and the rule that read it.

    It belongs to the source, so that a later import of a changed file finds the decisions. `key`
    identifies what is said, see `dialogues.imports.review.keys`. Places are [piece, from, to] in
    the pieces of `document_import`, the latest import that has it.
    """

    Kind = choices.ProposalKind
    State = choices.ProposalState
    Certainty = choices.Certainty

    source = models.ForeignKey(SourceDocument, models.CASCADE, related_name="proposals")
    document_import = models.ForeignKey(DocumentImport, models.CASCADE, related_name="proposals")
    key = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    rule = models.CharField(_("rule"), max_length=60)
    certainty = models.CharField(_("certainty"), max_length=11, choices=Certainty)
    place = models.JSONField()
    # The place of each field.
    evidence = models.JSONField(default=dict)
    # Of the fields of the record, as a person left them and as the rule read them.
    values = models.JSONField()
    read_values = models.JSONField()
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ImportProposalQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="proposal_once_per_source")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def is_accepted(self):
        return self.state == self.State.ACCEPTED

    @property
    def is_changed(self):
        """Whether a person changed what the rule read."""
        return self.values != self.read_values


class ImportedRecord(models.Model):
    """A record that was made from a proposal, or that had it before."""

    proposal = models.ForeignKey(ImportProposal, models.CASCADE, related_name="records")
    # The name of the model, and the key of the record.
    model = models.CharField(max_length=20)
    record = models.PositiveBigIntegerField()
    # Whether accepting the proposal made the record.
    is_new = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        indexes = [models.Index(fields=["model", "record"], name="imported_record_by_record")]

    def __str__(self):
        return f"{self.model} {self.record}"


class ImportDecision(models.Model):
    """What a person decided about proposals in one step, so that it can be undone."""

    document_import = models.ForeignKey(DocumentImport, models.CASCADE, related_name="decisions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    act = models.CharField(max_length=10)
    # [[key of a proposal, {column: value before}]]
    rows = models.JSONField()
    # [[model, key of a record, number of its history row after the step]]
    made = models.JSONField(default=list)
    # Keys of the proposals that it added.
    parts = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("decision about proposals")
        verbose_name_plural = _("decisions about proposals")

    def __str__(self):
        return f"{self.act} {self.made_at:%d %B %Y %H:%M}"
