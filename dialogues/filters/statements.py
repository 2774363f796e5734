"""The filters of the statement list, its exports and its feed."""

from functools import cached_property

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.choices import Clock
from dialogues.filter_keys import FILTER_KEYS
from dialogues.filters.base import (
    ClockFilter,
    LenientFilterSet,
    OptionFilter,
    ValuesFilter,
)
from dialogues.models import Edition, Statement
from dialogues.search.database_query import build_q
from dialogues.search.query_names import resolve_names
from dialogues.search.search import NEWEST, RELEVANCE, SearchRequest
from dialogues.snapshot.labels import labels_at
from dialogues.snapshot.name_index import name_index_at

SORTS = {
    RELEVANCE: (_("Best match first"), "newest_first"),
    NEWEST: (_("Newest first"), "newest_first"),
    "oldest": (_("Oldest first"), "oldest_first"),
    "speaker": (_("By speaker"), "by_speaker"),
}


class WordsField(forms.CharField):
    """What a reader typed, whatever it is: a long question is cut when it is read."""

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
    """The keys of the address of a statement list: those of FILTER_KEYS and those below."""

    clock = ClockFilter(*Clock)
    q = WordsFilter(label=_("Search"), method="with_words")
    widen = OptionFilter(label=_("Other names"), labels={"off": _("not looked for")})
    sort = ValuesFilter(
        label=_("Order"),
        labels={key: label for key, (label, _method) in SORTS.items()},
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
        return {name: _filter_of(key) for name, key in FILTER_KEYS.items()} | super().get_filters()

    def value_labels(self):
        return labels_at(self.edition)

    @cached_property
    def resolved_query(self):
        """What the words mean that were typed."""
        vocabulary = name_index_at(self.edition)
        return resolve_names(
            self.applied_values("q") or "", vocabulary, widen=not self.applied_values("widen")
        )

    @cached_property
    def search_request(self):
        """What the address asks, as the index is asked it."""
        listed = labels_at(self.edition)
        chosen = {key: values for key in listed if (values := self.applied_values(key))}
        return SearchRequest(chosen, self.resolved_query, self.sort_now, self.clock_now)

    @property
    def sort_now(self):
        """The order of the list: as chosen; else by relevance for words, else newest first."""
        can_match = self.resolved_query.parsed.has_words
        chosen = (self.applied_values("sort") or [RELEVANCE if can_match else NEWEST])[0]
        return NEWEST if chosen == RELEVANCE and not can_match else chosen

    def with_words(self, statements, name, value):
        return statements.filter(build_q(self.resolved_query.parsed))

    def narrow(self, statements, name, values):
        """The statements that have one of the values of a key of the table."""
        key = FILTER_KEYS[name]
        if not key.method:
            return statements.filter(**{f"{key.column}__in": values})
        clock = [self.clock_now] if key.depends_on_clock else []
        return getattr(statements, key.method)(values, *clock)

    def in_order(self, statements, name, value):
        return getattr(statements, SORTS[self.sort_now][1])()
