"""Statements whose words another one has, or for which several others stand."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.merging.merge import check, lock
from dialogues.merging.steps import traced
from dialogues.models import Change, Merging
from dialogues.publishing.workflow import retire


def merge_statements(ended, kept, reason, by=None):
    """End a statement whose words another one has. Its versions stay; its address leads there.

    Returns the Merging. Raises ValidationError unless both are published, or without a reason.
    """
    check(ended, kept, reason)
    kind = Merging.Kind.STATEMENTS
    with traced(kind, reason, by, ended, kept) as (edition, trace, merging):
        lock(ended, kept)
        if not (ended.is_public() and kept.is_public()):
            raise ValidationError(
                _("Only published statements are merged. Delete a draft instead.")
            )
        trace.ended(ended)
        retire(ended, edition, Change.Kind.MERGED, kept.get_absolute_url())
    return merging


def split_statement(ended, successors, reason, by=None):
    """End a statement for which several others stand now; its address names them all.

    Returns the Merging. Raises ValidationError unless all are published, or without a reason.
    """
    for one in successors:
        check(ended, one, reason)
    names = ", ".join(map(str, successors))
    kind = Merging.Kind.SPLIT_STATEMENT
    with traced(kind, reason, by, ended, names) as (edition, trace, merging):
        lock(ended, *successors)
        if not all(one.is_public() for one in (ended, *successors)):
            raise ValidationError(_("Only a published statement is split, into published ones."))
        trace.ended(ended)
        addresses = [one.get_absolute_url() for one in successors]
        retire(ended, edition, Change.Kind.SPLIT, "\n".join(addresses))
    return merging
