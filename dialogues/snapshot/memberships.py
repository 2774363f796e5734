"""Who belonged to which group on a day, and what it was called then.

Groups and names change with time, so whatever counts them says by which clock: as the source
prints them, as they were at the date, or as they are today.
"""

from collections import defaultdict

from dialogues.choices import Clock
from dialogues.models import Membership, Name, Participant

# In the order of the model, as from_db() wants them; the key is first.
WHO = ("id", "kind", "name", "slug", "member_since", "group_kind")
MEMBERSHIP = ("role", "group", "since", "until", "is_minimum")


class MembershipIndex:
    """Every participant, in a few of its fields, and every membership that counts. One query.

    A bound that is missing is open.
    """

    def __init__(self):
        self.participants = {}
        self._of_member = defaultdict(list)
        self._of_group = defaultdict(list)
        self._known_in_part = set()
        joined = Participant.objects.order_by("slug", "memberships")
        columns = [f"memberships__{name}" for name in MEMBERSHIP]
        for *who, role, group, since, until, is_minimum in joined.values_list(*WHO, *columns):
            member = who[0]
            # What was not read is loaded if it is asked for.
            self.participants[member] = Participant.from_db("default", WHO, who)
            if role and role != Membership.Role.TAKES_PART:
                self._of_member[member].append((group, since, until))
                self._of_group[group].append((member, since, until))
                if is_minimum:
                    self._known_in_part.add(group)

    def is_group(self, participant):
        """Whether it is a group, or has members as a group has."""
        return participant.kind == Participant.Kind.GROUP or participant.pk in self._of_group

    @property
    def states(self):
        """All member states, in the order of their addresses."""
        return [one for one in self.participants.values() if one.kind == Participant.Kind.STATE]

    def named(self, pks):
        """The participants with these keys, in the order of their addresses.

        Whoever was entered only after this was read is not among them.
        """
        known = [self.participants[pk] for pk in pks if pk in self.participants]
        return sorted(known, key=lambda one: one.slug)

    def groups_on(self, member, day):
        """The keys of the groups, of any kind, that somebody belonged to on a day."""
        return _valid_on(self._of_member.get(member, ()), day)

    def regional_on(self, member, day):
        """The UN regional groups that somebody belonged to on a day."""
        held = [self.participants[group] for group in self.groups_on(member, day)]
        regional = [one for one in held if self._is_regional(one.pk)]
        return sorted(regional, key=lambda one: one.slug)

    def _is_regional(self, group):
        return self.participants[group].group_kind == Participant.GroupKind.REGIONAL

    def members_on(self, group, day):
        """The keys of the known members of a group on a day."""
        return _valid_on(self._of_group.get(group, ()), day)

    def is_joining_after(self, state, day):
        """Whether its regional memberships begin only after a day."""
        held = self._of_member.get(state, ())
        begins = [since for group, since, _until in held if self._is_regional(group)]
        later = any(since and since > day for since in begins)
        return later and not self.regional_on(state, day)

    def groups_ever(self, member):
        """The keys of all groups that somebody ever belonged to."""
        return {group for group, _since, _until in self._of_member.get(member, ())}

    def members_ever(self, group):
        """The keys of all who were ever members of a group."""
        return {member for member, _since, _until in self._of_group.get(group, ())}

    def is_whole(self, group, *days):
        """Whether all members on some days are known: there are some, and of none it is recorded
        only that it was one “at least in this period”."""
        known = [bool(self.members_on(group, day)) for day in days]
        return group not in self._known_in_part and bool(known) and all(known)


class FormerNames:
    """What participants were called before they were renamed. One query."""

    def __init__(self):
        self._names = defaultdict(list)
        former = Name.objects.filter(kind=Name.Kind.FORMER).exclude(until="").order_by("until")
        columns = ("participant", "name", "since", "until")
        for participant, *name in former.values_list(*columns):
            self._names[participant].append(name)

    def on(self, participant, day):
        """The name of a participant on a day.

        A former name ends where the period named as its last begins: what is known to the month
        only is not claimed for a day within it.
        """
        if day:
            for name, since, until in self._names.get(participant.pk, ()):
                if since <= day.isoformat() and day.isoformat()[: len(until)] < until:
                    return name
        return participant.name

    def by(self, clock, participant, day, printed):
        """What a participant is called by a clock; as printed, today's where nothing is."""
        if clock == Clock.PRINTED and printed:
            return printed
        return self.on(participant, day) if clock == Clock.DATE else participant.name


def _valid_on(memberships, day):
    """The keys of those whose membership holds on a day; none without a day."""
    return {
        key
        for key, since, until in memberships
        if day and (since is None or since <= day) and (until is None or day <= until)
    }
