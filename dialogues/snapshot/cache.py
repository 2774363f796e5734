"""An in-process cache of values that are valid for one edition."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class EditionCache:
    """The most recently used values, at most `max_items`, by edition and key. Thread-safe."""

    def __init__(self, max_items: int) -> None:
        self._max_items = max_items
        self._values: OrderedDict[tuple[str, Hashable], Any] = OrderedDict()
        self._lock = Lock()

    def get_or_create(self, edition: str, key: Hashable, create: Callable[[], T]) -> T:
        """The cached value, or the result of `create()`, which is then cached."""
        with self._lock:
            if (edition, key) in self._values:
                self._values.move_to_end((edition, key))
                return self._values[edition, key]
        value = create()
        self.set(edition, key, value)
        return value

    def get_many(self, edition: str, keys: Iterable[Hashable]) -> dict[Any, Any]:
        """The cached values among these keys, by key."""
        with self._lock:
            cached = [key for key in keys if (edition, key) in self._values]
            for key in cached:
                self._values.move_to_end((edition, key))
            return {key: self._values[edition, key] for key in cached}

    def set(self, edition: str, key: Hashable, value: Any) -> None:
        """Cache a value; drop the least recently used one if there are too many."""
        with self._lock:
            self._values[edition, key] = value
            if len(self._values) > self._max_items:
                self._values.popitem(last=False)
