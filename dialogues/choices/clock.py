"""The time for which names and groups are shown."""

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Clock(TextChoices):
    """The time for which names and group memberships are shown."""

    EITHER = "either", _("on the day or in the source")
    PRINTED = "printed", _("in the source")
    DATE = "date", _("on the day")
    TODAY = "today", _("today")

    @property
    def names(self):
        """The label of the names shown: with EITHER, which has no single name, today's."""
        return self.TODAY.label if self == self.EITHER else self.label

    @property
    def is_by_print(self):
        """Whether the groups printed in a source count."""
        return self in (Clock.PRINTED, Clock.EITHER)

    def day(self, held_on):
        """The day whose memberships count for a dialogue; None if only printed groups count."""
        if self == Clock.PRINTED:
            return None
        return timezone.localdate() if self == Clock.TODAY else held_on
