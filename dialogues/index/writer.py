"""Keeps the index up to date with the editions."""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic

from django.db import connection
from tantivy import Query

from dialogues.index import store
from dialogues.index.documents import entries
from dialogues.index.schema import SCHEMA, open_folder, panics_as_errors
from dialogues.models import Change, Edition, Statement

log = logging.getLogger(__name__)

# At most this many statements are written while a request waits: 1,000 take about 0.1 seconds.
# More are written in the background.
MAX_IN_REQUEST = 2_000
# Memory that tantivy may use before it writes a part of the index to disk.
HEAP_BYTES = 15_000_000
REBUILD_HEAP_BYTES = 100_000_000
REPORT_EVERY = 5_000  # statements
# Seconds before the next try if the disk refused, and when each folder last refused.
RETRY_SECONDS = 60
_failed_at: dict[Path, float] = {}


def _ignore_progress(done, total):
    """The default of `report`."""


def catch_up(max_statements: int | None = MAX_IN_REQUEST) -> bool:
    """Update the index to the current edition if that is quick. Never raises.

    True if the index has that edition now. False while another process writes, while a thread
    that this call started writes, or if writing failed; the database answers meanwhile. With
    `max_statements` None, writes any number here.
    """
    if _is_paused():
        return False
    try:
        return _catch_up_locked(max_statements)
    except (OSError, ValueError) as error:
        _record_failure(error)
        return False


def _catch_up_locked(max_statements):
    with store.write_lock() as has_lock:
        if not has_lock:
            return False
        # Read before the changes: a change committed meanwhile is then written twice, never missed.
        stamp = Edition.objects.current_stamp()
        if store.read_stamp() == stamp:
            return True
        changed = _changed_since(store.read_stamp())
        count = Statement.objects.published().count() if changed is None else len(changed)
        if max_statements is None or count <= max_statements:
            return rebuild_now() if changed is None else _write_changes(changed, stamp)
    Thread(target=_catch_up_in_thread, daemon=True).start()
    return False


def rebuild(report: Callable[[int, int], None] = _ignore_progress) -> None:
    """Build a new index of all published statements and swap it in.

    Waits for the lock. Calls `report(done, total)` as statements are written.
    """
    with store.write_lock(wait=True):
        rebuild_now(report)


def _record_failure(error):
    """Mark the index for rebuilding on the next search.

    If the disk refused, searches do not try again for RETRY_SECONDS.
    """
    log.warning("The search index could not be written.", exc_info=True)
    store.remove_stamp()
    if isinstance(error, OSError):
        _failed_at[store.version_folder()] = monotonic()


def _is_paused():
    return monotonic() - _failed_at.get(store.version_folder(), -RETRY_SECONDS) < RETRY_SECONDS


def _changed_since(stamp):
    """The keys of the statements changed since an edition; None if this database never had it."""
    number = Edition.objects.number_for_stamp(stamp) if stamp else None
    if number is None:
        return None
    changes = Change.objects.filter(edition__gt=number).order_by()
    return list(changes.values_list("statement", flat=True).distinct())


def _write_changes(changed, stamp):
    """Replace the documents of these statements; drop those that are not published.

    Raises ValueError or OSError if the index is damaged.
    """
    folder = store.current_folder()
    with panics_as_errors():
        writer = open_folder(folder).writer(HEAP_BYTES, 1)
        writer.delete_documents_by_query(Query.term_set_query(SCHEMA, "pk", changed))
        _add(writer, changed)
    store.write_stamp(folder, stamp)
    return True


def rebuild_now(report: Callable[[int, int], None] = _ignore_progress) -> bool:
    """Rebuild the index. The caller must hold the lock. Returns True."""
    stamp = Edition.objects.current_stamp()
    statements = Statement.objects.published()
    total = statements.count()
    with store.new_folder() as folder:
        with panics_as_errors():
            writer = open_folder(folder, new=True).writer(REBUILD_HEAP_BYTES)
            _add(writer, statements.all_keys(), lambda done: report(done, total))
        store.write_stamp(folder, stamp)
    return True


def _add(writer, pks, report=lambda done: None):
    """Write the documents of the published statements among these, and commit."""
    done = 0
    for done, entry in enumerate(entries(pks), 1):
        writer.add_document(entry.document())
        if not done % REPORT_EVERY:
            report(done)
    writer.commit()
    writer.wait_merging_threads()
    report(done)


def _catch_up_in_thread():
    """Catch up with any number of changes, unless another writer has begun."""
    try:
        catch_up(max_statements=None)
    finally:
        connection.close()
