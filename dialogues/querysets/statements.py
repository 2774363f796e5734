"""Queryset methods of statements."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, Length

from dialogues.choices import (
    LENGTHS,
    Capacity,
    Clock,
    HasQuotation,
    ParticipantKind,
    Provenance,
    SpeakerKind,
    StatementStatus,
    TextLength,
    Voice,
)
from dialogues.http.urls import address_parts
from dialogues.querysets import lookups  # noqa: F401 registers `among`
from dialogues.querysets.base import CuratedQuerySet

# Without nulls_last, SQLite and PostgreSQL sort dialogues that have no day differently.
_LATEST_DAY = F("dialogue__held_on").desc(nulls_last=True)


QUOTABLE = (80, 170)  # characters of a quotation that is shown whole
# What a search reads while the search index is not available.
SEARCHED_COLUMNS = (
    "text",
    "translation",
    "summary",
    "attribution",
    "participation__person__name",
    "participation__office",
    "participation__name_as_printed",
    "participation__on_behalf_of_as_printed",
    "dialogue__report_symbols",
    "source__symbols",
)


class StatementQuerySet(CuratedQuerySet):
    """Statements made at dialogues."""

    def published(self):
        """Statements that the public sees."""
        return self.filter(status=StatementStatus.PUBLISHED)

    def with_public_versions(self):
        """Statements whose versions the public sees: the published ones, and those that were
        replaced by another statement."""
        before, after = address_parts("statement-detail")
        address = Concat(Value(before), OuterRef("reference"), Value(after))
        redirections = apps.get_model("dialogues", "Redirection").objects.filter(old=address)
        is_replaced = Q(Exists(redirections.exclude(new="")), status=StatementStatus.WITHDRAWN)
        return self.filter(Q(status=StatementStatus.PUBLISHED) | is_replaced)

    def drafts_of(self, user):
        """Drafts that a user entered, the latest first.

        Adds `sent_back_because`: why a reviewer sent it back; None if nobody did.
        """
        rows = self.model.history.filter(id=OuterRef("pk"))
        entered = rows.order_by("history_id").values("history_user")[:1]
        reviews = rows.filter(status=StatementStatus.IN_REVIEW)
        last_review = reviews.order_by("-history_id").values("history_id")[:1]
        drafts = self.filter(status=StatementStatus.DRAFT)
        after_review = rows.filter(history_id__gt=OuterRef("last_review")).order_by("history_id")
        return (
            drafts.annotate(entered_by=Subquery(entered), last_review=Subquery(last_review))
            .filter(entered_by=user.pk)
            .annotate(sent_back_because=Subquery(after_review.values("history_change_reason")[:1]))
            .order_by("-pk")
        )

    def all_keys(self):
        """An iterator over the keys, in order. There may be a million: it reads them in blocks."""
        return self.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=10_000)

    def with_listing(self):
        """Load what every list shows, so that a page takes as many queries at any length."""
        return self.select_related(
            "dialogue",
            "source",
            "participation__participant",
            "participation__person",
            "participation__on_behalf_of",
            "participation__printed_group",
        ).prefetch_related("themes", "participation__represents__participant")

    def with_record(self):
        """Load what the public record of a statement names."""
        return self.with_listing().prefetch_related("situations")

    def with_speaker(self):
        """Load what a one-line title shows: speaker, group, dialogue and day."""
        return self.select_related(
            "dialogue",
            "participation__participant",
            "participation__person",
            "participation__on_behalf_of",
        )

    def newest_first(self):
        return self.order_by(_LATEST_DAY, "dialogue_id", "position", "pk")

    def oldest_first(self):
        day = F("dialogue__held_on").asc(nulls_last=True)
        return self.order_by(day, "dialogue_id", "position", "pk")

    def by_speaker(self):
        """By the speaker's name; statements without a named speaker come last."""
        return self.order_by(
            F("participation__participant__slug").asc(nulls_last=True),
            F("participation__person__slug").asc(nulls_last=True),
            _LATEST_DAY,
            "dialogue_id",
            "position",
            "pk",
        )

    def in_source_order(self):
        """In the order of their source."""
        return self.order_by("position", "pk")

    def last_position(self):
        """The highest position; 0 if there is none."""
        return self.aggregate(last=Max("position"))["last"] or 0

    def attributed(self):
        """Statements of a named speaker."""
        return self.exclude(participation=None)

    def unattributed(self):
        """Statements whose speaker is not named: “some delegations”."""
        return self.filter(participation=None)

    def showing_participant(self, pk):
        """Statements whose page shows a participant: as speaker, represented or discussed."""
        return self.filter(
            Q(participation__participant=pk)
            | Q(participation__on_behalf_of=pk)
            | Q(participation__printed_group=pk)
            | Q(participation__represents__participant=pk)
            | Q(situations=pk)
        ).distinct()

    def by_participants(self, slugs):
        """Made by these participants, for themselves or for others."""
        return self.filter(participation__participant__slug__in=slugs)

    def by_speakers(self, slugs):
        """Made by these participants or people."""
        is_by_person = Q(participation__person__slug__in=slugs)
        return self.filter(is_by_person | Q(participation__participant__slug__in=slugs))

    def representing(self, slugs):
        """Made by another on behalf of these participants, as the source prints it."""
        represented = self.related("participation").filter(participant__slug__in=slugs)
        speakers = represented.exclude(represented_by=None).order_by().values("represented_by")
        return self.filter(participation__in=speakers)

    def about_situations(self, slugs):
        """About the situation in these countries."""
        situations = self.model.situations.through.objects.filter(participant__slug__in=slugs)
        return self.filter(Exists(situations.filter(statement=OuterRef("pk"))))

    def in_groups(self, slugs, clock=Clock.EITHER):
        """Made by members of these groups. `clock` says when they are members."""
        return self.filter(self.in_groups_condition(slugs, clock))

    def in_groups_condition(self, slugs, clock=Clock.EITHER):
        """The condition of in_groups, to count several groups at once."""
        is_printed = Q(participation__printed_group__slug__in=slugs)
        day = Clock(clock).day(OuterRef("dialogue__held_on"))
        if day is None:
            return is_printed
        memberships = self.related("participation__participant__memberships").counted()
        memberships = memberships.valid_on(day).filter(
            member=OuterRef("participation__participant"), group__slug__in=slugs
        )
        # If the dialogue has no day, nobody is known to be a member.
        has_day = Q() if clock == Clock.TODAY else Q(dialogue__held_on__isnull=False)
        is_member = has_day & Q(Exists(memberships))
        return is_printed | is_member if Clock(clock).is_by_print else is_member

    def within_themes(self, slugs):
        """On these themes or their sub-themes."""
        return self.filter(self.within_themes_condition(slugs))

    def within_themes_condition(self, slugs):
        """The condition of within_themes."""
        # A query of its own: as a subquery, PostgreSQL sometimes runs it again for each statement.
        themes = list(self.related("themes").within(slugs).values_list("pk", flat=True))
        tagged = self.model.themes.through.objects.filter(theme__in=themes)
        return Q(pk__in=tagged.values("statement"))

    def with_speaker_kind(self):
        """Add `speaker_kind`, a SpeakerKind."""
        kind = Case(
            When(participation=None, then=Value(SpeakerKind.UNNAMED)),
            When(participation__participant=None, then=Value(SpeakerKind.PERSON)),
            default=F("participation__participant__kind"),
            output_field=models.CharField(),
        )
        return self.annotate(speaker_kind=kind)

    def with_voice(self):
        """Add `voice`, a Voice."""
        voice = Case(
            When(participation=None, then=Value(Voice.UNNAMED)),
            When(participation__capacity=Capacity.ON_BEHALF, then=Value(Voice.JOINT)),
            default=Value(Voice.OWN),
            output_field=models.CharField(),
        )
        return self.annotate(voice=voice)

    def quotable(self):
        """Published quotations of states in English, of a length that a page can show whole."""
        quotations = self.published().filter(
            participation__participant__kind=ParticipantKind.STATE,
            provenance__in=(Provenance.QUOTED, Provenance.VERBATIM, Provenance.DELIVERED),
            language="en",
        )
        return quotations.annotate(letters=Length("text")).filter(letters__range=QUOTABLE)

    def with_day(self):
        """Add `day`: when it was spoken; None if the dialogue has no day."""
        return self.annotate(day=Coalesce("participation__spoke_on", "dialogue__held_on"))

    def on_days(self, days):
        """Spoken on one of these days, in ISO 8601."""
        return self.with_day().filter(day__in=days)

    def with_quotation(self):
        """Add `quotation`, a HasQuotation."""
        has_text = When(text="", then=Value(HasQuotation.NO))
        value = Case(has_text, default=Value(HasQuotation.YES), output_field=models.CharField())
        return self.annotate(quotation=value)

    def with_quotations(self, values):
        """With a quotation or without one."""
        return self.with_quotation().filter(quotation__in=values)

    def with_length(self):
        """Add `length`, a TextLength; None without a text."""
        ends = [When(letters__lte=end, then=Value(length)) for length, end in LENGTHS]
        length = Case(
            When(text="", then=Value(None)),
            *ends,
            default=Value(TextLength.LONG),
            output_field=models.CharField(null=True),
        )
        return self.annotate(letters=Length("text"), length=length)

    def of_length(self, lengths):
        """With texts of these lengths."""
        return self.with_length().filter(length__in=lengths)

    def by_kinds(self, kinds):
        """Made by speakers of these kinds."""
        return self.with_speaker_kind().filter(speaker_kind__in=kinds)

    def in_voices(self, voices):
        """In these voices."""
        return self.with_voice().filter(voice__in=voices)

    def letters_condition(self, letters):
        """The condition that the text, a name or a theme contains these letters."""
        participants = self.related("participation__participant").name_contains(letters)
        tagged = self.model.themes.through.objects.filter(theme__label__icontains=letters)
        matches = Q(participation__participant__in=participants)
        matches |= Q(participation__on_behalf_of__in=participants)
        for column in SEARCHED_COLUMNS:
            matches |= Q(**{f"{column}__icontains": letters})
        return matches | Q(pk__in=tagged.values("statement"))

    def before_statement(self, statement):
        """Statements before this one in the order of oldest_first."""
        day = statement.dialogue.held_on
        is_earlier = Q(dialogue__held_on__lt=day) if day else Q(dialogue__held_on__isnull=False)
        return self.filter(is_earlier | self._on_same_day(statement, "lt"))

    def after_statement(self, statement):
        """Statements after this one in the order of oldest_first."""
        day = statement.dialogue.held_on
        is_later = Q(dialogue__held_on__gt=day) | Q(dialogue__held_on=None) if day else Q(pk__in=[])
        return self.filter(is_later | self._on_same_day(statement, "gt"))

    @staticmethod
    def _on_same_day(statement, lookup):
        """The condition of being before ("lt") or after ("gt") a statement on the same day."""
        day = Q(dialogue__held_on=statement.dialogue.held_on)
        dialogue = day & Q(dialogue=statement.dialogue_id)
        position = dialogue & Q(position=statement.position)
        return (
            (day & Q(**{f"dialogue__{lookup}": statement.dialogue_id}))
            | (dialogue & Q(**{f"position__{lookup}": statement.position}))
            | (position & Q(**{f"pk__{lookup}": statement.pk}))
        )

    def by_same_speaker(self, statement):
        """By the same participant, or by the same person if the speaker has no participant.

        Empty for an office without a name and for unnamed speakers.
        """
        speaker = statement.participation
        if speaker and speaker.participant_id:
            return self.filter(participation__participant=speaker.participant_id)
        if speaker and speaker.person_id:
            return self.filter(participation__person=speaker.person_id)
        return self.none()

    def with_same_sentence(self, statement):
        """Other statements from the same sentence, attributed to several speakers by the source."""
        return self.filter(
            source=statement.source,
            section=statement.section,
            paragraph=statement.paragraph,
            text=statement.text,
            summary=statement.summary,
        ).exclude(pk=statement.pk)
