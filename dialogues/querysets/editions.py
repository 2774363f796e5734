"""Words for editions."""

from django.db import connections, models

from dialogues.choices import ChangeKind, DialogueStatus, StatementStatus

NOTHING_YET = "0"
LONGEST_NUMBER = 9  # digits
ENDED = (ChangeKind.WITHDRAWN, ChangeKind.MERGED, ChangeKind.SPLIT)
CORRECTIONS = (ChangeKind.CORRECTED, *ENDED)


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
        return self._stamp("ORDER BY number DESC LIMIT 1") or NOTHING_YET

    def number_for_stamp(self, stamp):
        """The number of the edition with this stamp; None where this database has none."""
        number = stamp.partition(" ")[0]
        if len(number) > LONGEST_NUMBER or not number.isdecimal():
            return None
        return int(number) if self._stamp("WHERE number = %s", int(number)) == stamp else None

    def _stamp(self, which, *values):
        """The stamp of one edition, or None.

        In SQL, for each request begins with it: the query's building took four times its running.
        """
        table = self.model._meta.db_table
        with connections[self.db].cursor() as cursor:
            cursor.execute(f"SELECT number, made_at FROM {table} {which}", values)  # noqa: S608 ours
            found = cursor.fetchone()
        return found and f"{found[0]} {found[1]}"


class ChangeQuerySet(models.QuerySet):
    """What editions did to statements."""

    def corrections(self):
        """Statements whose words were corrected or taken back, as far as the public may know.

        Why a statement was corrected is not told any more when it was withdrawn: the reason may
        repeat what was wrong with it.
        """
        is_told = models.Q(kind__in=ENDED) | models.Q(statement__status=StatementStatus.PUBLISHED)
        public = self.filter(is_told, statement__dialogue__status=DialogueStatus.PUBLISHED)
        return public.filter(kind__in=CORRECTIONS)

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
