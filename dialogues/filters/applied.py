"""The filters that are applied to a list, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialogues.filter_keys import FILTER_KEYS
from dialogues.filters.querystring import address_of, toggling
from dialogues.search.search import RELEVANCE
from dialogues.snapshot.labels import regional_groups_at

LABELLED_KEYS = {name for name, key in FILTER_KEYS.items() if key.has_label_in_title}


@dataclass(frozen=True)
class AppliedFilter:
    """A filter that is applied, with the link that removes it."""

    key: str
    label: str
    value: str
    url: str


def applied_filters(filterset):
    """Every applied filter, in the order of the filters."""
    chosen = [
        AppliedFilter(
            key,
            _label(filterset, key, value),
            str(filterset.label(key, value)),
            toggling(filterset.data, key, value),
        )
        for key in filterset.filters
        if key not in ("q", "sort", "widen")
        for value in filterset.applied_values(key)
    ]
    if words := filterset.applied_values("q"):
        # What only words have goes with them.
        by_match = ["sort"] if filterset.applied_values("sort") == [RELEVANCE] else []
        url = address_of(filterset.data, without=["q", "widen", *by_match])
        chosen.append(AppliedFilter("q", str(filterset.filters["q"].label), words, url))
    return chosen


def _label(filterset, key, value):
    """What a key is called; of the groups only five are regional."""
    if key == "group" and value not in regional_groups_at(filterset.edition):
        return _("Group")
    return str(filterset.filters[key].label)


def list_title(chosen):
    """The list's title: what is chosen, in words, or that everything is shown."""
    # A clock alone says nothing of which statements these are.
    of_groups = any(one.key == "group" for one in chosen)
    chosen = [one for one in chosen if one.key != "clock" or of_groups]
    said = [f"{one.label} {one.value}" if one.key in LABELLED_KEYS else one.value for one in chosen]
    return ", ".join(said) if said else _("All statements")
