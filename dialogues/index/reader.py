"""Opens the index, and decides what to do if it is missing, behind or damaged."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import tantivy
from django.conf import settings

from dialogues.index import store
from dialogues.index.schema import DamagedIndexError, open_folder, panics_as_errors
from dialogues.index.writer import catch_up

log = logging.getLogger(__name__)


@dataclass
class OpenIndex:
    """The index that this process has open, with its folder and the stamp when it was read."""

    folder: Path
    stamp: str | None
    index: tantivy.Index = field(init=False)


_lock = Lock()
_open_index: OpenIndex | None = None


def searcher_at(edition: str) -> tantivy.Searcher | None:
    """A view of the index at an edition; None if the database has to answer.

    An index that is behind catches up first. The result is None if there is no index, another
    process is writing, or a change was saved meanwhile.
    """
    if not settings.SEARCH_INDEX:
        return None
    try:
        if store.read_stamp() != edition and not catch_up():
            return None
        with panics_as_errors():
            searcher = current_index().searcher()
        return searcher if store.read_stamp() == edition else None
    except (OSError, ValueError) as error:
        mark_unreadable(error)
        return None


def mark_unreadable(error: Exception) -> None:
    """Mark an unreadable index for rebuilding, unless it was replaced meanwhile."""
    global _open_index
    log.warning("The search index cannot be read and will be rebuilt: %s", error)
    if _open_index is None or _open_index.folder == store.resolved_folder():
        store.remove_stamp()
    _open_index = None


@contextmanager
def marking_damage() -> Iterator[None]:
    """Raise any error of the index as DamagedIndexError, and mark the index for rebuilding."""
    try:
        with panics_as_errors():
            yield
    except (OSError, ValueError) as error:
        mark_unreadable(error)
        raise DamagedIndexError(str(error)) from error


def current_index() -> tantivy.Index:
    """The index in use. It is opened or reloaded only if it has changed."""
    global _open_index
    with _lock:
        stamp, folder = store.read_stamp(), store.resolved_folder()
        if _open_index is None or _open_index.folder != folder:
            _open_index = OpenIndex(folder, stamp)
            _open_index.index = open_folder(folder)
            _open_index.index.config_reader(reload_policy="manual")
            _open_index.index.reload()
        elif _open_index.stamp != stamp:
            _open_index.index.reload()
            _open_index.stamp = stamp
        return _open_index.index
