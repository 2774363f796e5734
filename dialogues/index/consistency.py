"""Comparing the index with the database."""

from itertools import zip_longest

from django.utils.translation import gettext as _
from tantivy import Order, Query

from dialogues.index import store
from dialogues.index.documents import entries
from dialogues.index.reader import current_index
from dialogues.index.schema import panics_as_errors
from dialogues.models import Edition, Statement

BLOCK = 10_000


def first_difference():
    """What differs first, as a sentence; empty when the index has what the database has.

    Raises ValueError or OSError when there is no index that can be read.
    """
    with store.write_lock(wait=True), panics_as_errors():
        return _first_difference()


def _first_difference():
    stamp, edition = store.read_stamp(), Edition.objects.current_stamp()
    if stamp != edition:
        return _("The index stands at edition %(index)s, the database at %(database)s.") % {
            "index": stamp,
            "database": edition,
        }
    wanted = (entry.digest() for entry in entries(Statement.objects.published().all_keys()))
    for ours, theirs in zip_longest(wanted, _digests(current_index().searcher())):
        if ours != theirs:
            return _difference(ours, theirs)
    return ""


def _difference(ours, theirs):
    """Which statement it is. Both go by their keys, so one that is missing shifts all others."""
    reference, other = (one.split()[0] if one else _("nothing") for one in (ours, theirs))
    if reference == other:
        return _("Statement %s is another in the index than in the database.") % reference
    return _("The database has %(ours)s where the index has %(theirs)s.") % {
        "ours": reference,
        "theirs": other,
    }


def _digests(searcher):
    """The digest of each document, in the order of the statements' keys."""
    for start in range(0, searcher.num_docs, BLOCK):
        found = searcher.search(
            Query.all_query(), BLOCK, offset=start, order_by_field="pk", order=Order.Asc
        )
        for _pk, address in found.hits:
            yield searcher.doc(address)["digest"][0]
