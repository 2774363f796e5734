"""The names of the starter collection's participants, from its files: no database."""

import csv
from functools import cache
from types import SimpleNamespace

from dialogues.collection.tables import FILES
from dialogues.models import Participant
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.parser import parse_speaker_list
from dialogues.text.names import name_key


def rows(name):
    with (FILES / name).open(newline="") as file:
        yield from csv.DictReader(file)


@cache
def collection_names():
    """The ParticipantNames of the starter collection. Participants are numbered and not saved."""
    participants = {
        number: Participant(
            pk=number,
            key=name_key(row["name"]),
            **{column: row[column] for column in ("kind", "slug", "name", "group_kind")},
        )
        for number, row in enumerate(rows("participants.csv"), 1)
    }
    by_slug = {participant.slug: participant.pk for participant in participants.values()}
    names = {number: [] for number in participants}
    for row in rows("names.csv"):
        names[by_slug[row["participant"]]].append(SimpleNamespace(key=name_key(row["name"])))
    return ParticipantNames(
        SimpleNamespace(by_pk=participants, names_of=names.__getitem__, memberships=None)
    )


def parse(text, *args):
    """The ParsedList of a text, with the names of the starter collection."""
    names = collection_names()
    known = KnownNames(names.is_name, names.is_regional_group, names.is_group)
    return parse_speaker_list(text, known, *args)


def slug(name):
    """The slug of a known participant, or the name and a question mark."""
    participant = collection_names().find(name)
    return participant.slug if participant else f"{name}?"


def speakers(text, *args):
    """The speakers of a text, by slug; a name that is asked about has a question mark."""
    return [slug(speaker.name) for speaker in parse(text, *args).speakers]


def joint_speakers(text):
    """[(speaker, group or "", slugs of those represented)] of a text."""
    names = collection_names()
    return [
        (
            slug(speaker.name),
            getattr(names.group(speaker.group), "slug", speaker.group),
            [slug(name) for name in speaker.represented],
        )
        for speaker in parse(text).speakers
    ]
