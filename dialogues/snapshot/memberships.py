"""Memberships and former names by date.

Groups and names change, so code that counts them says which Clock it uses: as the source prints
them, as they were on the day, or as they are today.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from dialogues.choices import Clock, NameKind
from dialogues.models import Dialogue, Membership, Participant

# (member, role, group, since, until, is_minimum); None for a bound that is not known.
MembershipRow = tuple[int, str, int, date | None, date | None, bool]


class MembershipIndex:
    """All participants and memberships in memory. A missing bound is open."""

    def __init__(
        self, participants: dict[int, Participant], memberships: Iterable[MembershipRow]
    ) -> None:
        """`participants` are in the order of slugs."""
        self.participants = participants
        self._by_member = defaultdict(list)
        self._by_group = defaultdict(list)
        self._known_in_part = set()
        for member, role, group, since, until, is_minimum in memberships:
            if role == Membership.Role.TAKES_PART:
                continue
            self._by_member[member].append((group, since, until))
            self._by_group[group].append((member, since, until))
            if is_minimum:
                self._known_in_part.add(group)

    def is_group(self, participant: Participant) -> bool:
        """Whether it is a group or has members as a group has."""
        return participant.kind == Participant.Kind.GROUP or participant.pk in self._by_group

    @property
    def states(self) -> list[Participant]:
        """All member states, in the order of slugs."""
        return [
            participant
            for participant in self.participants.values()
            if participant.kind == Participant.Kind.STATE
        ]

    def in_order(self, pks: Iterable[int | None]) -> list[Participant]:
        """The participants with these keys, in the order of slugs.

        A participant that was added after the memberships were read is left out.
        """
        known = [self.participants[pk] for pk in pks if pk in self.participants]
        return sorted(known, key=lambda participant: participant.slug)

    def groups_on(self, member: int, day: date | None) -> set[int]:
        """The keys of all groups that a participant belonged to on a day; empty without a day."""
        return _valid_on(self._by_member.get(member, ()), day)

    def regional_on(self, member: int, day: date | None) -> list[Participant]:
        """The UN regional groups that a participant belonged to on a day."""
        groups = [group for group in self.groups_on(member, day) if self._is_regional(group)]
        return self.in_order(groups)

    def _is_regional(self, group):
        return self.participants[group].is_regional_group

    def members_on(self, group: int, day: date | None) -> set[int]:
        """The keys of the known members of a group on a day; empty without a day."""
        return _valid_on(self._by_group.get(group, ()), day)

    def joined_later(self, participant: Participant, dialogue: Dialogue) -> bool:
        """Whether a state joined the United Nations after a dialogue.

        In the year of joining, the day is that of its regional group.
        """
        joined = participant.member_since
        if not joined or dialogue.year != joined:
            return bool(joined and dialogue.year < joined)
        return bool(dialogue.held_on) and self._is_joining_after(participant.pk, dialogue.held_on)

    def _is_joining_after(self, state: int, day: date) -> bool:
        """Whether all regional memberships of a state begin after a day."""
        memberships = self._by_member.get(state, ())
        starts = [since for group, since, _until in memberships if self._is_regional(group)]
        is_later = any(since and since > day for since in starts)
        return is_later and not self.regional_on(state, day)

    def groups_ever(self, member: int) -> set[int]:
        """The keys of all groups that a participant ever belonged to."""
        return {group for group, _since, _until in self._by_member.get(member, ())}

    def members_ever(self, group: int) -> set[int]:
        """The keys of all participants that were ever members of a group."""
        return {member for member, _since, _until in self._by_group.get(group, ())}

    def is_whole(self, group: int, *days: date | None) -> bool:
        """Whether all members on these days are known.

        That is, there are members on each day, and none is recorded only as a member “at least in
        this period”.
        """
        known = [bool(self.members_on(group, day)) for day in days]
        return group not in self._known_in_part and bool(known) and all(known)


class FormerNames:
    """What participants were called before they were renamed."""

    def __init__(self, names: dict[int, list[Any]]) -> None:
        """`names` are the other names of each participant, of all kinds."""
        self._names = {
            participant: sorted(former, key=lambda name: name.until)
            for participant, all_names in names.items()
            if (former := [name for name in all_names if _is_former(name)])
        }

    def on(self, participant: Participant, day: date | None) -> str:
        """The name of a participant on a day; today's without a day.

        A former name ends where the period given as its end begins: an end that is known to the
        month is not claimed for a day in that month.
        """
        if day:
            iso = day.isoformat()
            for name in self._names.get(participant.pk, ()):
                if name.since <= iso and iso[: len(name.until)] < name.until:
                    return name.name
        return participant.name

    def by(self, clock: Clock, participant: Participant, day: date | None, printed: str) -> str:
        """The name of a participant by a clock; by print, today's where nothing is printed."""
        if clock == Clock.PRINTED and printed:
            return printed
        return self.on(participant, day) if clock == Clock.DATE else participant.name


def _is_former(name):
    return name.kind == NameKind.FORMER and bool(name.until)


def _valid_on(memberships, day):
    """The keys of the memberships that include a day; none without a day."""
    return {
        key
        for key, since, until in memberships
        if day and (since is None or since <= day) and (until is None or day <= until)
    }
