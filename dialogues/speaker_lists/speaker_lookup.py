"""Find the speaker that a curator types for a dialogue: its own participants first, then all."""

import re
from collections import Counter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.choices import Capacity
from dialogues.models import Participation
from dialogues.snapshot.participant_names import ParticipantNames, unknown_name
from dialogues.text.names import name_key

# Between names of one sentence: “Chile, Ghana and Costa Rica”.
NAMES_APART = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
# Between a speaker and whom it spoke for.
FOR = re.compile(r",?\s+for\s+")


class SpeakerLookup:
    """The participations of a dialogue by label, with all other known names behind them."""

    def __init__(self, dialogue):
        self.dialogue = dialogue
        self.names = ParticipantNames.read()
        silent = (Participation.Status.REPRESENTED, Participation.Status.ALIGNED)
        speakers = dialogue.participations.exclude(status__in=silent)
        self.speakers = list(speakers.with_names().in_order())
        self.own_labels = _distinct_labels(self.speakers)
        self.by_label = {name_key(self.own_labels[each.pk]): each for each in self.speakers}

    def labels(self):
        """What a curator can type: the dialogue's own speakers, then all names."""
        own = list(self.own_labels.values())
        own += [
            for_itself_label(speaker.participant)
            for speaker in self.speakers
            if self._speaks_only_for_others(speaker)
        ]
        everyone = self.names.participants.values()
        others = sorted(str(each) for each in everyone if not each.is_regional_group)
        return list(dict.fromkeys([*own, *others]))

    def find(self, text):
        """The participation of this label or name; a new, unsaved one where none is recorded.

        A label may have any name of a participant: “UK, for Friends”. Raises ValidationError for
        an unknown name, and for one with several capacities.
        """
        if speaker := self.by_label.get(name_key(text)) or self._labelled(text):
            return speaker
        if people := [each for each in self.speakers if self._is_person(each, text)]:
            return self._only(people, text)
        participant = self.names.find(text)
        if participant is None:
            raise ValidationError(self._unknown(text))
        return self._only_participation(participant) or self._new(participant)

    def _labelled(self, text):
        """The participation of “NAME, for GROUP” or “NAME, for itself”; None for another text."""
        name, *group = FOR.split(text, maxsplit=1)
        participant = self.names.find(name) if group else None
        if participant is None:
            return None
        same = [each for each in self.speakers if each.participant_id == participant.pk]
        if name_key(text) == name_key(for_itself_label(name)):
            is_recorded = any(not each.is_joint for each in same)
            return self._new(participant) if same and not is_recorded else None
        known = self.names.find(group[0])
        return next((each for each in same if each.is_on_behalf_of(known, group[0])), None)

    @staticmethod
    def _is_person(speaker, text):
        return bool(speaker.person_id) and name_key(speaker.person.name) == name_key(text)

    def _only(self, speakers, name):
        """The only one of these; raises ValidationError if there are several."""
        if len(speakers) == 1:
            return speakers[0]
        raise ValidationError(
            several_capacities(name, [self.own_labels[each.pk] for each in speakers])
        )

    def _unknown(self, text):
        """What to do about a name that is not known, as a sentence."""
        names = [name.strip() for name in NAMES_APART.split(text) if name.strip()]
        if len(names) > 1 and all(map(self.names.find, names)):
            message = _("These are several speakers: separate them by semicolons: %s.")
            return message % "; ".join(names)
        suggestions = self.names.suggestions(text)
        advice = "" if suggestions else _("To enter new names, paste a list of speakers.")
        return f"{unknown_name(text, suggestions)} {advice}".strip()

    def _only_participation(self, participant):
        """The one participation of a participant as speaker; None where it has none.

        Raises ValidationError if it may have spoken in several capacities.
        """
        same = [speaker for speaker in self.speakers if speaker.participant_id == participant.pk]
        if len(same) > 1 or any(map(self._speaks_only_for_others, same)):
            labels = [self.own_labels[speaker.pk] for speaker in same]
            if self._speaks_only_for_others(same[0]):
                labels.append(for_itself_label(participant))
            raise ValidationError(several_capacities(participant, labels))
        return same[0] if same else None

    def _speaks_only_for_others(self, participation):
        """Whether the participant is recorded as speaking for others, and not for itself."""
        if participation.participant_id is None:
            return False
        return all(
            speaker.is_joint
            for speaker in self.speakers
            if speaker.participant_id == participation.participant_id
        )

    def _new(self, participant):
        Participation.check_takes_part(participant)
        capacity = Participation.Capacity.default_for_kind(participant.kind)
        return Participation(dialogue=self.dialogue, participant=participant, capacity=capacity)


def _distinct_labels(speakers):
    """{key of a participation: its label}; with the capacity, if two have the same label."""
    counts = Counter(map(speaker_label, speakers))
    return {
        speaker.pk: f"{label}, {speaker.get_capacity_display()}" if counts[label] > 1 else label
        for speaker in speakers
        if (label := speaker_label(speaker))
    }


def several_capacities(name, labels):
    labels = ", ".join(f"“{label}”" for label in labels)
    message = _("%(name)s may have spoken in several capacities: choose one of %(labels)s.")
    return message % {"name": name, "labels": labels}


def speaker_label(participation):
    """A participation in few words: Latvia, for Baltic Three; Adama Dieng, Special Adviser."""
    name = participation.speaker_name
    if participation.is_joint:
        return _("%(name)s, for %(group)s") % {
            "name": name,
            "group": participation.on_behalf_of_name,
        }
    role = participation.office if participation.speaker and participation.person_id else ""
    if not role and participation.capacity not in (Capacity.NATIONAL, Capacity.OWN_NAME):
        role = participation.get_capacity_display()
    return f"{name}, {role}" if role else name


def for_itself_label(participant):
    """The label for the own voice of a participant that is recorded as speaking for others."""
    return _("%s, for itself") % participant
