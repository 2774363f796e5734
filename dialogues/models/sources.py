"""Source documents, their passages and their ledger."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.languages import is_language_tag
from dialogues.models.locators import locator_of
from dialogues.models.participants import Participant
from dialogues.querysets.sources import SourceDocumentQuerySet


class SourceDocument(CuratedRecord):
    """A document that reports statements or figures."""

    Kind = choices.SourceKind
    ReadExtent = choices.ReadExtent

    has_page = True

    title = models.CharField(_("title"), max_length=400)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Part of permanent links. Do not change it."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    publisher_note = models.CharField(
        _("how we know the publisher"),
        max_length=300,
        blank=True,
        help_text=_("Only if the document does not name it."),
    )
    dialogues = models.ManyToManyField(
        Dialogue, blank=True, related_name="sources", verbose_name=_("dialogues")
    )
    organizations = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="mentioned_in",
        verbose_name=_("organizations described"),
        help_text=_(
            "For background pages. Being described does not make an organization a speaker."
        ),
    )
    symbols = models.CharField(
        _("symbols"),
        max_length=200,
        blank=True,
        help_text=_("Of this document, separated by spaces."),
    )
    url = models.URLField(_("link"), max_length=500, blank=True)
    archived_url = models.URLField(
        _("archived copy"), max_length=500, blank=True, help_text=_("In a web archive.")
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Never the day of the event.")
    )
    published_in = models.CharField(
        _("published in"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^(19|20)\d\d(-(0[1-9]|1[0-2]))?$")],
        help_text=_("If the day is not known: a year, 2017, or a month, 2017-09."),
    )
    date_note = models.CharField(
        _("about its date"),
        max_length=300,
        blank=True,
        help_text=_("For example: not dated; after 15 September 2017. Readers see this."),
    )
    date_as_printed = models.CharField(
        _("date printed on it"),
        max_length=100,
        blank=True,
        help_text=_("A date in the title is the day of the event, not of publication."),
    )
    retrieved_on = models.DateField(_("retrieved on"), null=True, blank=True)
    checked_on = models.DateField(
        _("link checked on"), null=True, blank=True, help_text=_("When the link last worked.")
    )
    read_extent = models.CharField(
        _("how much was read"),
        max_length=10,
        choices=choices.ReadExtent,
        blank=True,
        help_text=_("Statements from a beginning prove nothing about the rest."),
    )
    is_text_public = models.BooleanField(
        _("show its passages to readers"),
        default=False,
        help_text=_("Only if its rights permit it."),
    )
    language = models.CharField(
        _("language"), max_length=10, default="en", validators=[is_language_tag]
    )
    checksum = models.CharField(
        _("SHA-256 of the text"),
        max_length=64,
        blank=True,
        help_text=_("Leave empty if we do not have the text."),
    )
    rights = models.CharField(_("rights"), max_length=300, blank=True)
    about = models.TextField(
        _("about this document"),
        blank=True,
        help_text=_("What it is, and what it leaves out. Readers see this."),
    )

    objects = SourceDocumentQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[dialogues, organizations])

    class Meta:
        ordering = ["slug"]
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("source-detail", args=[self.slug])

    def affected_statements(self):
        return self.statements.published()

    @property
    def published(self):
        """When it was published, in words: a day, month or year; empty if it is not known."""
        if self.published_on:
            return choices.DatePrecision.DAY.in_words(self.published_on)
        if "-" in self.published_in:
            month = date.fromisoformat(f"{self.published_in}-01")
            return choices.DatePrecision.MONTH.in_words(month)
        return self.published_in

    @property
    def publisher_in_brackets(self):
        """The publisher; in square brackets if the document does not name it."""
        is_inferred = self.publisher and self.publisher_note
        return f"[{self.publisher}]" if is_inferred else self.publisher

    @property
    def has_text(self):
        """Whether we have the text, and not only the reference."""
        return bool(self.checksum)


class Passage(CuratedRecord):
    """A part of a source's text, stored for review. Readers see it if the source permits it."""

    source = models.ForeignKey(SourceDocument, models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField(_("position"), help_text=_("Order in the document."))
    section = models.CharField(_("section"), max_length=300, blank=True)
    paragraph = models.CharField(_("paragraph"), max_length=20, blank=True)
    text = models.TextField(_("text"))

    history = HistoricalRecords()

    class Meta:
        ordering = ["source_id", "position"]
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [
            models.UniqueConstraint(fields=["source", "position"], name="passage_one_per_position")
        ]

    def __str__(self):
        return self.text[:80]

    def is_public(self):
        return False


class SourceParagraph(CuratedRecord):
    """A line of a source's ledger: what has been done with one of its paragraphs."""

    Progress = choices.ParagraphProgress

    source = models.ForeignKey(
        SourceDocument, models.CASCADE, related_name="ledger", verbose_name=_("source")
    )
    position = models.PositiveIntegerField(_("position"), help_text=_("Order in the document."))
    section = models.CharField(_("section"), max_length=300, blank=True)
    paragraph = models.CharField(_("paragraph"), max_length=40, blank=True)
    progress = models.CharField(
        _("progress"), max_length=10, choices=Progress, default=Progress.OPEN
    )
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("Why not. Readers see this.")
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["source_id", "position"]
        verbose_name = _("paragraph of a source")
        verbose_name_plural = _("paragraphs of sources")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "position"], name="source_paragraph_one_per_position"
            )
        ]

    def __str__(self):
        return locator_of(self.section, self.paragraph)

    def get_absolute_url(self):
        return f"{self.source.get_absolute_url()}#ledger"
