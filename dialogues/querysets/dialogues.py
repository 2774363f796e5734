"""Queryset methods of dialogues."""

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from dialogues.choices import (
    DialogueFormat,
    DialogueStatus,
    FindingStatus,
    ParagraphProgress,
    ParticipantKind,
    StatementStatus,
)
from dialogues.querysets.base import CuratedQuerySet

OPEN = ParagraphProgress.OPEN


class DialogueQuerySet(CuratedQuerySet):
    """Events at which R2P was discussed."""

    def published(self):
        """Dialogues that the public sees."""
        return self.filter(status=DialogueStatus.PUBLISHED)

    def held(self):
        """Without the years that had a report but no dialogue."""
        return self.exclude(format=DialogueFormat.NOT_HELD)

    def in_series(self, name):
        """Dialogues of a series. An empty name matches none."""
        return self.filter(series=name).exclude(series="")

    def newest_first(self):
        return self.order_by("-year", "-held_on", "slug")

    def oldest_first(self):
        return self.order_by("year", "held_on", "slug")

    def with_page(self):
        """Load what the page of a dialogue shows."""
        return self.prefetch_related("further_days", "webcasts", "sources", "notes", "situations")

    def with_record(self):
        """Load what the public record of a dialogue names, and add `statement_count`.

        A subquery, not a join with all statements: a tenth of the time with 100,000 of them.
        """
        published = self.related("statements").published()
        related = self.prefetch_related("further_days", "webcasts", "sources", "situations")
        return related.annotate(statement_count=_number_of(published, "pk"))

    def with_listing(self):
        """Load what a list shows: days, reported figures, and how much is entered.

        Adds `statement_count`, `unattributed_count` (of speakers not named), `recorded_states`
        (that took the floor) and `is_entered_in_full`.
        """
        published = Q(statements__status=StatementStatus.PUBLISHED)
        speakers = self.related("participations").took_the_floor().from_the_floor()
        states = speakers.filter(participant__kind=ParticipantKind.STATE)
        ledger = self.related("sources__ledger").filter(source__dialogues=OuterRef("pk"))
        return self.prefetch_related("further_days", "figures__source").annotate(
            statement_count=Count("statements", filter=published, distinct=True),
            unattributed_count=Count(
                "statements",
                filter=published & Q(statements__participation=None),
                distinct=True,
            ),
            recorded_states=_number_of(states, "participant"),
            is_entered_in_full=Exists(ledger) & ~Exists(ledger.filter(progress=OPEN)),
        )

    def with_progress(self):
        """Add how many records of each kind a dialogue has, and how many wait for work."""
        of_statements = _statuses(self.related("statements"))
        return self.annotate(
            source_count=_number_of(self.related("sources"), "pk", "dialogues"),
            speaker_count=_number_of(self.related("participations"), "pk"),
            draft_count=of_statements(StatementStatus.DRAFT),
            in_review_count=of_statements(StatementStatus.IN_REVIEW),
            published_count=of_statements(StatementStatus.PUBLISHED),
            figure_count=_number_of(self.related("figures"), "pk"),
            finding_count=_number_of(
                self.related("findings").filter(status=FindingStatus.OPEN), "pk"
            ),
            open_paragraph_count=_number_of(
                self.related("sources__ledger").filter(progress=OPEN), "pk", "source__dialogues"
            ),
        )


def _statuses(statements):
    """A function from a status to the number of a dialogue's statements with it."""
    return lambda status: _number_of(statements.filter(status=status), "pk")


def _number_of(records, column, dialogue="dialogue"):
    """A subquery with the number of distinct values in a column of the records of a dialogue.

    `dialogue` is the path from such a record to its dialogue.
    """
    of_dialogue = records.filter(**{dialogue: OuterRef("pk")}).order_by()
    numbers = of_dialogue.values(dialogue).annotate(n=Count(column, distinct=True))
    return Coalesce(Subquery(numbers.values("n")), 0)
