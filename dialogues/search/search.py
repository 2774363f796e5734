"""One door to the index: search() takes a SearchRequest and returns matches and counts."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from tantivy import Occur, Query, Searcher

from dialogues.choices import Clock
from dialogues.index import reader
from dialogues.index.schema import (
    COUNTED_KEYS,
    SCHEMA,
    DamagedIndexError,
)
from dialogues.search.counts import numbers_of
from dialogues.search.index_query import to_query
from dialogues.search.query_names import ResolvedQuery
from dialogues.search.query_parser import ParsedQuery
from dialogues.snapshot import sort_keys
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.name_index import name_index_at

BLOCK_SIZE = 20_000  # statements taken from the index at a time
NEWEST, RELEVANCE, SPEAKER = "newest", "relevance", "speaker"

# By applied filters and words: an entry is a number for each value of each filter.
_counts = EditionCache(max_items=60)

CountsKey = tuple[tuple[tuple[str, tuple[str, ...]], ...], ParsedQuery, Clock, date | None]


@dataclass(frozen=True)
class SearchRequest:
    """Which statements to find: filters as {key: values}, a query, an order and a clock."""

    filters: dict[str, list[str]] = field(default_factory=dict)
    query: ResolvedQuery = ResolvedQuery()
    sort: str = NEWEST
    clock: Clock = Clock.EITHER

    def without_order(self) -> CountsKey:
        """All that the counts depend on, as a cache key."""
        filters = tuple((key, tuple(sorted(self.filters[key]))) for key in sorted(self.filters))
        day = timezone.localdate() if self.clock == Clock.TODAY else None
        return filters, self.query.parsed, self.clock, day


@dataclass(frozen=True)
class Counts:
    """How many statements match, and {key: {value: how many have it}}.

    The numbers of a key apply all other filters but not its own.
    """

    total: int
    numbers: dict[str, dict[str, int]]


class FromIndex:
    """The matches of a request in the index: counts at once, statements page by page.

    `total` and `numbers` are those of Counts. Methods raise DamagedIndexError.
    """

    def __init__(self, searcher: Searcher, request: SearchRequest, edition: str) -> None:
        self._searcher = searcher
        self._request = request
        self._name_index = name_index_at(edition)
        self._query = self._query_for(request.filters)
        with reader.marking_damage():
            counts = _counts.get_or_create(edition, request.without_order(), self._count)
        self.total = counts.total
        self.numbers = counts.numbers

    def pks(self, start: int, stop: int) -> list[int]:
        """The keys of the statements from `start` to `stop` in the order of the request."""
        stop = min(stop, self.total)
        if start >= stop:
            return []
        with reader.marking_damage():
            if self._request.sort == RELEVANCE:
                return self._by_relevance(start, stop)
            if self._request.sort == SPEAKER:
                return self._by_speaker(start, stop)
            return self._by_date(start, stop, newest=self._request.sort == NEWEST)

    def blocks(self) -> Iterator[list[int]]:
        """The keys of all matches in order, in lists of at most BLOCK_SIZE."""
        for start in range(0, self.total, BLOCK_SIZE):
            yield self.pks(start, min(start + BLOCK_SIZE, self.total))

    def _by_relevance(self, start, stop):
        hits = self._searcher.search(self._query, stop - start, count=False, offset=start).hits
        return self._searcher.fast_field_values("pk", [address for _score, address in hits])

    def _by_date(self, start, stop, newest):
        """By the date of the dialogue. Only the dialogues on this page are searched."""
        sort_value = sort_keys.newest_first if newest else sort_keys.oldest_first
        numbers = self._numbers_on_list("dialogue")
        date_keys = self._name_index.date_keys
        slugs = sorted(date_keys.keys() & numbers, key=lambda slug: sort_value(date_keys[slug]))
        before, on_page = sort_keys.values_between(slugs, numbers, start, stop)
        matches = [
            (sort_value(key), pk) for key, pk in self._keyed_matches("dialogue", on_page, numbers)
        ]
        return [pk for _key, pk in sorted(matches)[start - before : stop - before]]

    def _by_speaker(self, start, stop):
        """By speaker, then the newest first. Only the speakers on this page are searched."""
        numbers = self._numbers(self._query, ["speaker_key"])["speaker_key"]
        before, on_page = sort_keys.values_between(sorted(numbers), numbers, start, stop)
        pks = [
            pk
            for speaker in on_page
            for _key, pk in sorted(self._keyed_matches("speaker_key", [speaker], numbers))
        ]
        return pks[start - before : stop - before]

    def _numbers_on_list(self, key):
        """How many matches have each value. `numbers` also counts values that a filter excludes."""
        applied = self._request.filters.get(key)
        numbers = self.numbers[key]
        if not applied:
            return numbers
        return {value: numbers[value] for value in applied if numbers[value]}

    def _keyed_matches(self, field, values, numbers):
        """(date key, database key) of each match that has one of these values."""
        limit = sum(numbers[value] for value in values)
        among = Query.term_set_query(SCHEMA, field, values)
        query = Query.boolean_query([(Occur.Must, self._query), (Occur.Must, among)])
        hits = self._searcher.search(query, limit, count=False, order_by_field="date_key").hits
        pks = self._searcher.fast_field_values("pk", [address for _key, address in hits])
        return zip((key for key, _address in hits), pks, strict=True)

    def _query_for(self, filters):
        request = self._request
        return to_query(filters, request.query.parsed, self._name_index, request.clock)

    def _count(self):
        filters = self._request.filters
        numbers = self._numbers(self._query, [key for key in COUNTED_KEYS if key not in filters])
        for key in set(filters).intersection(COUNTED_KEYS):
            others = {other: values for other, values in filters.items() if other != key}
            numbers |= self._numbers(self._query_for(others), [key])
        total = self._searcher.search(self._query, limit=1).count
        return Counts(total, numbers)

    def _numbers(self, query: Query, keys: Collection[str]) -> dict[str, Counter]:
        return numbers_of(self._searcher, query, keys, self._name_index, self._request.clock)


def search(request: SearchRequest, edition: str) -> FromIndex | None:
    """The matches in the index; None if it does not have the edition: ask the database."""
    searcher = reader.searcher_at(edition)
    if searcher is None:
        return None
    try:
        return FromIndex(searcher, request, edition)
    except DamagedIndexError:
        return None
