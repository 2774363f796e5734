"""Queryset methods of participants and their memberships."""

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from dialogues.choices import (
    GroupKind,
    MembershipRole,
    ParticipantKind,
)
from dialogues.querysets.base import CuratedQuerySet
from dialogues.text.names import name_key


class ParticipantQuerySet(CuratedQuerySet):
    """Participants: they can take the floor or be represented."""

    @classmethod
    def manager_for(cls, kinds):
        """A manager of the participants of these kinds only."""

        class KindManager(models.Manager.from_queryset(cls)):
            def get_queryset(self):
                return super().get_queryset().filter(kind__in=kinds)

        return KindManager()

    def by_name(self, name):
        """The one participant with this name or alias, in any spelling; empty if unknown."""
        key = name_key(name)
        aliases = self.related("names").filter(key=key)
        return self.filter(Q(key=key) | Q(pk__in=aliases.values("participant")))

    def name_contains(self, letters):
        """Participants with these letters in a name or alias, in any spelling."""
        key = name_key(letters)
        if not key:
            return self.none()
        aliases = self.related("names").filter(participant=OuterRef("pk"), key__contains=key)
        return self.filter(Q(key__contains=key) | Exists(aliases))

    def matching(self, query):
        """Participants with these letters in a name or alias, or with this ISO code."""
        has_code = Q(iso2__iexact=query.strip()) | Q(iso3__iexact=query.strip())
        return self.filter(Q(pk__in=self.name_contains(query)) | has_code)

    def states(self):
        """Member states, without observers."""
        return self.filter(kind=ParticipantKind.STATE)

    def regional_groups(self):
        """The five UN regional groups."""
        return self.filter(kind=ParticipantKind.GROUP, group_kind=GroupKind.REGIONAL)

    def with_members(self):
        """Groups, and other participants that have members."""
        memberships = self.related("memberships_of_it").counted().filter(group=OuterRef("pk"))
        return self.filter(Q(kind=ParticipantKind.GROUP) | Exists(memberships))

    def in_groups_today(self, slugs):
        """Members of these groups today, including the observers counted with them."""
        memberships = self.related("memberships").counted().valid_on(timezone.localdate())
        return self.filter(Exists(memberships.filter(member=OuterRef("pk"), group__slug__in=slugs)))

    def with_listing(self):
        """Load what a list shows: `statement_count`, `dialogue_count`, `regional_memberships`."""
        statements = self.related("participations__statements")
        spoke = self.related("participations").public().took_the_floor().from_the_floor()
        return self.annotate(
            statement_count=_count(statements.published(), "participation__participant"),
            dialogue_count=_count(spoke, "participant", "dialogue"),
        ).prefetch_related(self._regional_memberships())

    def with_record(self):
        """Load what the public record of a participant names."""
        return self.prefetch_related(
            "names", "memberships__group", "memberships__member", "memberships__source"
        )

    def with_member_count(self):
        """Add how many of each group are known: `member_count` and `observer_count`, both today.

        `named_count` is of all that a source ever named as members.
        """
        today = timezone.localdate()
        has_begun = Q(memberships_of_it__since=None) | Q(memberships_of_it__since__lte=today)
        has_not_ended = Q(memberships_of_it__until=None) | Q(memberships_of_it__until__gte=today)
        is_observer = Q(memberships_of_it__role=MembershipRole.OBSERVER)
        is_counted = ~Q(memberships_of_it__role=MembershipRole.TAKES_PART)
        is_today = has_begun & has_not_ended & is_counted
        return self.annotate(
            member_count=_members(is_today & ~is_observer),
            observer_count=_members(is_today & is_observer),
            named_count=_members(is_counted),
        )

    def regional_first(self):
        first = Case(When(group_kind=GroupKind.REGIONAL, then=Value(0)), default=Value(1))
        return self.order_by(first, "slug")

    def _regional_memberships(self):
        """Today's memberships in regional groups, loaded as `regional_memberships`."""
        today = self.related("memberships").valid_on(timezone.localdate())
        regional = today.filter(group__group_kind=GroupKind.REGIONAL).select_related("group")
        return Prefetch("memberships", regional, to_attr="regional_memberships")


def _members(filters):
    return Count("memberships_of_it__member", filter=filters, distinct=True)


def _count(records, participant_column, counted_column="pk"):
    """A subquery with how many distinct values the records of a participant have in a column."""
    own = records.filter(**{participant_column: OuterRef("pk")}).order_by()
    counts = own.values(participant_column).annotate(n=Count(counted_column, distinct=True))
    return Coalesce(Subquery(counts.values("n")), 0)


class MembershipQuerySet(CuratedQuerySet):
    """Memberships of participants in groups."""

    def valid_on(self, day):
        """Memberships known to be valid on a day; a missing date is open. `day` may be an F()."""
        has_begun = Q(since=None) | Q(since__lte=day)
        return self.filter(has_begun, Q(until=None) | Q(until__gte=day))

    def counted(self):
        """Members and the observers counted with a group, without those that only take part."""
        return self.exclude(role=MembershipRole.TAKES_PART)

    def with_names(self):
        return self.select_related("group", "member", "source")

    def by_member(self):
        return self.order_by("member__slug", F("since").asc(nulls_first=True), "pk")

    def newest_first(self):
        return self.order_by("group__slug", F("since").desc(nulls_last=True), "member__slug")
