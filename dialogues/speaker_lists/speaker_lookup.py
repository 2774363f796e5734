"""Who is meant by a speaker typed for one dialogue: its own participants first, then anybody."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.choices import Capacity
from dialogues.models import Participation
from dialogues.snapshot.participant_names import ParticipantNames, joined_by_or
from dialogues.text.names import name_key


class Speakers:
    """The participations of a dialogue by what they are called, and all other names behind them."""

    def __init__(self, dialogue):
        self.dialogue = dialogue
        self.naming = ParticipantNames.read()
        silent = (Participation.Status.REPRESENTED, Participation.Status.ALIGNED)
        took_part = dialogue.participations.exclude(status__in=silent)
        self.took_part = list(took_part.with_names().in_order())
        self.by_label = {name_key(label_of(one)): one for one in self.took_part}

    def labels(self):
        """What can be typed, as people would choose it: the dialogue's own, then all names."""
        own = [label_of(one) for one in self.took_part]
        own += [for_itself(one.participant) for one in self.took_part if self._only_joint(one)]
        others = sorted(str(one) for one in self.naming.participants.values())
        return list(dict.fromkeys([*own, *others]))

    def find(self, typed):
        """The participation that is meant; a new one, not saved, for who has none here yet.

        Raises ValidationError for a name that nobody has, or that may be two.
        """
        if found := self.by_label.get(name_key(typed)):
            return found
        for one in self.took_part:
            if self._only_joint(one) and name_key(typed) == name_key(for_itself(one.participant)):
                return self._new(one.participant)
        participant = self.naming.find(typed)
        if participant is None:
            raise ValidationError(_unknown(typed, self.naming.suggestions(typed)))
        capacities = [one for one in self.took_part if one.participant_id == participant.pk]
        if len(capacities) > 1 or any(self._only_joint(one) for one in capacities):
            names = [label_of(one) for one in capacities]
            names += [for_itself(participant)] * self._only_joint(capacities[0])
            labels = ", ".join(f"“{one}”" for one in names)
            message = _("%(name)s may have spoken in several capacities: choose one of %(labels)s.")
            raise ValidationError(message % {"name": participant, "labels": labels})
        return capacities[0] if capacities else self._new(participant)

    def _only_joint(self, participation):
        """Whether somebody is recorded as speaking for others, and not for itself."""
        same = [one for one in self.took_part if one.participant_id == participation.participant_id]
        return participation.participant_id is not None and all(one.is_joint for one in same)

    def _new(self, participant):
        capacity = Participation.Capacity.default_for_kind(participant.kind)
        return Participation(dialogue=self.dialogue, participant=participant, capacity=capacity)


def label_of(participation):
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


def for_itself(participant):
    """What is typed for one who is recorded only as speaking for others."""
    return _("%s, for itself") % participant


def _unknown(typed, suggestions):
    if not suggestions:
        return _("Nobody is called “%s” here. Paste a list of speakers to enter new ones.") % typed
    likely = joined_by_or(suggestions)
    return _("Nobody is called “%(name)s” here. Did you mean %(likely)s?") % {
        "name": typed,
        "likely": likely,
    }
