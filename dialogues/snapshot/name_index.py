"""The names that queries may use: which record a name leads to, and its other names."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from dialogues.choices import NameKind, Stance
from dialogues.models import Dialogue, Participant, SourceDocument, Theme
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.memberships import MembershipIndex
from dialogues.snapshot.participants import participants_at
from dialogues.snapshot.sort_keys import date_key
from dialogues.snapshot.themes import themes_at
from dialogues.text.country_names import country_names
from dialogues.text.names import name_key

# The current edition, and the last one while requests that began with it end.
_name_indexes = EditionCache(max_items=2)


@dataclass(frozen=True)
class NameIndex:
    """Names by their comparison key (see dialogues.text.names).

    `slugs`: {filter key: {name: slug}}.
    `names`: {name: all other names of what it leads to}, as people write them.
    `group_keys`: {slug: database key as text} of each group and participant with members.
    `memberships`: of all participants.
    `years`: of the published dialogues. `date_keys`: {slug of a dialogue: its sort key}.
    `values_of`: {filter key: {slug: value}}, the year and forum of each dialogue, the kind of each
    source.
    """

    slugs: dict[str, dict[str, str]]
    names: dict[str, list[str]]
    group_keys: dict[str, str]
    memberships: MembershipIndex
    years: tuple[int, ...]
    date_keys: dict[str, int]
    values_of: dict[str, dict[str, str]]

    def members_today(self, group: str) -> list[str]:
        """The slugs of the members of a group today, given its slug."""
        pks = self.memberships.members_on(int(self.group_keys[group]), timezone.localdate())
        return [member.slug for member in self.memberships.in_order(pks)]


def name_index_at(edition: str) -> NameIndex:
    """The NameIndex of an edition. Two queries, and the participants and themes of the edition."""
    return _name_indexes.get_or_create(edition, "name index", lambda: _read(edition))


def _read(edition):
    everyone, themes = participants_at(edition), list(themes_at(edition).by_pk.values())
    participants, memberships = list(everyone.by_pk.values()), everyone.memberships
    states = [record for record in participants if record.kind in Participant.STATE_KINDS]
    records = {"state": states, "group": everyone.regional_groups, "theme": themes}
    names = _participant_names(everyone) | _theme_names(themes_at(edition))
    foreign = _foreign_participant_names(everyone) | _foreign_theme_names(themes_at(edition))
    dialogues = list(Dialogue.objects.published())
    return NameIndex(
        {key: _slugs(records[key], names, foreign) for key in records} | {"stance": _stances()},
        _translated_names(foreign, names) | _other_names(names),
        {record.slug: str(record.pk) for record in participants if memberships.is_group(record)},
        memberships,
        tuple(sorted({dialogue.year for dialogue in dialogues})),
        {dialogue.slug: date_key(dialogue) for dialogue in dialogues},
        {
            "year": {dialogue.slug: str(dialogue.year) for dialogue in dialogues},
            "forum": {dialogue.slug: dialogue.forum for dialogue in dialogues},
            "source_kind": dict(SourceDocument.objects.values_list("slug", "kind")),
        },
    )


def _participant_names(everyone):
    """{participant: all its names in English but misprints}."""
    return {
        participant: [
            participant.name,
            *([participant.short_name] if participant.short_name else []),
            *(
                name.name
                for name in everyone.names_of(pk)
                if name.language == "en" and name.kind != NameKind.MISPRINT
            ),
        ]
        for pk, participant in everyone.by_pk.items()
    }


def _foreign_participant_names(everyone):
    """{participant: its names in other languages}."""
    return {
        participant: [
            *country_names(participant.iso2),
            *(name.name for name in everyone.names_of(pk) if name.language != "en"),
        ]
        for pk, participant in everyone.by_pk.items()
    }


def _theme_names(themes):
    """{theme: its label and its aliases in English}."""
    return {
        theme: [theme.label, *_aliases(themes, pk, is_english=True)]
        for pk, theme in themes.by_pk.items()
    }


def _foreign_theme_names(themes):
    """{theme: its aliases in other languages}."""
    return {theme: _aliases(themes, pk, is_english=False) for pk, theme in themes.by_pk.items()}


def _aliases(themes, pk, is_english):
    aliases = themes.aliases_of(pk)
    return [alias.alias for alias in aliases if (alias.language == "en") == is_english]


def _slugs(
    records: Iterable[Participant | Theme],
    names: dict[Participant | Theme, list[str]],
    foreign: dict[Participant | Theme, list[str]],
) -> dict[str, str]:
    """The slug that each name of these records leads to; a slug itself comes first."""
    records = list(records)
    by_name = {
        name_key(name): record.slug
        for known in (foreign, names)
        for record in records
        for name in known.get(record, ())
    }
    return by_name | {record.slug: record.slug for record in records}


def _stances():
    """{stance, or its label: stance}."""
    labels = {name_key(label): value for value, label in Stance.choices}
    return labels | {value: value for value in Stance.values}


def _translated_names(foreign, names):
    """{name in another language: the names in English}, which statements are searched for."""
    return {
        name_key(name): names[record] for record, foreign in foreign.items() for name in foreign
    }


def _other_names(names):
    """{name: the other names of the same record}; a name may lead to several records."""
    others = defaultdict(list)
    for group in names.values():
        for key in {name_key(name) for name in group}:
            others[key] += [name for name in group if name_key(name) != key]
    return dict(others)
