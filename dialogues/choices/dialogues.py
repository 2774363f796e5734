"""Choices of dialogues."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Forum(TextChoices):
    UNGA = "unga", _("General Assembly")
    HRC = "hrc", _("Human Rights Council")
    ARRIA = "sc-arria", _("Security Council, Arria-formula")


class DialogueFormat(TextChoices):
    INFORMAL = "informal-interactive-dialogue", _("Informal interactive dialogue")
    CLUSTERED = "clustered-interactive-dialogue", _("Clustered interactive dialogue")
    DEBATE = "plenary-debate", _("Plenary debate")
    INTERSESSIONAL = "intersessional-panel", _("Intersessional panel discussion")
    THEMATIC = "thematic-panel", _("Thematic panel discussion")
    ARRIA = "arria-meeting", _("Arria-formula meeting")
    NOT_HELD = "not-held", _("Not held")


class SpeakerListState(TextChoices):
    """How complete the recorded list of speakers is."""

    COMPLETE = "complete", _("As the source prints it, complete")
    INCOMPLETE = "incomplete", _("Incomplete in the source")
    NOT_ENTERED = "not-entered", _("Not recorded here")


class DialogueStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
