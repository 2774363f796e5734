"""The filters of the statement list, its exports and its feed."""

from functools import cached_property
from typing import NamedTuple

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.choices import Clock
from dialogues.filters.base import (
    ClockFilter,
    LenientFilterSet,
    OptionFilter,
    ValuesFilter,
)
from dialogues.filters.days import LimitFilter
from dialogues.models import Edition, Statement
from dialogues.search.database_query import build_q
from dialogues.search.query_names import resolve_names
from dialogues.search.search import NEWEST, RELEVANCE, SearchRequest
from dialogues.snapshot.labels import labels_at
from dialogues.snapshot.name_index import name_index_at
from dialogues.statement_filters import DAY_KEYS, FILTER_KEYS


class Sort(NamedTuple):
    """An order of the list, and the StatementQuerySet method that makes it in the database."""

    label: str
    method: str


# The database has no relevance, so it sorts by day instead.
SORTS = {
    RELEVANCE: Sort(_("Best match first"), "newest_first"),
    NEWEST: Sort(_("Newest first"), "newest_first"),
    "oldest": Sort(_("Oldest first"), "oldest_first"),
    "speaker": Sort(_("By speaker"), "by_speaker"),
}


class WordsField(forms.CharField):
    """Any text. The query parser cuts a long one, so the form refuses none."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = []

    def to_python(self, value):
        return super().to_python(value).replace("\0", " ")


class WordsFilter(filters.CharFilter):
    field_class = WordsField


def _filter_of(key):
    return ValuesFilter(label=key.label, field_name=key.name, method="narrow", records=key.records)


class StatementFilter(LenientFilterSet):
    """The keys of the address of a statement list: those of FILTER_KEYS, DAY_KEYS and below."""

    clock = ClockFilter(*Clock)
    q = WordsFilter(label=_("Search"), method="with_words")
    widen = OptionFilter(label=_("Other names"), labels={"off": _("not searched")})
    sort = ValuesFilter(
        label=_("Order"),
        labels={key: sort.label for key, sort in SORTS.items()},
        method="in_order",
    )

    default_clock = Clock.EITHER

    class Meta:
        model = Statement
        fields = []

    def __init__(self, data, edition=None):
        super().__init__(data, queryset=Statement.objects.published().newest_first())
        self.edition = Edition.objects.current_stamp() if edition is None else edition

    @classmethod
    def get_filters(cls):
        """A filter for each key of the table, then those declared here."""
        keys = {name: _filter_of(key) for name, key in FILTER_KEYS.items()}
        limits = {name: LimitFilter(key) for name, key in DAY_KEYS.items()}
        return keys | limits | super().get_filters()

    def value_labels(self):
        return labels_at(self.edition)

    @cached_property
    def resolved_query(self):
        """The words that the reader typed, with names resolved."""
        words, is_widened = self.applied_values("q") or "", not self.applied_values("widen")
        return resolve_names(words, name_index_at(self.edition), widen=is_widened)

    @cached_property
    def search_request(self):
        """The filters, words and order of the address, for the search index."""
        applied = {key: values for key in FILTER_KEYS if (values := self.applied_values(key))}
        if any(map(self.applied_values, DAY_KEYS)):
            applied["day"] = [day for day in applied.get("day") or self._days() if self._has(day)]
        return SearchRequest(applied, self.resolved_query, self.sort_now, self.clock_in_use)

    def _days(self):
        return labels_at(self.edition)["day"]

    def _has(self, day):
        """Whether a day is within the limits."""
        return all(self.filters[key].has(day, self.applied_values(key)) for key in DAY_KEYS)

    @property
    def sort_now(self):
        """The key of the order: the applied one, else relevance for words, else newest first."""
        has_words = self.resolved_query.parsed.has_words
        sort = self.applied_value("sort") or (RELEVANCE if has_words else NEWEST)
        return NEWEST if sort == RELEVANCE and not has_words else sort

    def with_words(self, statements, name, value):
        return statements.filter(build_q(self.resolved_query.parsed))

    def narrow(self, statements, name, values):
        """The statements that have one of the values of a key of the table."""
        key = FILTER_KEYS[name]
        if not key.method:
            return statements.filter(**{f"{key.column}__in": values})
        clock = [self.clock_in_use] if key.depends_on_clock else []
        return getattr(statements, key.method)(values, *clock)

    def in_order(self, statements, name, value):
        return getattr(statements, SORTS[self.sort_now].method)()
