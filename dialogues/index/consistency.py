"""Compares the index with the database."""

from collections.abc import Iterator
from itertools import zip_longest

from django.utils.translation import gettext as _
from tantivy import Order, Query, Searcher

from dialogues.index import store
from dialogues.index.documents import entries
from dialogues.index.reader import current_index
from dialogues.index.schema import panics_as_errors
from dialogues.models import Edition, Statement

BLOCK_SIZE = 10_000  # documents


def first_difference() -> str:
    """The first difference as a sentence; empty if the index has what the database has.

    Raises ValueError or OSError if the index cannot be read.
    """
    with store.write_lock(wait=True), panics_as_errors():
        return _first_difference()


def _first_difference():
    stamp, edition = store.read_stamp(), Edition.objects.current_stamp()
    if stamp != edition:
        return _("The index is at edition %(index)s, the database at %(database)s.") % {
            "index": stamp,
            "database": edition,
        }
    expected = (entry.digest() for entry in entries(Statement.objects.published().all_keys()))
    for ours, theirs in zip_longest(expected, _digests(current_index().searcher())):
        if ours != theirs:
            return _difference(ours, theirs)
    return ""


def _difference(ours, theirs):
    """Which statement differs. Both lists are in the order of keys, so one gap shifts the rest."""
    reference, other = (digest.split()[0] if digest else _("nothing") for digest in (ours, theirs))
    if reference == other:
        return _("Statement %s differs between the index and the database.") % reference
    return _("The database has %(ours)s where the index has %(theirs)s.") % {
        "ours": reference,
        "theirs": other,
    }


def _digests(searcher: Searcher) -> Iterator[str]:
    """The digest of each document, in the order of the statements' keys."""
    for start in range(0, searcher.num_docs, BLOCK_SIZE):
        results = searcher.search(
            Query.all_query(), BLOCK_SIZE, offset=start, order_by_field="pk", order=Order.Asc
        )
        for _pk, address in results.hits:
            yield searcher.doc(address)["digest"][0]
