"""Keeping the index in step with the editions."""

import logging
from threading import Thread
from time import monotonic

from django.db import connection
from tantivy import Query

from dialogues.index import store
from dialogues.index.documents import entries
from dialogues.index.schema import SCHEMA, open_folder, panics_as_errors
from dialogues.models import Change, Edition, Statement

log = logging.getLogger(__name__)

# Up to so many statements are written while a request waits, a thousand in about a tenth of a
# second; more are written in the background.
MAX_IN_REQUEST = 2_000
# Bytes that tantivy may use before it writes a part of the index to disk.
HEAP_BYTES = 15_000_000
REBUILD_HEAP_BYTES = 100_000_000
REPORT_EVERY = 5_000
# Seconds between two tries to write where it is the disk that refuses; when the last one was.
RETRY_SECONDS = 60
_failed_at = {}


def catch_up(most=MAX_IN_REQUEST):
    """Bring the index to the current edition, if that is a matter of moments. Never raises.

    True if the index stands there now. False while another process writes, while a thread that
    this call started does, or when it could not be written; the database answers meanwhile.
    `most` None: however long it takes.
    """
    if _is_paused():
        return False
    try:
        return _catch_up_locked(most)
    except (OSError, ValueError) as error:
        _record_failure(error)
        return False


def _catch_up_locked(most):
    with store.write_lock() as mine:
        if not mine:
            return False
        # Before the changes are read: what is committed meanwhile is then caught up once more.
        stamp = Edition.objects.current_stamp()
        if store.read_stamp() == stamp:
            return True
        changed = _changed_since(store.read_stamp())
        size = Statement.objects.published().count() if changed is None else len(changed)
        if most is None or size <= most:
            return rebuild_now() if changed is None else _write_changes(changed, stamp)
    Thread(target=_catch_up_in_thread, daemon=True).start()
    return False


def rebuild(report=lambda done, total: None):
    """Make a new index of all published statements and put it in place of the old one.

    Waits for its turn to write. `report` is called with how many statements are done, of how many.
    """
    with store.write_lock(wait=True):
        rebuild_now(report)


def _record_failure(error):
    """Say that the index could not be written; it is made anew with the next question.

    When it is the disk that refuses, no question tries again for a while.
    """
    log.warning("The search index could not be written.", exc_info=True)
    store.remove_stamp()
    if isinstance(error, OSError):
        _failed_at[store.version_folder()] = monotonic()


def _is_paused():
    return monotonic() - _failed_at.get(store.version_folder(), -RETRY_SECONDS) < RETRY_SECONDS


def _changed_since(stamp):
    """The keys of the statements changed since an edition; None if this database has none such."""
    number = Edition.objects.number_for_stamp(stamp) if stamp else None
    if number is None:
        return None
    changes = Change.objects.filter(edition__gt=number).order_by()
    return list(changes.values_list("statement", flat=True).distinct())


def _write_changes(changed, stamp):
    """Write the statements with these keys anew; those no longer published are taken out.

    Raises ValueError or OSError when the index is damaged.
    """
    folder = store.current_folder()
    with panics_as_errors():
        writer = open_folder(folder).writer(HEAP_BYTES, 1)
        writer.delete_documents_by_query(Query.term_set_query(SCHEMA, "pk", changed))
        _add(writer, changed)
    store.write_stamp(folder, stamp)
    return True


def rebuild_now(report=lambda done, total: None):
    """Make the index anew. Only for one who holds the right to write. True when it is in place."""
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
    """Write the documents of those statements that are published, and commit."""
    done = 0
    for done, entry in enumerate(entries(pks), 1):
        writer.add_document(entry.document())
        if not done % REPORT_EVERY:
            report(done)
    writer.commit()
    writer.wait_merging_threads()
    report(done)


def _catch_up_in_thread():
    """Catch up in a thread of its own, unless another has begun already."""
    try:
        catch_up(most=None)
    finally:
        connection.close()
