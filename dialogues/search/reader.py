"""Opening the index, and what to do when it is not there, behind or damaged."""

import logging
from dataclasses import dataclass
from threading import Lock

import tantivy
from django.conf import settings

from dialogues.search import place
from dialogues.search.schema import open_folder, panics_raised
from dialogues.search.writer import catch_up

log = logging.getLogger(__name__)


@dataclass
class Opened:
    """An index that this process has open, with the folder and the stamp it was read at."""

    index: tantivy.Index
    folder: object
    stamp: str


_lock = Lock()
_opened = None


def searcher_at(edition):
    """A view of the index as it stands at an edition, or None: then the database has the answer.

    An index that is behind catches up first; where there is none, or another process is writing,
    the answer is None.
    """
    if not settings.SEARCH_INDEX:
        return None
    try:
        if place.read_stamp() != edition and not catch_up():
            return None
        with panics_raised():
            return current_index().searcher()
    except (OSError, ValueError) as error:
        forget(error)
        return None


def forget(error):
    """Let the index be made anew: it could not be read."""
    global _opened
    log.warning("The search index cannot be read and will be made anew: %s", error)
    _opened = None
    place.remove_stamp()


def current_index():
    """The index in use, opened or read again only when it has changed."""
    global _opened
    with _lock:
        stamp = place.read_stamp()
        folder = place.current_folder().resolve(strict=True)
        if _opened is None or _opened.folder != folder:
            index = open_folder(folder)
            index.config_reader(reload_policy="manual")
            _opened = Opened(index, folder, stamp)
            index.reload()
        elif _opened.stamp != stamp:
            _opened.index.reload()
            _opened.stamp = stamp
        return _opened.index
