"""Queryset methods of versions."""

from datetime import timedelta

from django.db import models

from dialogues.choices import DialogueStatus, StatementStatus


class VersionQuerySet(models.QuerySet):
    """Published texts of statements. Nothing changes or removes them."""

    def update(self, **values):
        raise TypeError("A version cannot be changed.")

    def delete(self):
        raise TypeError("A version cannot be deleted.")

    update.alters_data = True
    delete.alters_data = True

    def for_reference(self, reference):
        """The versions of the statement with this reference."""
        return self.filter(statement__reference=reference)

    def public(self):
        """Versions of published statements."""
        return self.filter(
            statement__status=StatementStatus.PUBLISHED,
            statement__dialogue__status=DialogueStatus.PUBLISHED,
        )

    def with_statement(self):
        """Load what a list of versions names, without the texts."""
        columns = ("number", "edition", "made_at", "reason", "digest", "statement__reference")
        return self.select_related("statement").only(*columns)

    def changed_since(self, moment):
        """Versions frozen at a moment or later.

        Not by edition: a version that was loaded from files may have that of another database.
        """
        return self.filter(made_at__gte=moment)

    def latest_by_statement(self, pks):
        """{statement key: its latest version}. One query."""
        versions = self.filter(statement__among=pks).order_by("number").defer("page")
        return {version.statement_id: version for version in versions}

    def public_at(self, moment):
        """The version of one statement that was public at a moment (to the second), or None.

        Before the first version, the first one, as RFC 7089 (4.5.3) requires.
        """
        before = self.filter(made_at__lt=moment + timedelta(seconds=1)).order_by("-number").first()
        return before or self.order_by("number").first()
