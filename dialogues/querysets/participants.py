"""Words for participants, their names and memberships."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from dialogues.choices import (
    FLOOR_CAPACITIES,
    DialogueStatus,
    GroupKind,
    MembershipRole,
    ParticipantKind,
    ParticipationStatus,
    StatementStatus,
)
from dialogues.querysets.base import CuratedQuerySet
from dialogues.text.names import name_key


class ParticipantQuerySet(CuratedQuerySet):
    """Whoever can take the floor or be spoken for."""

    @classmethod
    def manager_for(cls, kinds):
        """A manager that knows only participants of these kinds."""

        class KindManager(models.Manager.from_queryset(cls)):
            def get_queryset(self):
                return super().get_queryset().filter(kind__in=kinds)

        return KindManager()

    def named(self, text):
        """The one participant that has this name or alias, in any spelling; empty when unknown."""
        key = name_key(text)
        aliases = apps.get_model("dialogues", "Name").objects.filter(key=key)
        return self.filter(Q(key=key) | Q(pk__in=aliases.values("participant")))

    def name_contains(self, letters):
        """Participants with these letters in a name or alias, in any spelling."""
        key = name_key(letters)
        if not key:
            return self.none()
        name = apps.get_model("dialogues", "Name")
        aliases = name.objects.filter(participant=OuterRef("pk"), key__contains=key)
        return self.filter(Q(key__contains=key) | Exists(aliases))

    def matching(self, words):
        """Participants with these letters in a name or alias, or with this ISO code."""
        code = Q(iso2__iexact=words.strip()) | Q(iso3__iexact=words.strip())
        return self.filter(Q(pk__in=self.name_contains(words)) | code)

    def states(self):
        """Member states, without observers."""
        return self.filter(kind=ParticipantKind.STATE)

    def regional_groups(self):
        """The five UN regional groups."""
        return self.filter(kind=ParticipantKind.GROUP, group_kind=GroupKind.REGIONAL)

    def with_members(self):
        """Groups, and whoever has members as a group has."""
        membership = apps.get_model("dialogues", "Membership").objects.counted()
        return self.filter(
            Q(kind=ParticipantKind.GROUP) | Exists(membership.filter(group=OuterRef("pk")))
        )

    def in_groups_today(self, slugs):
        """Members of these groups today, with the observers counted among them."""
        membership = apps.get_model("dialogues", "Membership")
        held = membership.objects.counted().on(timezone.localdate())
        return self.filter(
            Exists(held.filter(member=OuterRef("pk"), group__slug__in=slugs)),
        )

    def with_listing(self):
        """Load what a list shows: statements, dialogues it spoke in, today's regional groups."""
        return self.annotate(
            statement_count=_count(
                "Statement", "participation__participant", status=StatementStatus.PUBLISHED
            ),
            dialogue_count=_count(
                "Participation",
                "participant",
                "dialogue",
                status=ParticipationStatus.SPOKE,
                capacity__in=FLOOR_CAPACITIES,
                dialogue__status=DialogueStatus.PUBLISHED,
            ),
        ).prefetch_related(_regional_memberships())

    def with_member_count(self):
        """Adds how many members of each group are known today."""
        today = timezone.localdate()
        since = Q(memberships_of_it__since=None) | Q(memberships_of_it__since__lte=today)
        until = Q(memberships_of_it__until=None) | Q(memberships_of_it__until__gte=today)
        counted = since & until & ~Q(memberships_of_it__role=MembershipRole.TAKES_PART)
        return self.annotate(
            member_count=Count("memberships_of_it__member", filter=counted, distinct=True)
        )

    def regional_first(self):
        first = Case(When(group_kind=GroupKind.REGIONAL, then=Value(0)), default=Value(1))
        return self.order_by(first, "slug")


def _count(model, column, what="pk", **only):
    """A subquery that counts the records of a model that name the participant in a column."""
    records = apps.get_model("dialogues", model).objects.filter(**{column: OuterRef("pk")}, **only)
    counted = records.order_by().values(column).annotate(n=Count(what, distinct=True)).values("n")
    return Coalesce(Subquery(counted), 0)


def _regional_memberships():
    """Today's memberships in regional groups, loaded as `regional_memberships`."""
    membership = apps.get_model("dialogues", "Membership")
    today = membership.objects.on(timezone.localdate()).filter(group__group_kind=GroupKind.REGIONAL)
    return Prefetch("memberships", today.select_related("group"), to_attr="regional_memberships")


class MembershipQuerySet(CuratedQuerySet):
    """A participant in a group, from and to."""

    def on(self, day):
        """Memberships known to hold on a day; a missing bound is open. `day` may be an F()."""
        since = Q(since=None) | Q(since__lte=day)
        return self.filter(since, Q(until=None) | Q(until__gte=day))

    def counted(self):
        """Members, and observers counted with the group; not those who only take part."""
        return self.exclude(role=MembershipRole.TAKES_PART)

    def with_names(self):
        return self.select_related("group", "member")

    def by_member(self):
        return self.order_by("member__slug", F("since").asc(nulls_first=True), "pk")

    def newest_first(self):
        return self.order_by("group__slug", F("since").desc(nulls_last=True), "member__slug")
