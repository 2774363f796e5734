"""The counts beside a list: what each value of a filter would show, as the template prints it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext

from dialogues.filters.links import address_of, toggling
from dialogues.filters.statements import KINDS, VOICES
from dialogues.models import Dialogue, Participant, Statement, Theme
from dialogues.querysets.themes import lineage

SHOWN_AT_FIRST = 8


@dataclass(frozen=True)
class FacetValue:
    """One value of a filter: how many statements it would show, and the link that toggles it."""

    value: str
    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter: the values shown at first, and those folded behind "more"."""

    key: str
    label: str
    values: list[FacetValue]
    more: list[FacetValue]


@dataclass(frozen=True)
class Chosen:
    """A filter that is applied, with the link that removes it."""

    key: str
    label: str
    value: str
    url: str


def facets_of(filterset):
    """All facets of the list. A facet's counts apply every other filter but not its own."""
    return [
        _facet(filterset, key, count(filterset.without(key).order_by()))
        for key, count in COUNTERS.items()
    ]


def chosen_of(filterset):
    """Every applied filter, in the order of the filters."""
    chosen = [
        Chosen(key, str(filterset.filters[key].label), filterset.label(key, value), url)
        for key in filterset.filters
        if key not in ("q", "sort")
        for value in filterset.chosen(key)
        for url in [toggling(filterset.data, key, value)]
    ]
    if words := filterset.chosen("q"):
        url = address_of(filterset.data, without=["q"])
        chosen.append(Chosen("q", str(filterset.filters["q"].label), words, url))
    return chosen


@dataclass(frozen=True)
class Counts:
    """How many statements each value of a filter has, and the labels in the order to show.

    `first` are the values shown at first; without it the first few are. `always` are shown at 0.
    """

    numbers: dict[str, int]
    labels: dict[str, str]
    first: frozenset[str] | None = None
    always: frozenset[str] = frozenset()


def _facet(filterset, key, counts):
    """A facet from the counts of its values; chosen ones are shown even at zero."""
    chosen = filterset.chosen(key)
    labels = counts.labels | {value: filterset.label(key, value) for value in chosen}
    shown = [
        FacetValue(
            value,
            str(label),
            counts.numbers.get(value, 0),
            toggling(filterset.data, key, value),
            value in chosen,
        )
        for value, label in labels.items()
        if counts.numbers.get(value) or value in chosen or value in counts.always
    ]
    at_first = counts.first or {one.value for one in shown[:SHOWN_AT_FIRST]}
    first = [one for one in shown if one.value in at_first or one.is_chosen]
    rest = [one for one in shown if one not in first]
    return Facet(key, str(filterset.filters[key].label), first, rest)


def _numbers(statements, column):
    """How many statements have each value of a column."""
    found = statements.values_list(column).annotate(n=Count("pk"))
    return {str(value): n for value, n in found.order_by("-n", column)}


def count_years(statements):
    numbers = _numbers(statements, "dialogue__year")
    return Counts(numbers, {year: year for year in sorted(numbers, reverse=True)})


def count_groups(statements):
    groups = list(Participant.objects.regional_groups())
    found = statements.aggregate(
        **{
            f"group_{group.pk}": Count("pk", filter=statements.is_in_groups([group.slug]))
            for group in groups
        }
    )
    labels = {group.slug: group.name for group in groups}
    numbers = {group.slug: found[f"group_{group.pk}"] for group in groups}
    return Counts(numbers, labels, always=frozenset(labels))


def count_themes(statements):
    """Counts of the tree: a theme counts each statement on it or on any below it once."""
    themes = {theme.pk: theme for theme in Theme.objects.in_order()}
    parents = {pk: theme.parent_id for pk, theme in themes.items()}
    tagged = Statement.themes.through.objects.filter(statement__in=statements.values("pk"))
    seen = {
        (statement, above)
        for statement, theme in tagged.values_list("statement", "theme")
        for above in lineage(theme, parents)
    }
    return Counts(
        Counter(themes[theme].slug for _statement, theme in seen),
        {theme.slug: theme.label for theme in themes.values()},
        first=frozenset(theme.slug for theme in themes.values() if not theme.parent_id),
    )


def count_states(statements):
    spoken = statements.filter(participation__participant__kind__in=Participant.STATE_KINDS)
    state = "participation__participant__"
    found = spoken.values_list(f"{state}slug", f"{state}name")
    rows = list(found.annotate(n=Count("pk")).order_by("-n", f"{state}slug"))
    return Counts({slug: n for slug, _, n in rows}, {slug: name for slug, name, _ in rows})


def count_dialogues(statements):
    found = statements.values_list("dialogue__slug", "dialogue__title", "dialogue__held_on")
    rows = list(found.annotate(n=Count("pk")).order_by("-dialogue__held_on"))
    labels = {slug: f"{day}, {title}" for slug, title, day, _ in rows}
    return Counts({slug: n for slug, _, _, n in rows}, labels)


def count_kinds(statements):
    return Counts(_numbers(statements.with_speaker_kind(), "speaker_kind"), dict(KINDS))


def count_voices(statements):
    return Counts(_numbers(statements.with_voice(), "voice"), dict(VOICES))


def counting(column, choices):
    """A counter for a column with a fixed list of values."""

    def count(statements):
        return Counts(_numbers(statements, column), dict(choices))

    return count


COUNTERS = {
    "year": count_years,
    "group": count_groups,
    "theme": count_themes,
    "state": count_states,
    "kind": count_kinds,
    "voice": count_voices,
    "forum": counting("dialogue__forum", Dialogue.Forum.choices),
    "dialogue": count_dialogues,
    "stance": counting("stance", Statement.Stance.choices),
    "provenance": counting("provenance", Statement.Provenance.choices),
}


def heading_of(filterset):
    """The list's title: what is chosen, in words, or that everything is shown."""
    labels = [str(one.value) for one in chosen_of(filterset)]
    return ", ".join(labels) if labels else gettext("All statements")
