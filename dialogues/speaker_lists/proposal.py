"""A printed list of speakers as participations of one dialogue: proposed, then saved.

What is recorded already stays as it is, so that the same list can be read again.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from dialogues.models import Participant, Participation, open_edition
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.speaker_lists.parser import Printed, read_list
from dialogues.text.names import name_key

LEAVE_OUT = "leave-out"
CREATE = "create:"
LONGEST_SPOKEN_FOR = Participation._meta.get_field("on_behalf_of_as_printed").max_length
STEP = 10  # Between the positions of two rows, so that one can be put between them.


@dataclass
class Named:
    """A printed name and who is meant by it, as far as that is known."""

    name: str
    participant: Participant | None = None
    choice: str = ""
    # The name that a person typed instead.
    typed: str = ""
    # Whether the question who it is stands here; a name that is printed twice is asked once.
    asks: bool = False
    suggestions: list[Participant] = field(default_factory=list)
    recorded: Participation | None = None

    @property
    def key(self):
        return name_key(self.name)

    @property
    def kind(self):
        """The kind of who is meant, or is to be made; empty while that is not known."""
        if self.participant:
            return self.participant.kind
        return self.choice.removeprefix(CREATE) if self.choice.startswith(CREATE) else ""

    @property
    def standing(self):
        """left-out, unknown, recorded, or new."""
        if self.choice == LEAVE_OUT:
            return "left-out"
        if self.participant is None and not self.choice.startswith(CREATE):
            return "unknown"
        return "recorded" if self.recorded else "new"


@dataclass
class Row(Named):
    """One speaker of the list: in what capacity, under which group, for whom."""

    printed: Printed | None = None
    printed_group: Participant | None = None
    on_behalf_of: Participant | None = None
    represented: list[Named] = field(default_factory=list)
    is_twice: bool = False

    @property
    def said_for(self):
        """For whom, as printed; of what is longer than its column the group, or its beginning."""
        words = self.printed.spoken_for
        if len(words) <= LONGEST_SPOKEN_FOR:
            return words
        return (self.printed.group or words)[: LONGEST_SPOKEN_FOR - 1] + "…"

    @property
    def capacity(self):
        if self.printed.spoken_for:
            return Participation.Capacity.ON_BEHALF
        return Participation.Capacity.default_for_kind(self.kind)


@dataclass
class Proposal:
    """What would be saved of a text, and what a person must look at."""

    rows: list[Row]
    warnings: list[tuple[str, dict]]

    def of_standing(self, standing):
        return [one for row in self.rows for one in (row, *row.represented) if _is(one, standing)]

    @property
    def unknown(self):
        return self.of_standing("unknown")

    @property
    def new(self):
        return self.of_standing("new")

    @property
    def recorded(self):
        return self.of_standing("recorded")


def _is(one, standing):
    return one.standing == standing and not getattr(one, "is_twice", False)


def propose(dialogue, text, choices=None):
    """Read a printed list for a dialogue, as a Proposal; nothing is saved.

    `choices` says who is meant by a name that is not known: {key of the name: a participant's
    number or name, "leave-out", or "create:" and a kind}.
    """
    naming, choices = ParticipantNames.read(), choices or {}
    reading = read_list(text, naming.is_name, naming.is_heading, naming.is_group)
    recorded = list(dialogue.participations.select_related("participant"))
    rows = [_row(naming, printed, choices, recorded) for printed in reading.printed]
    _mark_twins(rows)
    _mark_first(rows)
    return Proposal(rows, [*reading.warnings, *_contradictions(rows)])


def _row(naming, printed, choices, recorded):
    row = Row(**_named(naming, printed.name, choices), printed=printed)
    row.printed_group = naming.regional_group(printed.heading) if printed.heading else None
    row.on_behalf_of = naming.group(printed.group) if printed.group else None
    row.represented = [Named(**_named(naming, name, choices)) for name in printed.represented]
    row.recorded = next((one for one in recorded if _says_the_same(row, one)), None)
    for one in row.represented:
        one.recorded = _recorded_through(recorded, one, row)
    return row


def _named(naming, name, choices):
    found = naming.find(name)
    choice, typed = "" if found else choices.get(name_key(name), ""), ""
    if choice.isdecimal() and len(choice) < 19:
        found = naming.participants.get(int(choice))
    elif choice and choice != LEAVE_OUT and not choice.startswith(CREATE):
        found, typed = naming.find(choice), choice
    suggestions = [] if found and not choice else naming.suggestions(name)
    named = {"name": name, "participant": found, "choice": choice, "typed": typed}
    return named | {"suggestions": suggestions}


def _says_the_same(row, participation):
    """Whether a participation is of this speaker, in this capacity, for these; what it did then
    (spoke, could not deliver) stays as it is recorded.

    An organization that the list only names may be recorded as speaking for its members.
    """
    if row.participant is None or participation.participant_id != row.participant.pk:
        return False
    if participation.represented_by_id:
        return False
    if row.printed.spoken_for:
        same_group = row.on_behalf_of and participation.on_behalf_of_id == row.on_behalf_of.pk
        return bool(same_group) or participation.on_behalf_of_as_printed == row.said_for
    capacities = {row.capacity}
    if row.participant.kind in Participant.ORGANIZATION_KINDS:
        capacities.add(Participation.Capacity.ON_BEHALF)
    return participation.capacity in capacities


def _recorded_through(recorded, one, row):
    return next(
        (
            held
            for held in recorded
            if row.recorded
            and one.participant
            and held.participant_id == one.participant.pk
            and held.represented_by_id == row.recorded.pk
        ),
        None,
    )


def _mark_twins(rows):
    """A name printed twice in one capacity is saved once."""
    seen = set()
    for row in rows:
        who = row.participant.pk if row.participant else row.key
        twin = (who, row.capacity, row.printed.spoken_for)
        row.is_twice = twin in seen
        seen.add(twin)


def _mark_first(rows):
    """Ask once who is meant by a name, where it is printed first."""
    asked = set()
    for row in rows:
        for one in (row, *row.represented):
            one.asks = one.key not in asked
            asked.add(one.key)


def _contradictions(rows):
    """Warnings: printed twice, or spoken for by another and printed as a speaker too."""
    for row in rows:
        if row.is_twice:
            yield "twice", {"name": row.name, "line": row.printed.line}
    speaking = {row.participant.pk for row in rows if row.participant}
    for row in rows:
        for one in row.represented:
            if one.participant and one.participant.pk in speaking:
                yield "also-listed", {"name": one.name, "by": row.name}


def save(proposal, dialogue, said, by):
    """Save what is new of a proposal, in one edition. Returns the participations made.

    `said` is what all have in common: source, section, paragraph, status, reason. Raises
    ValidationError for a row that cannot be; then nothing is saved.
    """
    saved = []
    said = dict(said)
    with open_edition(said.pop("reason"), by):
        position = dialogue.participations.last_position()
        for row in proposal.rows:
            if row.standing in ("unknown", "left-out") or row.is_twice:
                continue
            for participation in _made(row, dialogue, said):
                position += STEP
                participation.position = position
                _check(participation)
                participation.save()
                saved.append(participation)
    return saved


def _check(participation):
    """Raise ValidationError that names the row which cannot be."""
    try:
        participation.clean_fields(exclude=["key"])
        participation.clean()
    except ValidationError as problem:
        words = " ".join(problem.messages)
        raise ValidationError(f"{participation.name_as_printed}: {words}") from problem


def _made(row, dialogue, said):
    """What is new of a row, not saved: the speaker, then each it speaks for."""
    speaker = row.recorded
    if speaker is None:
        speaker = Participation(
            dialogue=dialogue,
            participant=_participant(row),
            name_as_printed=row.name,
            capacity=row.capacity,
            on_behalf_of=row.on_behalf_of,
            on_behalf_of_as_printed=row.said_for,
            group_as_printed=row.printed.heading if row.printed_group else "",
            printed_group=row.printed_group,
            **said,
        )
        yield speaker
    for one in row.represented:
        if one.standing == "new":
            yield Participation(
                dialogue=dialogue,
                participant=_participant(one),
                name_as_printed=one.name,
                represented_by=speaker,
                **said | {"status": Participation.Status.REPRESENTED},
            )


def _participant(named):
    """Who is meant; made now, where a curator said that nobody of this name is recorded yet."""
    if named.participant is None:
        kind = named.choice.removeprefix(CREATE)
        made = Participant.objects.by_name(named.name).first()
        named.participant = made or Participant.objects.create(kind=kind, name=named.name)
    return named.participant
