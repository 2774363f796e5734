"""Words for editions."""

from django.db import models

NOTHING_YET = "0"


class EditionQuerySet(models.QuerySet):
    """Editions of the public record."""

    def current_number(self):
        """The number of the latest edition; 0 when nothing has been published yet."""
        return self.aggregate(latest=models.Max("number"))["latest"] or 0

    def current_stamp(self):
        """The number of the latest edition and the time it was made, as text: one small query.

        Unlike the number alone, it never means another edition: not after a backup was restored,
        and not in another database. "0" when nothing has been published yet.
        """
        found = self.order_by("-number").values_list("number", "made_at").first()
        return stamp_of(*found) if found else NOTHING_YET

    def stamped(self, stamp):
        """The number of the edition with this stamp; None where this database has none."""
        number = stamp.partition(" ")[0]
        if not number.isdecimal():
            return None
        made_at = self.filter(number=number).values_list("made_at", flat=True).first()
        return int(number) if made_at and stamp == stamp_of(number, made_at) else None


def stamp_of(number, made_at):
    return f"{number} {made_at.isoformat()}"
