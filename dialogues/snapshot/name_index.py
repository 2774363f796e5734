"""The names that questions use: which record a name leads to, and what else it is called."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from dialogues.models import (
    Dialogue,
    Name,
    Participant,
    Theme,
    ThemeAlias,
)
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.memberships import MembershipIndex
from dialogues.snapshot.sort_keys import place_of
from dialogues.text.names import name_key

# The current edition, and the last one while requests that began with it end.
_name_indexes = EditionCache(max_items=2)


@dataclass(frozen=True)
class NameIndex:
    """Names by how they compare (see dialogues.text.names).

    `slugs`: for each key of a question, the slug that a name leads to.
    `names`: all names of what a name leads to, as people write them.
    `group_keys`: the database key, as text, of the slug of each group, and of whoever has members.
    `memberships`: who belongs to which.
    `years`: of the published dialogues. `places`: where each dialogue stands, by its slug.
    """

    slugs: dict[str, dict[str, str]]
    names: dict[str, list[str]]
    group_keys: dict[str, str]
    memberships: MembershipIndex
    years: tuple[int, ...]
    places: dict[str, int]

    def members_today(self, group):
        """The slugs of those who belong to a group today, given its slug."""
        pks = self.memberships.members_on(int(self.group_keys[group]), timezone.localdate())
        return [one.slug for one in self.memberships.named(pks)]


def name_index_at(edition):
    """The vocabulary of an edition, read once while it lasts."""
    return _name_indexes.get_or_create(edition, "name index", _read)


def _read():
    participants = list(Participant.objects.all())
    names = defaultdict(list)
    for one in participants:
        names[one] += [one.name, one.short_name] if one.short_name else [one.name]
    by_pk = {one.pk: one for one in participants}
    aliases = Name.objects.exclude(kind=Name.Kind.MISPRINT).order_by("key")
    for pk, name in aliases.values_list("participant", "name"):
        names[by_pk[pk]].append(name)
    themes = {one.pk: one for one in Theme.objects.in_order()}
    for theme in themes.values():
        names[theme].append(theme.label)
    for pk, alias in ThemeAlias.objects.order_by("key").values_list("theme", "alias"):
        names[themes[pk]].append(alias)
    groups = [one for one in participants if one.group_kind == Participant.GroupKind.REGIONAL]
    states = [one for one in participants if one.kind in Participant.STATE_KINDS]
    dialogues, memberships = Dialogue.objects.published(), MembershipIndex()
    kinds = {"state": states, "group": groups, "theme": themes.values()}
    return NameIndex(
        {key: _slugs(records, names) for key, records in kinds.items()},
        _all_names(names),
        {one.slug: str(one.pk) for one in participants if memberships.is_group(one)},
        memberships,
        tuple(sorted({one.year for one in dialogues})),
        {one.slug: place_of(one) for one in dialogues},
    )


def _slugs(records, names):
    """The slug that each name of these records leads to; a slug itself leads first."""
    by_name = {name_key(name): one.slug for one in records for name in names[one]}
    return by_name | {one.slug: one.slug for one in records}


def _all_names(names):
    found = defaultdict(list)
    for group in names.values():
        for key in {name_key(name) for name in group}:
            found[key] += [name for name in group if name_key(name) != key]
    return dict(found)
