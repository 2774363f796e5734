"""Words for statements: what a page, an export or a count of statements may ask."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Value, When
from django.db.models.functions import Concat

from dialogues.choices import Capacity, Clock, SpeakerKind, StatementStatus, Voice
from dialogues.http.urls import address_parts
from dialogues.querysets import lookups  # noqa: F401 registers `among`
from dialogues.querysets.base import CuratedQuerySet

# A dialogue that was not held has no day; the two databases would sort it differently.
_LATEST_DAY = F("dialogue__held_on").desc(nulls_last=True)


# Where letters are looked for while the search index cannot be asked.
LETTERS_IN = (
    "text",
    "translation",
    "summary",
    "attribution",
    "participation__person__name",
    "participation__office",
    "participation__name_as_printed",
    "participation__on_behalf_of_as_printed",
    "dialogue__title",
    "dialogue__report_symbols",
    "source__symbols",
)


class StatementQuerySet(CuratedQuerySet):
    """What was said."""

    def published(self):
        """Statements the public may read."""
        return self.filter(status=StatementStatus.PUBLISHED)

    def with_public_versions(self):
        """Statements whose versions the public may read: the published ones, and those for which
        another stands now."""
        redirection = apps.get_model("dialogues", "Redirection")
        before, after = address_parts("statement-detail")
        address = Concat(Value(before), OuterRef("reference"), Value(after))
        moved = redirection.objects.filter(old=address).exclude(new="")
        is_moved = Q(Exists(moved), status=StatementStatus.WITHDRAWN)
        return self.filter(Q(status=StatementStatus.PUBLISHED) | is_moved)

    def all_keys(self):
        """The database keys in order, as they are read: there may be a million."""
        return self.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=10_000)

    def with_listing(self):
        """Load what every listing shows, so that a page costs the same at any length."""
        return self.select_related(
            "dialogue",
            "source",
            "participation__participant",
            "participation__person",
            "participation__on_behalf_of",
            "participation__printed_group",
        ).prefetch_related("themes", "participation__represents__participant")

    def with_record(self):
        """Load all that the public record of a statement names."""
        return self.with_listing().prefetch_related("situations")

    def with_speaker(self):
        """Load what names a statement in a line: who said it, for whom, where and when."""
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
        """In the order of the speakers' names; those nobody is named for come last."""
        return self.order_by(
            F("participation__participant__slug").asc(nulls_last=True),
            F("participation__person__slug").asc(nulls_last=True),
            _LATEST_DAY,
            "dialogue_id",
            "position",
            "pk",
        )

    def as_printed(self):
        """In the order of the source."""
        return self.order_by("position", "pk")

    def last_position(self):
        """The position of the last of them; 0 when there is none."""
        return self.aggregate(last=Max("position"))["last"] or 0

    def attributed(self):
        """Of a named speaker."""
        return self.exclude(participation=None)

    def unattributed(self):
        """Of nobody who is named: “some delegations”."""
        return self.filter(participation=None)

    def showing_participant(self, pk):
        """Statements whose entry shows a participant: speaking, spoken for or spoken about."""
        return self.filter(
            Q(participation__participant=pk)
            | Q(participation__on_behalf_of=pk)
            | Q(participation__printed_group=pk)
            | Q(participation__represents__participant=pk)
            | Q(situations=pk)
        ).distinct()

    def by_participants(self, slugs):
        """Spoken by these participants, for themselves or for others."""
        return self.filter(participation__participant__slug__in=slugs)

    def by_speakers(self, slugs):
        """Spoken by these participants or people."""
        by_person = Q(participation__person__slug__in=slugs)
        return self.filter(by_person | Q(participation__participant__slug__in=slugs))

    def representing(self, slugs):
        """Spoken by another for these, as the source prints it."""
        participation = apps.get_model("dialogues", "Participation")
        represented = participation.objects.filter(participant__slug__in=slugs)
        speaking = represented.exclude(represented_by=None).order_by().values("represented_by")
        return self.filter(participation__in=speaking)

    def about_situations(self, slugs):
        """Spoken about these countries."""
        named = self.model.situations.through.objects.filter(participant__slug__in=slugs)
        return self.filter(Exists(named.filter(statement=OuterRef("pk"))))

    def in_groups(self, slugs, clock=Clock.EITHER):
        """By those who belong to these groups by a clock: on the day or as printed, if not said."""
        return self.filter(self.in_groups_condition(slugs, clock))

    def in_groups_condition(self, slugs, clock=Clock.EITHER):
        """The condition of in_groups, for a count of several groups at once."""
        printed = Q(participation__printed_group__slug__in=slugs)
        day = Clock(clock).day(OuterRef("dialogue__held_on"))
        if day is None:
            return printed
        held = apps.get_model("dialogues", "Membership").objects.counted().on(day)
        held = held.filter(member=OuterRef("participation__participant"), group__slug__in=slugs)
        # Without a day nobody is known to have been a member.
        has_day = Q() if clock == Clock.TODAY else Q(dialogue__held_on__isnull=False)
        at_the_date = has_day & Q(Exists(held))
        return printed | at_the_date if Clock(clock).is_by_print else at_the_date

    def within_themes(self, slugs):
        """On these themes or on any below them."""
        return self.filter(self.within_themes_condition(slugs))

    def within_themes_condition(self, slugs):
        """The condition of within_themes."""
        theme = apps.get_model("dialogues", "Theme")
        # The tree is asked first: inside the other question PostgreSQL sometimes went through it
        # again for each statement.
        within = list(theme.objects.within(slugs).values_list("pk", flat=True))
        tagged = self.model.themes.through.objects.filter(theme__in=within)
        return Q(pk__in=tagged.values("statement"))

    def with_speaker_kind(self):
        """Adds `speaker_kind`: the participant's kind; "person" for one who speaks as such, not
        for a participant; "unnamed" where the source names nobody."""
        kind = Case(
            When(participation=None, then=Value(SpeakerKind.UNNAMED)),
            When(participation__participant=None, then=Value(SpeakerKind.PERSON)),
            default=F("participation__participant__kind"),
            output_field=models.CharField(),
        )
        return self.annotate(speaker_kind=kind)

    def with_voice(self):
        """Adds `voice`: "own", "joint" when on behalf of others, "unnamed" of nobody named."""
        voice = Case(
            When(participation=None, then=Value(Voice.UNNAMED)),
            When(participation__capacity=Capacity.ON_BEHALF, then=Value(Voice.JOINT)),
            default=Value(Voice.OWN),
            output_field=models.CharField(),
        )
        return self.annotate(voice=voice)

    def by_kinds(self, kinds):
        """By speakers of these kinds, as in with_speaker_kind."""
        return self.with_speaker_kind().filter(speaker_kind__in=kinds)

    def in_voices(self, voices):
        """In these voices, as in with_voice."""
        return self.with_voice().filter(voice__in=voices)

    def has_words(self, words):
        """The condition that these letters stand in what is said, in a name or in a title."""
        participant = apps.get_model("dialogues", "Participant")
        named = participant.objects.name_contains(words)
        tagged = self.model.themes.through.objects.filter(theme__label__icontains=words)
        found = Q(participation__participant__in=named) | Q(participation__on_behalf_of__in=named)
        for column in LETTERS_IN:
            found |= Q(**{f"{column}__icontains": words})
        return found | Q(pk__in=tagged.values("statement"))

    def before_statement(self, statement):
        """Those before a statement in the order of oldest_first."""
        day = statement.dialogue.held_on
        before = Q(dialogue__held_on__lt=day) if day else Q(dialogue__held_on__isnull=False)
        return self.filter(before | self._on_the_day(statement, "lt"))

    def after_statement(self, statement):
        """Those after a statement in the order of oldest_first."""
        day = statement.dialogue.held_on
        after = Q(dialogue__held_on__gt=day) | Q(dialogue__held_on=None) if day else Q(pk__in=[])
        return self.filter(after | self._on_the_day(statement, "gt"))

    @staticmethod
    def _on_the_day(statement, side):
        """The condition of standing on one side ("lt", "gt") of a statement on its day."""
        day = Q(dialogue__held_on=statement.dialogue.held_on)
        dialogue = day & Q(dialogue=statement.dialogue_id)
        position = dialogue & Q(position=statement.position)
        return (
            (day & Q(**{f"dialogue__{side}": statement.dialogue_id}))
            | (dialogue & Q(**{f"position__{side}": statement.position}))
            | (position & Q(**{f"pk__{side}": statement.pk}))
        )

    def by_same_speaker(self, statement):
        """By the participant that spoke; for one who speaks as a person, by that person.

        None for an office without a name and for those whom nobody names.
        """
        speech = statement.participation
        if speech and speech.participant_id:
            return self.filter(participation__participant=speech.participant_id)
        if speech and speech.person_id:
            return self.filter(participation__person=speech.person_id)
        return self.none()

    def with_same_sentence(self, statement):
        """Other statements that the source makes in the same words of several speakers."""
        return self.filter(
            source=statement.source,
            section=statement.section,
            paragraph=statement.paragraph,
            text=statement.text,
            summary=statement.summary,
        ).exclude(pk=statement.pk)
