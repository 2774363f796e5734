"""Words for versions."""

from datetime import timedelta

from django.db import models


class VersionQuerySet(models.QuerySet):
    """What was published, as it was published. Nothing changes or removes it."""

    def update(self, **values):
        raise TypeError("A version never changes.")

    def delete(self):
        raise TypeError("A version is never removed.")

    update.alters_data = True
    delete.alters_data = True

    def of(self, reference):
        """The versions of one statement, by its reference."""
        return self.filter(statement__reference=reference)

    def latest_by_statement(self, pks):
        """{key of the statement: its latest version} of these statements. One query."""
        found = self.filter(statement__among=pks).order_by("number").defer("page")
        return {one.statement_id: one for one in found}

    def at(self, moment):
        """The version that was public in a second, of versions of one statement; the first one
        where that is before it, as RFC 7089 (4.5.3) asks. None where there is no version."""
        before = self.filter(made_at__lt=moment + timedelta(seconds=1)).order_by("-number").first()
        return before or self.order_by("number").first()
