"""The counts beside a list: what each value of a filter would show, as the template prints it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.filter_keys import COUNTED_KEYS, FILTER_KEYS
from dialogues.filters.querystring import toggler
from dialogues.snapshot.labels import labels_at, regional_groups_at, theme_parents_at

SHOWN_AT_FIRST = 8
# More values than this are on a page of their own, or the list would be lost among them.
MOST_SHOWN = 200


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
    facets = [facet_of(filterset, key, answer.numbers[key]) for key in COUNTED_KEYS]
    return [facet for facet in facets if facet.values]


def facet_of(filterset, key, numbers, most_shown=MOST_SHOWN):
    """The facet of one key, from how many statements each value has."""
    key = FILTER_KEYS[key]
    chosen = filterset.applied_values(key.name)
    make = _maker(filterset, key, numbers, chosen)
    values = _in_order(filterset, key, numbers, chosen)
    if key.is_tree:
        first, rest = _tree(values, theme_parents_at(filterset.edition), make), []
    else:
        at_first = {*values[:SHOWN_AT_FIRST], *chosen}
        first = [make(value) for value in values if value in at_first]
        rest = [value for value in values if value not in at_first]
    return Facet(
        key.name,
        str(key.label),
        first,
        [make(value) for value in rest[:most_shown]],
        len(rest[most_shown:]),
        bool(chosen) or key.is_open_at_first,
    )


def _maker(filterset, key, numbers, chosen):
    """A function from a value to its FacetValue."""
    labels = labels_at(filterset.edition)[key.name]
    toggled = toggler(filterset.data, key.name)

    def make(value, within=()):
        is_open = bool(within) and any(one.is_chosen or one.is_open for one in within)
        count, label = numbers.get(value, 0), str(labels.get(value, value))
        return FacetValue(value, label, count, toggled(value), value in chosen, within, is_open)

    return make


def _in_order(filterset, key, numbers, chosen):
    """The values that have a statement, are chosen or are always shown, in the order to show."""
    labels = labels_at(filterset.edition)[key.name]
    if key.is_always_shown:
        shown = regional_groups_at(filterset.edition)
        return [value for value in labels if value in shown or value in chosen]
    if key.has_most_first:
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
