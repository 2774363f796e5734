"""The counts beside a list: what each value of a filter would show, as the template prints it."""

from dataclasses import dataclass

from dialogues.filters.counts import COUNTERS
from dialogues.filters.links import toggling

SHOWN_AT_FIRST = 8
OPEN_AT_FIRST = {"year", "group", "theme"}


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
    """One filter: the values shown at first, those folded behind "more", and whether it is open."""

    key: str
    label: str
    values: list[FacetValue]
    more: list[FacetValue]
    is_open: bool


def facets_of(filterset):
    """The facets that have a value. A facet's counts apply every other filter but not its own."""
    facets = [
        _facet(filterset, key, count(filterset.without(key).order_by()))
        for key, count in COUNTERS.items()
    ]
    return [facet for facet in facets if facet.values]


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
    is_open = bool(chosen) or key in OPEN_AT_FIRST
    return Facet(key, str(filterset.filters[key].label), first, rest, is_open)
