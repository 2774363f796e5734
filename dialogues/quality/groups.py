"""Checks of one group each: its memberships, its size."""

from django.utils.translation import gettext as _

from dialogues.models import (
    Finding,
    Membership,
    Participant,
    ReportedFigure,
)
from dialogues.quality.result import Found

CHECKS = (Finding.Check.OVERLAP, Finding.Check.GROUP_SIZE)


def check_groups(pks):
    """What does not add up in each of these groups: Found."""
    for group in Participant.objects.filter(pk__among=list(pks)):
        yield from _overlaps(group)
        yield from _sizes(group)


def _overlaps(group):
    """Two memberships of one member that hold on the same day."""
    rows = group.memberships_of_it.select_related("member")
    latest = {}
    for one in sorted(rows, key=lambda row: (row.since is not None, str(row.since), row.pk)):
        before = latest.get(one.member_id)
        if before and (before.until is None or one.since is None or one.since <= before.until):
            words = _("%(member)s has two memberships at the same time.") % {"member": one.member}
            yield _found(Finding.Check.OVERLAP, group, words, f"{before.pk}-{one.pk}")
        if before is None or before.until and (one.until is None or one.until > before.until):
            latest[one.member_id] = one


def _sizes(group):
    """Numbers of members that sources print, beside the members known on that day."""
    figures = group.figures.filter(measure=ReportedFigure.Measure.GROUP_SIZE)
    for figure in figures.select_related("dialogue", "source"):
        held = Membership.objects.counted().filter(group=group)
        number = held.on(figure.day).count() if figure.day else 0
        if number and figure.is_contradicted_by(number):
            words = _("%(source)s counts %(stated)s on %(day)s; %(number)s are recorded.")
            stated = f"{figure.amount} {figure.unit}"
            values = {"source": figure.source, "stated": stated, "day": figure.day}
            words %= values | {"number": number}
            yield _found(Finding.Check.GROUP_SIZE, group, words, figure.key)


def _found(check, group, words, what):
    return Found(check, f"{group.pk}:{what}"[:200], f"{group}: {words}", group=group)
