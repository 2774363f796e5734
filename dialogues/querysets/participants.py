"""Words for participants, their names and memberships."""

from django.db import models
from django.db.models import F, Q

from dialogues.names import name_key


class ParticipantQuerySet(models.QuerySet):
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
        return self.filter(Q(key=key) | Q(names__key=key)).distinct()

    def matching(self, words):
        """Participants with these letters in a name or alias: what a search box offers."""
        key = name_key(words)
        return self.filter(Q(key__contains=key) | Q(names__key__contains=key)).distinct()

    def states(self):
        """Member states, without observers."""
        return self.filter(kind="state")

    def regional_groups(self):
        """The five UN regional groups."""
        return self.filter(kind="group", group_kind="regional")


class MembershipQuerySet(models.QuerySet):
    """A participant in a group, from and to."""

    def on(self, day):
        """Memberships known to hold on a day; a missing bound is open. `day` may be an F()."""
        since = Q(since=None) | Q(since__lte=day)
        return self.filter(since, Q(until=None) | Q(until__gte=day))

    def counted(self):
        """Members, and observers counted with the group; not those who only take part."""
        return self.exclude(role="takes-part")

    def with_names(self):
        return self.select_related("group", "member")

    def newest_first(self):
        return self.order_by("group__slug", F("since").desc(nulls_last=True), "member__slug")
