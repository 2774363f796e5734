"""The counts beside a list: what each value of a filter would show, as the template prints it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.filters.querystring import toggler
from dialogues.snapshot.labels import labels_at, regional_groups_at, theme_parents_at

SHOWN_AT_FIRST = 8
# More values than this are on a page of their own, or the list would be lost among them.
MOST_SHOWN = 200
OPEN_AT_FIRST = {"year", "group", "theme"}
ALWAYS_SHOWN = {"group"}
# Many values in no order that readers know: those with most statements come first.
MOST_FIRST = {"state", "represented"}
KEYS = (
    "year",
    "group",
    "theme",
    "state",
    "represented",
    "kind",
    "voice",
    "forum",
    "dialogue",
    "stance",
    "provenance",
)


class FacetValue(NamedTuple):
    """One value of a filter: how many statements it would show, and the link that toggles it.

    `within` are the values below it in a tree; `is_open` says that one of them is chosen.
    """

    value: str
    label: str
    count: int
    url: str
    is_chosen: bool
    within: tuple["FacetValue", ...] = ()
    is_open: bool = False


@dataclass(frozen=True)
class Facet:
    """One filter: the values shown at first, those folded behind "more", and whether it is open.

    `left` is how many more there are on a page of their own.
    """

    key: str
    label: str
    values: list[FacetValue]
    more: list[FacetValue]
    left: int
    is_open: bool


def facets_of(filterset, answer):
    """The facets that have a value. A facet's counts apply every other filter but not its own."""
    facets = [facet_of(filterset, key, answer.numbers[key]) for key in KEYS]
    return [facet for facet in facets if facet.values]


def facet_of(filterset, key, numbers, most_shown=MOST_SHOWN):
    """The facet of one key, from how many statements each value has."""
    chosen = filterset.applied_values(key)
    make = _maker(filterset, key, numbers, chosen)
    shown = regional_groups_at(filterset.edition) if key == "group" else numbers
    values = _in_order(key, shown, numbers, chosen, labels_at(filterset.edition)[key])
    if key == "theme":
        first, rest = _tree(values, theme_parents_at(filterset.edition), make), []
    else:
        at_first = {*values[:SHOWN_AT_FIRST], *chosen}
        first = [make(value) for value in values if value in at_first]
        rest = [value for value in values if value not in at_first]
    return Facet(
        key,
        str(filterset.filters[key].label),
        first,
        [make(value) for value in rest[:most_shown]],
        len(rest[most_shown:]),
        bool(chosen) or key in OPEN_AT_FIRST,
    )


def _maker(filterset, key, numbers, chosen):
    """A function from a value to its FacetValue."""
    labels = labels_at(filterset.edition)[key]
    toggled = toggler(filterset.data, key)

    def make(value, within=()):
        is_open = bool(within) and any(one.is_chosen or one.is_open for one in within)
        count, label = numbers.get(value, 0), str(labels.get(value, value))
        return FacetValue(value, label, count, toggled(value), value in chosen, within, is_open)

    return make


def _in_order(key, shown, numbers, chosen, labels):
    """The values that have a statement, are chosen or are always shown, in the order to show."""
    if key in ALWAYS_SHOWN:
        return [value for value in labels if value in shown or value in chosen]
    if key in MOST_FIRST:
        return sorted({*numbers, *chosen}, key=lambda value: (-numbers.get(value, 0), value))
    return [value for value in labels if numbers.get(value) or value in chosen]


def _tree(values, parents, make):
    """The values of the tree's first level, each with those below it."""
    below = defaultdict(list)
    for value in values:
        parent = parents[value] if parents[value] in values else None
        below[parent].append(value)

    def grown(value):
        return make(value, tuple(grown(one) for one in below[value]))

    return [grown(value) for value in below[None]]
