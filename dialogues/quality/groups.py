"""Checks of one group: its memberships and its size."""

from django.utils.translation import gettext as _

from dialogues.models import (
    Finding,
    Membership,
    Participant,
    ReportedFigure,
)
from dialogues.quality.issue import Issue

CHECKS = (Finding.Check.OVERLAP, Finding.Check.GROUP_SIZE)


def check_groups(pks):
    """The Issues of the groups with these keys."""
    for group in Participant.objects.filter(pk__among=list(pks)):
        yield from _check_overlaps(group)
        yield from _check_sizes(group)


def _check_overlaps(group):
    """Two memberships of one member in the same role that are valid on the same day."""
    memberships = sorted(
        group.memberships_of_it.select_related("member"),
        key=lambda row: (row.since is not None, str(row.since), row.pk),
    )
    latest = {}
    for after in memberships:
        before = latest.get((after.member_id, after.role))
        if before and (before.until is None or after.since is None or after.since <= before.until):
            sentence = _("%(member)s has two memberships at the same time.")
            values = {"member": after.member}
            yield _issue(Finding.Check.OVERLAP, group, sentence % values, f"{before.pk}-{after.pk}")
        if before is None or before.until and (after.until is None or after.until > before.until):
            latest[after.member_id, after.role] = after


def _check_sizes(group):
    """Printed numbers of members that differ from the members known on that day.

    Members who are only named as such on some day say nothing of the others: they are not too few.
    """
    figures = group.figures.filter(measure=ReportedFigure.Measure.GROUP_SIZE)
    for figure in figures.select_related("dialogue", "source"):
        memberships = Membership.objects.counted().filter(group=group)
        known = memberships.valid_on(figure.day) if figure.day else memberships.none()
        number = known.values("member").distinct().count()
        is_part = number < figure.amount and known.filter(is_minimum=True).exists()
        if number and not is_part and figure.is_contradicted_by(number):
            sentence = _("%(source)s counts %(stated)s on %(day)s; %(number)s are recorded.")
            values = {"source": figure.source, "stated": f"{figure.amount} {figure.unit}"}
            values |= {"day": figure.day, "number": number}
            yield _issue(Finding.Check.GROUP_SIZE, group, sentence % values, figure.key)


def _issue(check, group, sentence, key):
    return Issue(check, f"{group.pk}:{key}"[:200], f"{group}: {sentence}", group=group)
