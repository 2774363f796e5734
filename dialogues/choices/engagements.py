"""Choices of engagements, which are meetings of an office with others."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EngagementKind(TextChoices):
    WORKSHOP = "workshop", _("Workshop")
    SEMINAR = "seminar", _("Seminar")
    TRAINING = "training", _("Training")
    CONFERENCE = "conference", _("Conference")
    MEETING = "meeting", _("Meeting")
    BRIEFING = "briefing", _("Briefing")
    MISSION = "mission", _("Mission")
    OTHER = "other", _("Other")
