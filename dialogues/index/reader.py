"""Opening the index, and what to do when it is not there, behind or damaged."""

import logging
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import tantivy
from django.conf import settings

from dialogues.index import store
from dialogues.index.schema import open_folder, panics_raised
from dialogues.index.writer import catch_up

log = logging.getLogger(__name__)


@dataclass
class Opened:
    """An index that this process has open, with the folder and the stamp it was read at."""

    index: tantivy.Index | None
    folder: Path
    stamp: str


_lock = Lock()
_opened = None


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
        with panics_raised():
            searcher = current_index().searcher()
        return searcher if store.read_stamp() == edition else None
    except (OSError, ValueError) as error:
        forget(error)
        return None


def forget(error):
    """Let the index be made anew that could not be read, unless it is another by now."""
    global _opened
    log.warning("The search index cannot be read and will be made anew: %s", error)
    if _opened is None or _opened.folder == store.real_folder():
        store.remove_stamp()
    _opened = None


def current_index():
    """The index in use, opened or read again only when it has changed."""
    global _opened
    with _lock:
        stamp, folder = store.read_stamp(), store.real_folder()
        if _opened is None or _opened.folder != folder:
            _opened = Opened(None, folder, stamp)
            _opened.index = open_folder(folder)
            _opened.index.config_reader(reload_policy="manual")
            _opened.index.reload()
        elif _opened.stamp != stamp:
            _opened.index.reload()
            _opened.stamp = stamp
        return _opened.index
