"""What the querysets of curated records have in common."""

from django.db import models


class CuratedQuerySet(models.QuerySet):
    """Records whose every change is kept: they are saved one by one.

    `update` and `bulk_create` would write neither history nor edition, so they are refused.
    """

    def update(self, **values):
        raise TypeError("Save each record, so that its history and the edition hear of it.")

    def bulk_create(self, *args, **kwargs):
        raise TypeError("Create each record, so that its history and the edition hear of it.")

    def delete(self):
        """Delete each record by itself, with its history and edition; how many rows went."""
        return sum(record.delete()[0] for record in self)

    update.alters_data = True
    delete.alters_data = True
    bulk_create.alters_data = True
