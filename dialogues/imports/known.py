"""The names that the collection knows, for reading documents."""

from dialogues.imports.document import Names
from dialogues.imports.language.names import Known
from dialogues.snapshot.participant_names import AMBIGUOUS, ParticipantNames
from dialogues.snapshot.participants import Participants
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.text.country_names import OTHER_WORDS, country_names
from dialogues.text.names import name_key

# The languages of documents other than English.
LANGUAGES = ("fr", "es")


def known_names() -> Names:
    """The Names of all participants as the database has them now. Two queries."""
    everyone = Participants()
    names = ParticipantNames(everyone)
    known = {pk: _known(participant) for pk, participant in everyone.by_pk.items()}
    by_name = {}
    for pk, participant in everyone.by_pk.items():
        printed = [
            participant.name,
            participant.short_name,
            *country_names(participant.iso2, LANGUAGES),
        ]
        printed += [name.name for name in everyone.names_of(pk) if name.name not in OTHER_WORDS]
        for name in filter(None, printed):
            if name_key(name) not in AMBIGUOUS:
                by_name.setdefault(name, known[pk])
    by_slug = {each.slug: each for each in known.values()}

    def resolve(text):
        participant = names.find(text)
        return by_slug.get(text) or (known[participant.pk] if participant else None)

    lists = KnownNames(names.is_name, names.is_regional_group, names.is_group)
    return Names(by_name, lists, resolve)


def _known(participant):
    kind = "regional-group" if participant.is_regional_group else participant.kind
    return Known(participant.slug, str(participant), kind)
