"""Choices of findings and of error reports."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FindingCheck(TextChoices):
    COUNT = "count", _("Printed number differs from the records")
    NAME = "name", _("Name not recognized")
    ALSO_LISTED = "also-listed", _("Represented, but also listed itself")
    DATE = "date", _("Date outside the dialogue")
    QUOTATION = "quotation", _("Quotation not in the source")
    THEME = "theme", _("Statement without a theme")
    ALIKE = "alike", _("Nearly the same text")
    OVERLAP = "overlap", _("Overlapping memberships")
    GROUP_SIZE = "group-size", _("Number of members differs")


class FindingStatus(TextChoices):
    OPEN = "open", _("Open")
    IGNORED = "ignored", _("Ignored")
    RESOLVED = "resolved", _("Resolved")


class ReportStatus(TextChoices):
    NEW = "new", _("Not answered yet")
    PENDING = "pending", _("Accepted, not corrected yet")
    ACCEPTED = "accepted", _("Corrected")
    DECLINED = "declined", _("Left unchanged")
