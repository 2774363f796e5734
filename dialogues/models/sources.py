"""Source documents, and where in them something is written."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.participants import Participant
from dialogues.querysets.sources import SourceDocumentQuerySet


class SourceDocument(CuratedRecord):
    """A document that reports statements or figures."""

    Kind = choices.SourceKind

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
    published_on = models.DateField(_("published on"), null=True, blank=True)
    date_as_printed = models.CharField(_("date as printed"), max_length=100, blank=True)
    retrieved_on = models.DateField(_("retrieved on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, default="en")
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
    def has_text(self):
        """Whether we have the text, and not only the reference."""
        return bool(self.checksum)


class Passage(CuratedRecord):
    """A part of a source's text, stored for review. The public does not see it."""

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


class Located(models.Model):
    """Where in a source a record is written: a section, a paragraph, or both."""

    source = models.ForeignKey(
        SourceDocument, models.PROTECT, related_name="%(class)ss", verbose_name=_("source")
    )
    section = models.CharField(
        _("section"), max_length=300, blank=True, help_text=_("The heading above it.")
    )
    paragraph = models.CharField(
        _("paragraph"),
        max_length=40,
        blank=True,
        help_text=_(
            "The printed number: 27 or fn 3. If none is printed, its place in the section: 2nd."
        ),
    )
    line = models.PositiveIntegerField(
        _("line"), null=True, blank=True, help_text=_("In the text file, to check it.")
    )

    class Meta:
        abstract = True

    @property
    def locator(self):
        """Section and paragraph, as in a citation; empty if neither is known."""
        return locator_of(self.section, self.paragraph)


def locator_of(section, paragraph):
    """Section and paragraph, as in a citation; empty if neither is known."""
    # A heading in brackets, such as (introduction), is ours: no quotation marks.
    if section and not section.startswith("("):
        section = _("section “%s”") % section
    return ", ".join(str(part) for part in (section, _paragraph_label(paragraph)) if part)


def _paragraph_label(paragraph):
    """“paragraph 27”; “2nd paragraph” if the source prints no numbers."""
    if paragraph.isdigit():
        return _("paragraph %s") % paragraph
    if paragraph[:1].isdigit():
        return _("%s paragraph") % paragraph
    return paragraph
