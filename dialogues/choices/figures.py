"""Choices of reported figures."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FigureQualifier(TextChoices):
    EXACT = "exact", _("exactly")
    AT_LEAST = "at-least", _("at least")
    OVER = "over", _("more than")
    ABOUT = "about", _("about")


class FigureMeasure(TextChoices):
    SPEAKERS = "states-speaking", _("States that spoke")
    COVERAGE = "states-covered", _("States represented in total")
    OBSERVERS = "observers-speaking", _("Observers that spoke")
    ORGANIZATIONS = "organizations-speaking", _("Regional organizations that spoke")
    CIVIL_SOCIETY = "civil-society-speaking", _("Civil society organizations that spoke")
    EVER = "states-ever", _("States that have ever spoken, since 2009")
    PARTICIPANTS = "people-present", _("People present")
    EVERY = "states-every", _("States that spoke in every dialogue of the series up to then")
    GROUP_SIZE = "group-size", _("Members of a group")
    MEMBERS = "members-speaking", _("Members of a group that spoke")
    POSITION = "position", _("States that took a position")
    VOTE = "vote", _("Votes")
    OTHER = "other", _("Something else")
