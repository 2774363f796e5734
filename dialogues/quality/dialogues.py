"""Checks of one dialogue: its counts, names and days."""

from datetime import timedelta

from django.utils.translation import gettext as _

from dialogues.choices import SourceKind
from dialogues.models import (
    Dialogue,
    Finding,
    Membership,
    Participation,
)
from dialogues.quality.issue import Issue
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.snapshot.speaker_counts import KIND_BY_MEASURE, distinct_speakers

CHECKS = (
    Finding.Check.COUNT,
    Finding.Check.NAME,
    Finding.Check.ALSO_LISTED,
    Finding.Check.DATE,
)
# A further day that is later than this is a mistyped date.
MAX_LENGTH = timedelta(days=366)
# Kinds of documents that may be older than the dialogue.
EARLIER_KINDS = (
    SourceKind.PROGRAMME,
    SourceKind.BACKGROUND,
    SourceKind.DELIVERED_TEXT,
    SourceKind.WEB_PAGE,
)


def check_dialogues(pks):
    """The Issues of the dialogues with these keys."""
    participant_names = ParticipantNames.read()
    for dialogue in Dialogue.objects.filter(pk__among=list(pks)):
        participations = list(dialogue.participations.with_names())
        yield from _check_counts(dialogue, participations)
        yield from _check_names(dialogue, participations, participant_names)
        yield from _check_represented_speakers(dialogue, participations)
        yield from _check_members(dialogue, participations, participant_names.memberships)
        yield from _check_days(dialogue)
        yield from _check_group_members(dialogue, participations)


def _check_counts(dialogue, participations):
    """Printed figures that differ from the record; an incomplete list contradicts nothing."""
    if dialogue.speaker_list != Dialogue.SpeakerList.COMPLETE:
        return
    speakers = distinct_speakers(
        (each.participant.kind, each.participant_id)
        for each in participations
        if each.participant and each.status == Participation.Status.SPOKE and not each.has_own_role
    )
    for figure in dialogue.figures.filter(measure__in=KIND_BY_MEASURE).select_related("source"):
        number = len(speakers[KIND_BY_MEASURE[figure.measure]])
        if figure.is_contradicted_by(number):
            sentence = _("%(source)s counts %(stated)s: “%(measure)s”; %(number)s are recorded.")
            values = {"source": figure.source, "stated": f"{figure.amount} {figure.unit}"}
            values |= {"measure": figure.get_measure_display(), "number": number}
            yield _issue(Finding.Check.COUNT, dialogue, sentence % values, figure.key)


def _check_names(dialogue, participations, participant_names):
    """Printed names that belong to no participant, or to another one."""
    for participation in participations:
        name = participation.name_as_printed
        if not (participation.participant and name):
            continue
        participant = participant_names.find(name)
        if participant is None or participant.pk != participation.participant_id:
            sentence = _("“%(printed)s” is recorded as %(name)s, and is no known name of it.")
            values = {"printed": name, "name": participation.participant}
            yield _issue(Finding.Check.NAME, dialogue, sentence % values, participation.pk)


def _check_represented_speakers(dialogue, participations):
    """Participants represented by another who took the floor themselves."""
    spoke = {
        participation.participant_id
        for participation in participations
        if participation.status == Participation.Status.SPOKE
    }
    for participation in participations:
        if participation.represented_by_id and participation.participant_id in spoke:
            sentence = _("%(name)s is spoken for by %(by)s, and took the floor itself.")
            values = {"name": participation.speaker_name}
            values |= {"by": participation.represented_by.speaker_name}
            yield _issue(Finding.Check.ALSO_LISTED, dialogue, sentence % values, participation.pk)


def _check_members(dialogue, participations, memberships):
    """States that take part although they joined the United Nations later."""
    for participation in participations:
        participant = participation.participant
        if participant and memberships.joined_later(participant, dialogue):
            sentence = _("%(name)s takes part, but joined the United Nations only in %(year)s.")
            values = {"name": participant, "year": participant.member_since}
            key = f"too-early-{participation.pk}"
            yield _issue(Finding.Check.DATE, dialogue, sentence % values, key)


def _check_days(dialogue):
    """Further days and sources whose dates do not fit the first day."""
    first = dialogue.held_on
    if first is None:
        return
    for day in dialogue.further_days.all():
        if not first < day.date <= first + MAX_LENGTH:
            sentence = _("%(day)s is named as a further day; the first is %(first)s.")
            values = {"day": day.date, "first": first}
            yield _issue(Finding.Check.DATE, dialogue, sentence % values, f"day-{day.date}")
    sources = dialogue.sources.filter(published_on__lt=first).exclude(kind__in=EARLIER_KINDS)
    for source in sources:
        sentence = _("“%(source)s” was published on %(day)s, before the dialogue.")
        values = {"source": source, "day": source.published_on}
        yield _issue(Finding.Check.DATE, dialogue, sentence % values, f"source-{source.pk}")


def _check_group_members(dialogue, participations):
    """Participants represented by a group of which they were not a member on the day."""
    represented = [
        participation
        for participation in participations
        if participation.represented_by and participation.represented_by.on_behalf_of
    ]
    if not represented or dialogue.held_on is None:
        return
    groups = {participation.represented_by.on_behalf_of_id for participation in represented}
    memberships = Membership.objects.valid_on(dialogue.held_on).filter(group__in=groups)
    members = set(memberships.values_list("group", "member"))
    for participation in represented:
        group = participation.represented_by.on_behalf_of
        if (group.pk, participation.participant_id) not in members:
            sentence = _("%(name)s is spoken for as %(group)s, and is no member known on that day.")
            values = {"name": participation.speaker_name, "group": group}
            key = f"member-{participation.pk}"
            yield _issue(Finding.Check.DATE, dialogue, sentence % values, key)


def _issue(check, dialogue, sentence, key):
    text = f"{dialogue.short_title}: {sentence}"
    return Issue(check, f"{dialogue.pk}:{key}"[:200], text, dialogue)
