"""Queryset methods of editions and their changes."""

from django.db import connections, models

from dialogues.choices import ChangeKind, DialogueStatus, StatementStatus

NOTHING_YET = "0"
MAX_DIGITS = 9  # of an edition number in a stamp
ENDED = (ChangeKind.WITHDRAWN, ChangeKind.MERGED, ChangeKind.SPLIT)
CORRECTIONS = (ChangeKind.CORRECTED, *ENDED)


class EditionQuerySet(models.QuerySet):
    """Editions of the public record."""

    def current_number(self):
        """The number of the latest edition; 0 if nothing has been published yet."""
        return self.aggregate(latest=models.Max("number"))["latest"] or 0

    def current_stamp(self):
        """The number of the latest edition and its time, as text. One small query.

        Unlike the number alone, a stamp is unique across databases and restored backups.
        "0" if nothing has been published yet.
        """
        return self._stamp("ORDER BY number DESC LIMIT 1") or NOTHING_YET

    def with_change_count(self):
        """Add `change_count`: how many statements each changed."""
        return self.annotate(change_count=models.Count("changes"))

    def changed_since(self, edition):
        """Editions after the one with this number."""
        return self.filter(number__gt=edition)

    def number_for_stamp(self, stamp):
        """The number of the edition with this stamp; None if this database has no such edition."""
        number = stamp.partition(" ")[0]
        if len(number) > MAX_DIGITS or not number.isdecimal():
            return None
        return int(number) if self._stamp("WHERE number = %s", int(number)) == stamp else None

    def _stamp(self, clauses, *params):
        """The stamp of one edition, or None.

        Raw SQL, because every request starts with it: building the query with the ORM takes four
        times as long as running it.
        """
        table = self.model._meta.db_table
        with connections[self.db].cursor() as cursor:
            cursor.execute(f"SELECT number, made_at FROM {table} {clauses}", params)  # noqa: S608 ours
            row = cursor.fetchone()
        return row and f"{row[0]} {row[1]}"


class ChangeQuerySet(models.QuerySet):
    """Changes that editions made to statements."""

    def corrections(self):
        """Corrections, withdrawals, merges and splits that the public sees.

        Once a statement is withdrawn, its earlier corrections are hidden: their reasons may repeat
        what was wrong with it.
        """
        is_shown = models.Q(kind__in=ENDED) | models.Q(statement__status=StatementStatus.PUBLISHED)
        public = self.filter(is_shown, statement__dialogue__status=DialogueStatus.PUBLISHED)
        return public.filter(kind__in=CORRECTIONS)

    def changed_since(self, edition):
        """Changes after the edition with this number."""
        return self.filter(edition_id__gt=edition)

    def newest_first(self):
        return self.order_by("-edition_id", "statement_id")

    def with_names(self):
        """Load what a list of changes shows."""
        return self.select_related(
            "edition",
            "statement__dialogue",
            "statement__participation__participant",
            "statement__participation__person",
        )
