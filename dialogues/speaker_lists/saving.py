"""Saves the proposal for a list of speakers: participations, new people, remembered spellings."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from dialogues.models import Name, Participant, Participation, Person, open_edition
from dialogues.models.slugs import free_slug
from dialogues.speaker_lists.people import without_title
from dialogues.speaker_lists.proposal import CREATE
from dialogues.text.names import name_key

MAX_OFFICE = Participation._meta.get_field("office").max_length  # characters
MAX_PERSON = Person._meta.get_field("name").max_length  # characters
NOTE = gettext_lazy("Remembered from a pasted list.")
STEP = 10  # Between the positions of two rows, so that another row fits between them.


def save(
    proposal, dialogue, *, source, section, paragraph, status, reason, by, remembered=frozenset()
):
    """Save the new participations of a proposal in one edition, and return them.

    All have the same source, section, paragraph and status. `remembered`: keys of printed names
    that become other names of the participant that was chosen for them. Raises ValidationError for
    a row that contradicts the record; then nothing is saved.
    """
    common = {"source": source, "section": section, "paragraph": paragraph, "status": status}
    saved = []
    with open_edition(reason, by):
        _remember(proposal, remembered)
        people = Person.objects.by_names()
        position = dialogue.participations.last_position()
        for row in proposal.rows:
            if row.status in ("unknown", "left-out") or row.is_duplicate:
                continue
            for participation in _new_participations(row, dialogue, common, people):
                position += STEP
                participation.position = position
                _check(participation)
                participation.save()
                saved.append(participation)
    return saved


def _remember(proposal, keys):
    """Save printed names as other names of the participants chosen for them."""
    for name in proposal.names:
        if name.key in keys and name.participant and name.choice:
            spelling = Name(
                participant=name.participant, name=name.name, kind=Name.Kind.VARIANT, note=NOTE
            )
            if not Name.objects.filter(key=name.key).exists():
                spelling.full_clean(exclude=["key"])
                spelling.save()


def _person(printed, people):
    """The Person of a printed name, created if unknown; None where no name is printed.

    Where several people have the name, a new one is created: the list does not say who is meant.
    """
    if not printed:
        return None
    name = without_title(printed)[:MAX_PERSON]
    key = name_key(name)
    person = people.get(key) or Person.objects.create(name=name, slug=free_slug(Person, name))
    people.setdefault(key, person)
    return person


def _check(participation):
    """Raise a ValidationError that names the row."""
    try:
        participation.clean_fields(exclude=["key"])
        participation.clean()
    except ValidationError as problem:
        message = " ".join(problem.messages)
        raise ValidationError(f"{participation.name_as_printed}: {message}") from problem


def _new_participations(row, dialogue, common, people):
    """The new participations of a row, not saved: the speaker, then each one represented."""
    speaker = row.recorded
    if speaker is None:
        speaker = Participation(
            dialogue=dialogue,
            participant=_participant(row),
            name_as_printed=row.name,
            capacity=row.capacity,
            person=_person(row.parsed.person, people),
            office=row.parsed.office[:MAX_OFFICE],
            on_behalf_of=row.on_behalf_of,
            on_behalf_of_as_printed=row.on_behalf_of_as_printed,
            group_as_printed=row.parsed.heading if row.printed_group else "",
            printed_group=row.printed_group,
            **common,
        )
        yield speaker
    for name in row.represented:
        if name.status == "new":
            yield Participation(
                dialogue=dialogue,
                participant=_participant(name),
                name_as_printed=name.name,
                represented_by=speaker,
                **common | {"status": Participation.Status.REPRESENTED},
            )


def _participant(proposed):
    """The participant of a name; created where the curator chose to create it."""
    if proposed.participant:
        return proposed.participant
    kind = proposed.choice.removeprefix(CREATE)
    known = Participant.objects.by_name(proposed.name).first()
    return known or Participant.objects.create(kind=kind, name=proposed.name)
