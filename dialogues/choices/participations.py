"""Choices of participations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from dialogues.choices.participants import STATE_KINDS


class Capacity(TextChoices):
    NATIONAL = "national", _("in its national capacity")
    ON_BEHALF = "on-behalf", _("on behalf of others")
    OWN_NAME = "own-name", _("in its own name")
    CHAIR = "chair", _("chair")
    OPENING = "opening", _("opening speaker")
    PANEL = "panel", _("panellist")
    MODERATOR = "moderator", _("moderator")
    MANDATE_HOLDER = "mandate-holder", _("mandate holder in dialogue")
    CLOSING = "closing", _("closing speaker")

    @classmethod
    def default_for_kind(cls, kind):
        """In what capacity a participant of a kind speaks for itself."""
        return cls.NATIONAL if kind in STATE_KINDS else cls.OWN_NAME


# Delegations and guests speak in these. In any other, a speaker has a role of its own.
FLOOR_CAPACITIES = (Capacity.NATIONAL, Capacity.ON_BEHALF, Capacity.OWN_NAME)


class ParticipationStatus(TextChoices):
    SPOKE = "spoke", _("took the floor")
    INSCRIBED = "inscribed", _("inscribed, could not deliver")
    REPRESENTED = "represented", _("represented by another")
    ALIGNED = "aligned", _("aligned itself with a statement")
    DISSOCIATED = "dissociated", _("asked not to be associated with a joint statement")
