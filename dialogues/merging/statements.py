"""Merge a duplicate statement into another, or replace a statement by several."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.merging.merge import check_merge, lock
from dialogues.merging.steps import traced
from dialogues.models import Change, Merging
from dialogues.publishing.workflow import retire


def merge_statements(duplicate, survivor, reason, by=None):
    """Retire a statement that has the same words as another; its address redirects there.

    Its versions stay. Returns the Merging. Raises ValidationError unless both are published, or
    without a reason.
    """
    check_merge(duplicate, survivor, reason)
    kind = Merging.Kind.STATEMENTS
    with traced(kind, reason, by, duplicate, survivor) as (edition, trace, merging):
        lock(duplicate, survivor)
        if not (duplicate.is_public() and survivor.is_public()):
            message = _("Only published statements can be merged. Delete a draft instead.")
            raise ValidationError(message)
        trace.retired(duplicate)
        retire(duplicate, edition, Change.Kind.MERGED, survivor.get_absolute_url())
    return merging


def split_statement(statement, successors, reason, by=None):
    """Retire a statement that several others replace; its address lists them all.

    Returns the Merging. Raises ValidationError unless all are published, or without a reason.
    """
    for successor in successors:
        check_merge(statement, successor, reason)
    names = ", ".join(map(str, successors))
    kind = Merging.Kind.SPLIT_STATEMENT
    with traced(kind, reason, by, statement, names) as (edition, trace, merging):
        lock(statement, *successors)
        if not all(record.is_public() for record in (statement, *successors)):
            message = _("Only a published statement can be split, into published statements.")
            raise ValidationError(message)
        trace.retired(statement)
        addresses = [successor.get_absolute_url() for successor in successors]
        retire(statement, edition, Change.Kind.SPLIT, "\n".join(addresses))
    return merging
