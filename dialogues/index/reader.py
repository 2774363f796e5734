"""Opening the index, and what to do when it is not there, behind or damaged."""

import logging
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import tantivy
from django.conf import settings

from dialogues.index import store
from dialogues.index.schema import open_folder, panics_as_errors
from dialogues.index.writer import catch_up

log = logging.getLogger(__name__)


@dataclass
class OpenIndex:
    """An index that this process has open, with the folder and the stamp it was read at."""

    index: tantivy.Index | None
    folder: Path
    stamp: str


_lock = Lock()
_open_index = None


def searcher_at(edition):
    """A view of the index as it stands at an edition, or None: then the database has the answer.

    An index that is behind catches up first; where there is none, or another process is writing,
    or somebody has saved meanwhile, the answer is None.
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


def mark_unreadable(error):
    """Let the index be made anew that could not be read, unless it is another by now."""
    global _open_index
    log.warning("The search index cannot be read and will be made anew: %s", error)
    if _open_index is None or _open_index.folder == store.resolved_folder():
        store.remove_stamp()
    _open_index = None


def current_index():
    """The index in use, opened or read again only when it has changed."""
    global _open_index
    with _lock:
        stamp, folder = store.read_stamp(), store.resolved_folder()
        if _open_index is None or _open_index.folder != folder:
            _open_index = OpenIndex(None, folder, stamp)
            _open_index.index = open_folder(folder)
            _open_index.index.config_reader(reload_policy="manual")
            _open_index.index.reload()
        elif _open_index.stamp != stamp:
            _open_index.index.reload()
            _open_index.stamp = stamp
        return _open_index.index
