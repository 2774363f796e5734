"""Officials from proposals: a person, an office, or both, in a role of their own."""

from dialogues.imports.review.records.participations import MAX_OFFICE
from dialogues.models import Participation
from dialogues.speaker_lists.people import without_title
from dialogues.text.names import name_key


def existing(record, values):
    """The participation of the same person or office in the same capacity."""
    name, office = without_title(values.get("person", "")), values.get("office", "")[:MAX_OFFICE]
    person = record.people.get(name_key(name)) if name else None
    if name and person is None:
        return []
    matches = [
        each
        for each in record.participations
        if each.capacity == values["capacity"]
        and (each.person_id == person.pk if person else _has_office(each, office))
    ]
    return matches[:1]


def _has_office(participation, office):
    return not participation.person_id and name_key(participation.office) == name_key(office)


def make(record, proposal):
    values = proposal.values
    if recorded := existing(record, values):
        return recorded
    official = Participation(
        dialogue=record.dialogue,
        person=record.person(values.get("person", "")),
        office=values.get("office", "")[:MAX_OFFICE],
        capacity=values["capacity"],
        **record.place_of(proposal),
    )
    return [record.add(official)]
