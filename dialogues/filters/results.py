"""The statements of a filtered list: from the search index, or from the database without it."""

from collections.abc import Iterator
from functools import cached_property

from dialogues.filters.facet_counts import count_values
from dialogues.index.schema import DamagedIndexError
from dialogues.search.search import search

BLOCK_SIZE = 2_000


class StatementResults:
    """The database keys of the statements in order, as a sequence that is read in slices."""

    def __init__(self, filterset):
        self._filterset = filterset
        index = search(filterset.search_request, filterset.edition)
        self._source = index or FromDatabase(filterset)

    @property
    def is_from_index(self) -> bool:
        """Whether words match by their stems, in all the texts that are indexed."""
        return not isinstance(self._source, FromDatabase)

    @property
    def numbers(self) -> dict[str, dict[str, int]]:
        """{key: {value: count}}. The counts of a key apply every filter except that key."""
        return self._source.numbers

    def __len__(self):
        return self._source.total

    def __getitem__(self, part):
        try:
            return self._source.pks(part.start, part.stop)
        except DamagedIndexError:
            self._source = FromDatabase(self._filterset)
            return self._source.pks(part.start, part.stop)

    def blocks(self) -> Iterator[list[int]]:
        """All keys in order, in lists of a limited length."""
        return self._source.blocks()


class FromDatabase:
    """The same from the database: slower, and words match only as they are spelled."""

    def __init__(self, filterset):
        self._filterset = filterset

    @cached_property
    def total(self):
        return self._filterset.qs.count()

    @cached_property
    def numbers(self):
        return count_values(self._filterset)

    def pks(self, start, stop):
        return list(self._filterset.qs.values_list("pk", flat=True)[start:stop])

    def blocks(self):
        for start in range(0, self.total, BLOCK_SIZE):
            yield self.pks(start, start + BLOCK_SIZE)
