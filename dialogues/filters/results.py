"""Which statements an address asks for: by the index, or by the database while that cannot say."""

from functools import cached_property

from dialogues.filters.facet_counts import count_values
from dialogues.index.schema import DamagedIndexError
from dialogues.search.search import search

BLOCK = 2_000


class StatementResults:
    """The statements of an address in their order: how many, their keys by place, their counts."""

    def __init__(self, filterset):
        self._filterset = filterset
        self._found = search(filterset.search_request, filterset.edition) or FromDatabase(filterset)

    @property
    def is_from_index(self):
        """Whether words were found by their stems, and in all that is searched."""
        return not isinstance(self._found, FromDatabase)

    @property
    def numbers(self):
        """{key: {value: how many}}. A key's numbers apply every other choice but not its own."""
        return self._found.numbers

    def __len__(self):
        return self._found.total

    def __getitem__(self, part):
        """The database keys of a slice of the statements."""
        try:
            return self._found.pks(part.start, part.stop)
        except DamagedIndexError:
            self._found = FromDatabase(self._filterset)
            return self._found.pks(part.start, part.stop)

    def blocks(self):
        """The keys of all statements in order, in lists that stay small."""
        return self._found.blocks()


class FromDatabase:
    """What the database knows: slower, and without stems of words."""

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
        for start in range(0, self.total, BLOCK):
            yield self.pks(start, start + BLOCK)
