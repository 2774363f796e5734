"""The sidebar of a list: each filter with its values, counts and links, ready to print."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.filters.querystring import toggler
from dialogues.snapshot.labels import labels_at, regional_groups_at, theme_parents_at
from dialogues.statement_filters import COUNTED_KEYS, FILTER_KEYS
from dialogues.text.names import name_key

SHOWN_AT_FIRST = 8
# If there are more others, they are on a page of their own, and a few are shown.
MAX_FOLDED = 8
FEW = 5


class FacetValue(NamedTuple):
    """A facet value: how many statements it would show, and the link that toggles it.

    `within` are its children in a tree; `is_open` is whether one of them is applied.
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
    """A facet: the values shown at first, and few others folded. `left` counts those not shown."""

    key: str
    label: str
    values: list[FacetValue]
    more: list[FacetValue]
    left: int
    is_open: bool

    @property
    def is_long(self):
        """Whether it has so many values that a box to find one helps."""
        return self.left > 0


def facets_of(filterset, numbers):
    """The facets that have a value. `numbers` is {key: {value: count}}."""
    facets = [facet_of(filterset, key, numbers[key]) for key in COUNTED_KEYS]
    return [facet for facet in facets if facet.values]


def facet_of(filterset, name, numbers, max_folded=MAX_FOLDED, find=""):
    """The facet of one filter key. `numbers` is {value: count}.

    `find`: only the values with this in their labels.
    """
    key = FILTER_KEYS[name]
    applied = filterset.applied_values(name)
    make = _value_maker(filterset, key, numbers, applied)
    values = _in_order(filterset, key, numbers, applied)
    if find:
        labels = labels_at(filterset.edition)[name]
        values = [value for value in values if name_key(find) in name_key(labels.get(value, value))]
    is_long = not key.is_tree and len(values) > SHOWN_AT_FIRST + max_folded
    if key.is_tree:
        first, rest = _tree(values, theme_parents_at(filterset.edition), make), []
    else:
        at_first = {*values[: FEW if is_long else SHOWN_AT_FIRST], *applied}
        first = [make(value) for value in values if value in at_first]
        rest = [value for value in values if value not in at_first]
    return Facet(
        name,
        str(key.label),
        first,
        [] if is_long else [make(value) for value in rest],
        len(rest) if is_long else 0,
        bool(applied) or key.is_open_at_first,
    )


def _value_maker(filterset, key, numbers, applied):
    """A function from a value to its FacetValue."""
    labels = labels_at(filterset.edition)[key.name]
    toggle = toggler(filterset.data, key.name)

    def make(value, within=()):
        is_open = bool(within) and any(child.is_chosen or child.is_open for child in within)
        count, label = numbers.get(value, 0), labels.get(value, value)
        return FacetValue(value, label, count, toggle(value), value in applied, within, is_open)

    return make


def _in_order(filterset, key, numbers, applied):
    """The values to show: those with a statement, those applied, and those always shown."""
    labels = labels_at(filterset.edition)[key.name]
    if key.is_always_shown:
        shown = regional_groups_at(filterset.edition)
        return [value for value in labels if value in shown or value in applied]
    if key.has_most_first:
        return sorted({*numbers, *applied}, key=lambda value: (-numbers.get(value, 0), value))
    return [value for value in labels if numbers.get(value) or value in applied]


def _tree(values, parents, make):
    """The FacetValues of the tree's first level, each with its children."""
    children = defaultdict(list)
    for value in values:
        parent = parents[value] if parents[value] in values else None
        children[parent].append(value)

    def branch(value):
        return make(value, tuple(branch(child) for child in children[value]))

    return [branch(value) for value in children[None]]
