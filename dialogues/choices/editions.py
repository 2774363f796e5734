"""Choices of changes, redirections and merges."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChangeKind(TextChoices):
    PUBLISHED = "published", _("published")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    MERGED = "merged", _("merged with another statement")
    SPLIT = "split", _("split into several statements")
    RELATED = "related", _("related record changed")


class RedirectionReason(TextChoices):
    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REMOVED = "removed", _("removed")


class MergeKind(TextChoices):
    PARTICIPANTS = "participants", _("Participants merged")
    THEMES = "themes", _("Themes merged")
    STATEMENTS = "statements", _("Statements merged")
    SPLIT_STATEMENT = "split-statement", _("Statement split")
    SPLIT_PARTICIPANT = "split-participant", _("Participant split")
    SPLIT_THEME = "split-theme", _("Theme split")
