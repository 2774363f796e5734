"""Participants with their names and memberships, read once per edition.

All code that needs every participant or every name reads them here.
"""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from dialogues.models import Name, Participant
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.memberships import FormerNames, MembershipIndex, MembershipRow

# The current edition, and the last one while requests that began with it end.
_participants = EditionCache(max_items=2)

FIELDS = [field.attname for field in Participant._meta.concrete_fields]
MEMBERSHIP_FIELDS = ("role", "group", "since", "until", "is_minimum")


class OtherName(NamedTuple):
    """A name of a participant besides its name of today; see the model Name."""

    participant: int
    name: str
    key: str
    kind: str
    language: str
    since: str
    until: str


def participants_at(edition: str) -> "Participants":
    """The Participants of an edition."""
    return _participants.get_or_create(edition, "participants", Participants)


class Participants:
    """Every participant in the order of slugs, with its memberships, and all names.

    A new instance reads what the database has now, within a transaction too. At most two queries,
    each on first use: participants with memberships, and names.
    """

    @cached_property
    def by_pk(self) -> dict[int, Participant]:
        return self._with_memberships[0]

    @cached_property
    def memberships(self) -> MembershipIndex:
        return MembershipIndex(*self._with_memberships)

    @cached_property
    def names(self) -> dict[int, list[OtherName]]:
        """{participant: its other names of all kinds}, in the order of their keys."""
        names = defaultdict(list)
        for row in Name.objects.order_by("key").values_list(*OtherName._fields):
            name = OtherName(*row)
            names[name.participant].append(name)
        return dict(names)

    @cached_property
    def former_names(self) -> FormerNames:
        return FormerNames(self.names)

    @cached_property
    def regional_groups(self) -> list[Participant]:
        """The five UN regional groups, in the order of slugs."""
        groups = [group for group in self.by_pk.values() if group.is_regional_group]
        return sorted(groups, key=lambda group: group.slug)

    def names_of(self, pk: int) -> list[OtherName]:
        """The other names of a participant, given its key."""
        return self.names.get(pk, [])

    @cached_property
    def _with_memberships(self) -> tuple[dict[int, Participant], list[MembershipRow]]:
        """(participants by key, rows of MEMBERSHIP_FIELDS with the member first). One query."""
        joined = Participant.objects.order_by("slug", "memberships")
        columns = [*FIELDS, *(f"memberships__{name}" for name in MEMBERSHIP_FIELDS)]
        participants, memberships = {}, []
        for row in joined.values_list(*columns):
            values, membership = row[: len(FIELDS)], row[len(FIELDS) :]
            pk = values[0]
            if pk not in participants:
                participants[pk] = Participant.from_db(joined.db, FIELDS, values)
            if membership[0]:
                memberships.append((pk, *membership))
        return participants, memberships
