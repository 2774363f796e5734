"""Words for editions."""

from django.db import models


class EditionQuerySet(models.QuerySet):
    """Editions of the public record."""

    def current_number(self):
        """The number of the latest edition; 0 when nothing has been published yet."""
        return self.aggregate(latest=models.Max("number"))["latest"] or 0
