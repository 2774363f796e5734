"""How exactly a date is known."""

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class DatePrecision(TextChoices):
    """How exactly a source gives a date."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")

    def in_words(self, day):
        """A day as exactly as it is known: 6 September 2017, September 2017 or 2017."""
        return date_format(day, {"day": "j F Y", "month": "F Y", "year": "Y"}[self])
