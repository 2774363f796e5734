"""By which clock groups and names are told: both change, so whatever counts them says which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Clock(TextChoices):
    """When a group or a name is that of a state."""

    EITHER = "either", _("at the date or as printed")
    PRINTED = "printed", _("as printed")
    DATE = "date", _("at the date")
    TODAY = "today", _("today")
