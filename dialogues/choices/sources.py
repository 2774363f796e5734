"""Choices of source documents and notes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SourceKind(TextChoices):
    NGO_SUMMARY = "ngo-summary", _("Summary by a civil society organization")
    PRESIDENT_SUMMARY = "president-summary", _("President's summary")
    UN_REPORT = "un-report", _("United Nations report")
    PRESS_RELEASE = "press-release", _("Press release or meetings coverage")
    UN_RESOLUTION = "un-resolution", _("United Nations resolution")
    DELIVERED_TEXT = "delivered-text", _("Text of a statement as delivered")
    GOVERNMENT = "government-document", _("Document of a government or parliament")
    PRESS = "press", _("Press report")
    WEB_PAGE = "web-page", _("Web page")
    PROGRAMME = "programme", _("Programme")
    BACKGROUND = "background", _("Background page")


class NoteKind(TextChoices):
    CONTRADICTION = "contradiction", _("The source contradicts itself")
    CONFLICT = "conflict", _("Sources disagree")
    ERROR = "error", _("Error in the source")
    LOST = "lost", _("Gap in the source")
    COUNT = "count", _("Numbers and lists")
    NAMES = "names", _("Names")
    READING = "reading", _("Reading note")


class ReadExtent(TextChoices):
    """How much of a document was read for this collection."""

    BEGINNING = "beginning", _("only its beginning")
    WHOLE = "whole", _("the whole text")


class ParagraphProgress(TextChoices):
    """What has been done with a paragraph of a source."""

    ENTERED = "entered", _("entered")
    NOTHING = "nothing", _("nothing to enter")
    OPEN = "open", _("not yet entered")
