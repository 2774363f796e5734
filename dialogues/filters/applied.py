"""The filters that are applied to a list, and its title, which they make up."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from dialogues.filters.querystring import address_of, params_without
from dialogues.search.search import RELEVANCE
from dialogues.snapshot.labels import regional_groups_at
from dialogues.statement_filters import DAY_KEYS, FILTER_KEYS

LABELLED_KEYS = {name for name, key in FILTER_KEYS.items() if key.has_label_in_title} | {*DAY_KEYS}


@dataclass(frozen=True)
class AppliedFilter:
    """One applied value of a filter key; `params_without` are the list's parameters without it."""

    key: str
    value: str
    label: str
    value_label: str
    params_without: QueryDict

    @property
    def url(self):
        """The address of the list without this filter."""
        return address_of(self.params_without)


def applied_filters(filterset):
    """An AppliedFilter for each applied value, in the order of the keys; the words come last."""
    applied = [
        AppliedFilter(
            key,
            value,
            _label(filterset, key, value),
            str(filterset.label(key, value)),
            params_without(filterset.data, key, value),
        )
        for key in filterset.filters
        if key not in ("q", "sort", "widen")
        for value in filterset.applied_values(key)
    ]
    if words := filterset.applied_values("q"):
        applied.append(_applied_words(filterset, words))
    return applied


def _applied_words(filterset, words):
    params = filterset.data.copy()
    # Settings that make sense only with words are removed with them.
    by_match = ["sort"] if filterset.applied_values("sort") == [RELEVANCE] else []
    for key in ["q", "widen", *by_match]:
        params.pop(key, None)
    return AppliedFilter("q", words, str(filterset.filters["q"].label), words, params)


def _label(filterset, key, value):
    """The label of a key. Only the five regional groups are called that."""
    if key == "group" and value not in regional_groups_at(filterset.edition):
        return _("Group")
    return str(filterset.filters[key].label)


def list_title(applied):
    """The title of a list: its applied filters, or "All statements"."""
    # The clock alone does not say which statements these are.
    has_group = any(filter_.key == "group" for filter_ in applied)
    parts = [
        f"{filter_.label} {filter_.value_label}"
        if filter_.key in LABELLED_KEYS
        else filter_.value_label
        for filter_ in applied
        if filter_.key != "clock" or has_group
    ]
    return ", ".join(parts) if parts else _("All statements")
