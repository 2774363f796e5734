"""The participations of a statement's speakers."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.imports.review.records.participations import MAX_PRINTED
from dialogues.models import Participation
from dialogues.speaker_lists.speaker_lookup import several_capacities, speaker_label
from dialogues.text.names import name_key


class SeveralCapacitiesError(ValidationError):
    """A speaker has several participations, and the words do not say which is meant."""

    def __init__(self, name, participations):
        self.participations = participations
        super().__init__(several_capacities(name, map(speaker_label, participations)))


class NoSpeakerError(ValidationError):
    """A person or office that the record does not have as a speaker."""


class Speaker(NamedTuple):
    """A speaker of a proposal: what identifies it, and the group in whose name it spoke."""

    label: str
    group: str = ""


def speakers_of(values):
    """The Speakers of a statement's values."""
    groups = values.get("for_groups", {})
    return [Speaker(label, groups.get(label, "")) for label in values["speakers"]]


def participation_of(record, speaker, values):
    """The participation of a speaker; None if a participant is not recorded in this capacity.

    In `values`, `participations` has the key of the participation that a person chose, or 0 for one
    that is not recorded yet; of several of a person, that of the same section is meant. Raises
    SeveralCapacitiesError, and NoSpeakerError for a person or an office that is not recorded.
    """
    choice = values.get("participations", {}).get(speaker.label)
    if choice is not None:
        return _of_key(record, choice) if choice else None
    participant = record.by_slug.get(speaker.label) or record.names.find(speaker.label)
    if participant is None:
        section = values.get("section")
        return _organization(record, speaker) or _person_or_office(record, speaker.label, section)
    same = [each for each in record.speakers() if each.participant_id == participant.pk]
    if speaker.group:
        group = _group(record, speaker)
        return next((each for each in same if each.is_on_behalf_of(group, speaker.group)), None)
    own = [each for each in same if not each.is_joint]
    if len(own) == 1 or not same:
        return own[0] if own else None
    raise SeveralCapacitiesError(participant, own or same)


def _of_key(record, key):
    match = next((each for each in record.speakers() if each.pk == key), None)
    if match is None:
        raise NoSpeakerError(_("The speaker that was chosen is no longer recorded: choose again."))
    return match


def _organization(record, speaker):
    """The participation of the organization in whose name a person spoke; None for others."""
    organization = record.by_slug.get(speaker.group)
    same = [each for each in record.speakers() if each.participant == organization]
    return same[0] if organization and len(same) == 1 else None


def _person_or_office(record, label, section):
    key = name_key(label)
    speakers = [each for each in record.speakers() if _is_called(each, key)]
    if not speakers:
        message = _("“%s” is not recorded as a speaker: accept or enter the speaker first.")
        raise NoSpeakerError(message % label)
    in_section = [each for each in speakers if each.section == section]
    speakers = in_section if len(in_section) == 1 else speakers
    if len(speakers) > 1:
        raise SeveralCapacitiesError(label, speakers)
    return speakers[0]


def _is_called(participation, key):
    """Whether the person has this name, or the office begins with these words."""
    if participation.person_id and name_key(participation.person.name) == key:
        return True
    office = name_key(participation.office)
    return bool(office) and (office == key or office.startswith(f"{key} "))


def _group(record, speaker):
    """The group that a speaker speaks for, given by its slug or as printed; None if not known."""
    return record.by_slug.get(speaker.group) or record.names.group(speaker.group)


def new_participation(record, speaker, place):
    """The participation of a speaker that the record lacks: the sentence says that it spoke."""
    participant = record.participant(speaker.label)
    if not speaker.group:
        capacity = Participation.Capacity.default_for_kind(participant.kind)
        return Participation(
            dialogue=record.dialogue, participant=participant, capacity=capacity, **place
        )
    group = _group(record, speaker)
    return Participation(
        dialogue=record.dialogue,
        participant=participant,
        capacity=Participation.Capacity.ON_BEHALF,
        on_behalf_of=group,
        on_behalf_of_as_printed="" if group else speaker.group[:MAX_PRINTED],
        **place,
    )
