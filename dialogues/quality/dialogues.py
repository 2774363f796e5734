"""Checks of one dialogue each: its counts, its names, its days."""

from collections import Counter
from datetime import timedelta

from django.utils.translation import gettext as _

from dialogues.choices import SourceKind
from dialogues.models import (
    Dialogue,
    Finding,
    Membership,
    Participation,
)
from dialogues.quality.result import Found
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.speaker_lists.counts import KINDS

CHECKS = (
    Finding.Check.COUNT,
    Finding.Check.NAME,
    Finding.Check.ALSO_LISTED,
    Finding.Check.DATE,
)
# A dialogue that goes on after this has two dates mixed up.
LONGEST = timedelta(days=366)
# Documents that may be older than what they are about.
EARLIER = (
    SourceKind.PROGRAMME,
    SourceKind.BACKGROUND,
    SourceKind.DELIVERED_TEXT,
    SourceKind.WEB_PAGE,
)


def check_dialogues(pks):
    """What does not add up in each of these dialogues: Found."""
    naming = ParticipantNames()
    for dialogue in Dialogue.objects.filter(pk__among=list(pks)):
        took_part = list(dialogue.participations.with_names())
        yield from _counts(dialogue, took_part)
        yield from _names(dialogue, took_part, naming)
        yield from _also_listed(dialogue, took_part)
        yield from _days(dialogue)
        yield from _represented(dialogue, took_part)


def _counts(dialogue, took_part):
    """Figures that the rows contradict. A list known to be incomplete contradicts nothing."""
    if dialogue.speaker_list != Dialogue.SpeakerList.COMPLETE:
        return
    spoke = {
        one.participant
        for one in took_part
        if one.participant and one.status == Participation.Status.SPOKE
    }
    recorded = Counter(one.kind for one in spoke)
    for figure in dialogue.figures.filter(measure__in=KINDS).select_related("source"):
        number = recorded[KINDS[figure.measure]]
        if figure.is_contradicted_by(number):
            words = _("%(source)s counts %(stated)s: “%(measure)s”; %(number)s are recorded.")
            values = {"source": figure.source, "stated": f"{figure.amount} {figure.unit}"}
            values |= {"measure": figure.get_measure_display(), "number": number}
            yield _found(Finding.Check.COUNT, dialogue, words % values, figure.key)


def _names(dialogue, took_part, naming):
    """Printed names that lead to nobody, or to somebody else."""
    for one in took_part:
        if not (one.participant and one.name_as_printed):
            continue
        found = naming.find(one.name_as_printed)
        if found is None or found.pk != one.participant_id:
            words = _("“%(printed)s” is recorded as %(name)s, and is no known name of it.")
            values = {"printed": one.name_as_printed, "name": one.participant}
            yield _found(Finding.Check.NAME, dialogue, words % values, one.pk)


def _also_listed(dialogue, took_part):
    spoke = {one.participant_id for one in took_part if one.status == Participation.Status.SPOKE}
    for one in took_part:
        if one.represented_by_id and one.participant_id in spoke:
            words = _("%(name)s is spoken for by %(by)s, and took the floor itself.")
            values = {"name": one.speaker_name, "by": one.represented_by.speaker_name}
            yield _found(Finding.Check.ALSO_LISTED, dialogue, words % values, one.pk)


def _days(dialogue):
    first = dialogue.held_on
    if first is None:
        return
    for day in dialogue.further_days.all():
        if not first < day.date <= first + LONGEST:
            words = _("%(day)s is named as a further day; the first is %(first)s.")
            values = {"day": day.date, "first": first}
            yield _found(Finding.Check.DATE, dialogue, words % values, f"day-{day.date}")
    sources = dialogue.sources.filter(published_on__lt=first).exclude(kind__in=EARLIER)
    for source in sources:
        words = _("“%(source)s” was published on %(day)s, before the dialogue.")
        values = {"source": source, "day": source.published_on}
        yield _found(Finding.Check.DATE, dialogue, words % values, f"source-{source.pk}")


def _represented(dialogue, took_part):
    """Those spoken for by a group of which they were no member on the day."""
    joint = [one for one in took_part if one.represented_by and one.represented_by.on_behalf_of]
    if not joint or dialogue.held_on is None:
        return
    held = Membership.objects.on(dialogue.held_on).values_list("group", "member")
    held = set(held.filter(group__in={one.represented_by.on_behalf_of_id for one in joint}))
    for one in joint:
        group = one.represented_by.on_behalf_of
        if (group.pk, one.participant_id) not in held:
            words = _("%(name)s is spoken for as %(group)s, and is no member known on that day.")
            values = {"name": one.speaker_name, "group": group}
            yield _found(Finding.Check.DATE, dialogue, words % values, f"member-{one.pk}")


def _found(check, dialogue, words, what):
    return Found(check, f"{dialogue.pk}:{what}"[:200], f"{dialogue.short_title}: {words}", dialogue)
