"""Participations from proposals: the speaker, and each participant that it represents."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.models import Participation
from dialogues.speaker_lists.people import has_title, without_title

MAX_PRINTED = Participation._meta.get_field("on_behalf_of_as_printed").max_length  # characters
MAX_OFFICE = Participation._meta.get_field("office").max_length  # characters


def existing(record, values):
    """The participation of the same speaker in the same capacity; none if a name is not known."""
    participant = record.by_slug.get(values.get("participant"))
    printed = values.get("on_behalf_of_as_printed", "")
    if participant is None:
        return []
    group = record.names.group(printed) if printed else None
    matches = [
        each
        for each in record.participations
        if each.participant_id == participant.pk
        and not each.represented_by_id
        and _is_for(each, group, printed[:MAX_PRINTED])
    ]
    return matches[:1]


def _is_for(participation, group, printed):
    """Whether it is for this group, or for itself if none is printed."""
    if printed:
        return participation.is_on_behalf_of(group, printed)
    return not participation.on_behalf_of_name and not participation.has_own_role


def make(record, proposal):
    """Add the participation, and one for each participant that it represents."""
    values, place = proposal.values, record.place_of(proposal)
    is_unknown = not values.get("participant") and values.get("name_as_printed")
    if is_unknown and not values.get("create"):
        raise ValidationError(_("Choose who “%s” is.") % values["name_as_printed"])
    recorded = existing(record, values)
    speaker = recorded[0] if recorded else record.add(_speaker(record, values, place))
    represented = [record.participant(name) for name in values.get("represented", ())]
    names = zip(represented, values.get("represented", ()), strict=True)
    return [speaker, *(_represented(record, speaker, *pair, place) for pair in names)]


def _speaker(record, values, place):
    participant = _participant(record, values)
    printed = values.get("on_behalf_of_as_printed", "")
    heading = values.get("group_as_printed", "")
    regional = record.names.regional_group(heading) if heading else None
    return Participation(
        dialogue=record.dialogue,
        participant=participant,
        person=record.person(values.get("person", "")) if _has_name(values) else None,
        office=_office(values),
        status=values.get("status", Participation.Status.SPOKE),
        capacity=_capacity(participant, printed),
        on_behalf_of=record.names.group(printed) if printed else None,
        on_behalf_of_as_printed=printed[:MAX_PRINTED],
        name_as_printed=values.get("name_as_printed", ""),
        group_as_printed=heading if regional else "",
        printed_group=regional,
        **place,
    )


def _participant(record, values):
    """The participant, created if a person said so; None for one that represents none."""
    if values.get("participant"):
        return record.participant(values["participant"])
    if values.get("create"):
        return record.new_participant(values["create"], values["name_as_printed"])
    return None


def _has_name(values):
    """Whether a person is named: "The President" is an office, "Mr. Kim" may be one of several."""
    person = without_title(values.get("person", ""))
    return not person.startswith("The ") and not has_title(person)


def _office(values):
    person = values.get("person", "")
    return (values.get("office") or (person if person.startswith("The ") else ""))[:MAX_OFFICE]


def _capacity(participant, printed):
    if printed:
        return Participation.Capacity.ON_BEHALF
    if participant is None:
        return Participation.Capacity.CHAIR
    return Participation.Capacity.default_for_kind(participant.kind)


def _represented(record, speaker, participant, printed, place):
    """The participation of a represented participant, added if it is new."""
    if participant == speaker.participant:
        return speaker
    for each in record.participations:
        if (each.participant_id, each.represented_by_id) == (participant.pk, speaker.pk):
            return each
    represented = Participation(
        dialogue=record.dialogue,
        participant=participant,
        name_as_printed=printed,
        represented_by=speaker,
        capacity=Participation.Capacity.default_for_kind(participant.kind),
        status=Participation.Status.REPRESENTED,
        **place,
    )
    return record.add(represented)
