"""What a person can choose where the words do not say who is meant."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.choices import ParticipantKind, ProposalKind
from dialogues.imports.review.records.speakers import (
    NoSpeakerError,
    SeveralCapacitiesError,
    participation_of,
    speakers_of,
)
from dialogues.speaker_lists.speaker_lookup import for_itself_label, speaker_label

MAX_CANDIDATES = 9
# Kinds of participant that a document names and nobody has recorded yet.
CREATED = (
    ParticipantKind.CIVIL_SOCIETY,
    ParticipantKind.REGIONAL,
    ParticipantKind.UN_ENTITY,
    ParticipantKind.OTHER_BODY,
)
# In place of the key of a participation: one that is not recorded yet.
NOT_RECORDED = 0


class Candidate(NamedTuple):
    """What can be chosen, and the values that a proposal has then."""

    label: str
    values: dict


def candidates_of(record, proposal, may_create: bool = False) -> list[Candidate]:
    """The Candidates of an open proposal; none if nothing is to be chosen."""
    if proposal.kind == ProposalKind.PARTICIPATION:
        return _participants(record, proposal.values, may_create)
    if proposal.kind == ProposalKind.STATEMENT:
        return _speakers(record, proposal)
    return []


def _participants(record, values, may_create):
    """Whom an unknown name may mean, or what kind of participant it is."""
    printed = values.get("name_as_printed", "")
    if values.get("participant") or not printed:
        return []
    known = [
        Candidate(str(each), {"participant": each.slug, "create": ""})
        for each in record.names.suggestions(printed)
    ]
    new = [
        Candidate(
            _("New: %(name)s, %(kind)s") % {"name": printed, "kind": kind.label},
            {"create": kind.value},
        )
        for kind in CREATED
    ]
    return [*known, *(new if may_create else [])][:MAX_CANDIDATES]


def _speakers(record, proposal):
    """The participations that the first speaker in doubt may mean."""
    values, choices = proposal.values, proposal.values.get("participations", {})
    for speaker in speakers_of(values):
        try:
            participation_of(record, speaker, values)
        except SeveralCapacitiesError as problem:
            return _of_capacities(choices, speaker, problem.participations)
        except NoSpeakerError:
            return _in_the_words(record, proposal, speaker)
        except ValidationError:
            continue
    return []


def _choice(choices, speaker, label, key):
    return Candidate(label, {"participations": {**choices, speaker.label: key}})


def _of_capacities(choices, speaker, participations):
    candidates = [
        _choice(choices, speaker, speaker_label(each), each.pk) for each in participations
    ]
    if all(each.is_joint for each in participations):
        label = for_itself_label(participations[0].speaker)
        candidates.append(_choice(choices, speaker, label, NOT_RECORDED))
    return candidates[:MAX_CANDIDATES]


def _in_the_words(record, proposal, speaker):
    """The recorded speakers whose names are in the sentence."""
    piece, start, end = proposal.place
    words = record.pieces[piece]["text"][start:end]
    choices = proposal.values.get("participations", {})
    return [
        _choice(choices, speaker, speaker_label(each), each.pk)
        for each in record.speakers()
        if each.name_as_printed and each.name_as_printed in words or each.speaker_name in words
    ][:MAX_CANDIDATES]
