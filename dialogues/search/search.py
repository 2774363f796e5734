"""One door to the index: a request goes in, an answer comes out."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils import timezone
from tantivy import Occur, Query

from dialogues.choices import Clock
from dialogues.index import reader
from dialogues.index.schema import (
    COUNTED_KEYS,
    GROUP_FIELDS,
    SCHEMA,
    DamagedIndexError,
    panics_as_errors,
)
from dialogues.search.index_query import to_query
from dialogues.search.query_names import ResolvedQuery
from dialogues.snapshot import sort_keys
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.name_index import name_index_at

# How many of a long list are taken from the index at a time.
BLOCK = 20_000
MOST_VALUES = 60_000
NEWEST, RELEVANCE = "newest", "relevance"

# By applied filters and words: an entry is a number for each value of each filter.
_counts = EditionCache(max_items=60)


@dataclass(frozen=True)
class SearchRequest:
    """What is asked of the statements: chosen values by key, typed words, and the order."""

    filters: dict[str, list[str]] = field(default_factory=dict)
    query: ResolvedQuery = ResolvedQuery()
    sort: str = NEWEST
    clock: Clock = Clock.EITHER

    def without_order(self):
        """What is asked, as something to remember the counts by."""
        chosen = tuple((key, tuple(sorted(values))) for key, values in sorted(self.filters.items()))
        day = timezone.localdate() if self.clock == Clock.TODAY else None
        return chosen, self.query.parsed, self.clock, day


@dataclass(frozen=True)
class Counts:
    """How many statements answer a request, and how many there are of each value of each key.

    A key's numbers apply every other choice but not its own.
    """

    total: int
    numbers: dict[str, dict[str, int]]


class FromIndex:
    """What the index knows at one edition: counts at once, statements as they are asked for."""

    def __init__(self, searcher, request, edition):
        self._searcher = searcher
        self._request = request
        self._name_index = name_index_at(edition)
        self._query = self._query_for(request.filters)
        with _watched():
            counts = _counts.get_or_create(edition, request.without_order(), self._count)
        self.total = counts.total
        self.numbers = counts.numbers

    def pks(self, start, stop):
        """The database keys of the statements from one place in the order to another."""
        stop = min(stop, self.total)
        if start >= stop:
            return []
        with _watched():
            if self._request.sort == RELEVANCE:
                return self._best(start, stop)
            if self._request.sort == "speaker":
                return self._by_speaker(start, stop)
            return self._by_day(start, stop, newest=self._request.sort == NEWEST)

    def blocks(self):
        """The keys of all statements in order, in lists that stay small."""
        for start in range(0, self.total, BLOCK):
            yield self.pks(start, min(start + BLOCK, self.total))

    def _best(self, start, stop):
        found = self._searcher.search(self._query, stop - start, count=False, offset=start)
        addresses = [address for _score, address in found.hits]
        return self._searcher.fast_field_values("pk", addresses)

    def _by_day(self, start, stop, newest):
        """By the day of the dialogue: only the dialogues on this page are looked into."""
        key = sort_keys.newest_first if newest else sort_keys.oldest_first
        numbers = self._own_numbers("dialogue")
        places = self._name_index.date_keys
        slugs = sorted(places.keys() & numbers, key=lambda slug: key(places[slug]))
        before, here = sort_keys.values_between(slugs, numbers, start, stop)
        found = sorted(
            self._places("dialogue", here, numbers), key=lambda one: (key(one[0]), one[1])
        )
        return [pk for _place, pk in found[start - before : stop - before]]

    def _by_speaker(self, start, stop):
        """By who speaks, then the newest first: only the speakers on this page are looked into."""
        numbers = self._numbers(self._query, ["speaker_key"])["speaker_key"]
        before, here = sort_keys.values_between(sorted(numbers), numbers, start, stop)
        found = [
            pk for who in here for _place, pk in sorted(self._places("speaker_key", [who], numbers))
        ]
        return found[start - before : stop - before]

    def _own_numbers(self, key):
        """How many of the statements found have each value; a chosen key shows others as well."""
        chosen = self._request.filters.get(key)
        numbers = self.numbers[key]
        return {one: numbers[one] for one in chosen if numbers[one]} if chosen else numbers

    def _places(self, field, values, numbers):
        """(place, database key) of each statement found that has one of these values."""
        limit = sum(numbers[value] for value in values)
        among = Query.term_set_query(SCHEMA, field, values)
        query = Query.boolean_query([(Occur.Must, self._query), (Occur.Must, among)])
        found = self._searcher.search(query, limit, count=False, order_by_field="date_key")
        addresses = [address for _place, address in found.hits]
        pks = self._searcher.fast_field_values("pk", addresses)
        return zip((place for place, _address in found.hits), pks, strict=True)

    def _query_for(self, chosen):
        request = self._request
        return to_query(chosen, request.query.parsed, self._name_index, request.clock)

    def _count(self):
        chosen = self._request.filters
        numbers = self._numbers(self._query, [key for key in COUNTED_KEYS if key not in chosen])
        for key in set(chosen).intersection(COUNTED_KEYS):
            others = {other: values for other, values in chosen.items() if other != key}
            numbers |= self._numbers(self._query_for(others), [key])
        total = self._searcher.search(self._query, limit=1).count
        return Counts(total, numbers)

    def _numbers(self, query, keys):
        """How many statements that match have each value of these keys, most first."""
        fields = {key: key for key in keys}
        if "group" in fields:
            fields["group"] = GROUP_FIELDS[self._request.clock]
        asked = {key: {"terms": {"field": one, "size": MOST_VALUES}} for key, one in fields.items()}
        found = self._searcher.aggregate(query, asked) if asked else {}
        numbers = {
            key: Counter({one["key"]: one["doc_count"] for one in answer["buckets"]})
            for key, answer in found.items()
        }
        if "group" in numbers:
            numbers["group"] = self._by_group(numbers["group"])
        return numbers

    def _by_group(self, found):
        """The numbers of each group, from those of its database key, or of its members today."""
        name_index = self._name_index
        if self._request.clock != Clock.TODAY:
            return Counter({slug: found[pk] for slug, pk in name_index.group_keys.items()})
        return Counter(
            {
                slug: sum(found[one] for one in name_index.members_today(slug))
                for slug in name_index.group_keys
            }
        )


def search(request, edition):
    """What the index knows; None where it does not stand at the edition: ask the database."""
    searcher = reader.searcher_at(edition)
    if searcher is None:
        return None
    try:
        return FromIndex(searcher, request, edition)
    except DamagedIndexError:
        return None


@contextmanager
def _watched():
    """Raise whatever a damaged index does as DamagedError, and let it be made anew."""
    try:
        with panics_as_errors():
            yield
    except (OSError, ValueError) as error:
        reader.mark_unreadable(error)
        raise DamagedIndexError(str(error)) from error
