"""By which clock groups and names are told: both change, so whatever counts them says which."""

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Clock(TextChoices):
    """When a group or a name is that of a state."""

    EITHER = "either", _("at the date or as printed")
    PRINTED = "printed", _("as printed")
    DATE = "date", _("at the date")
    TODAY = "today", _("today")

    @property
    def names(self):
        """How names are told, in words. Of two clocks at once there is no one name."""
        names = {self.PRINTED: _("as printed"), self.DATE: _("of the date")}
        return names.get(self, _("today’s"))

    @property
    def is_by_print(self):
        """Whether a group that a source prints counts."""
        return self in (Clock.PRINTED, Clock.EITHER)

    def day(self, held_on):
        """The day whose memberships count for a dialogue; None where only print does."""
        if self == Clock.PRINTED:
            return None
        return timezone.localdate() if self == Clock.TODAY else held_on
