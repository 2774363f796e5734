"""Editors' notes to readers about a source or a dialogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.sources import SourceDocument
from dialogues.querysets.notes import EditorsNoteQuerySet


class EditorsNote(CuratedRecord):
    """A note on a contradiction or gap in a source, or on how to read it."""

    Kind = choices.NoteKind

    code = models.SlugField(_("code"), max_length=60, unique=True)
    source = models.ForeignKey(
        SourceDocument,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="notes",
        verbose_name=_("source"),
    )
    dialogue = models.ForeignKey(
        Dialogue,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="notes",
        verbose_name=_("dialogue"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    text = models.TextField(_("text"), help_text=_("Readers see this."))

    objects = EditorsNoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["code"]
        verbose_name = _("editor's note")
        verbose_name_plural = _("editor's notes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__isnull=False) | models.Q(dialogue__isnull=False),
                name="editors_note_is_about_something",
                violation_error_message=_(
                    "Give the source or the dialogue that the note is about."
                ),
            )
        ]

    def __str__(self):
        return self.code

    def is_public(self):
        return self.dialogue is None or self.dialogue.is_public()
