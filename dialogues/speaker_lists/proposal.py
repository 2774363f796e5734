"""A printed list of speakers as participations of one dialogue: proposed, then saved.

Participations that are already recorded stay unchanged, so that the same list can be read again.
"""

from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError

from dialogues.models import Participant, Participation, open_edition
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.speaker_lists.parser import ListWarning, ParsedSpeaker, parse_speaker_list
from dialogues.text.names import name_key

LEAVE_OUT = "leave-out"
CREATE = "create:"
MAX_ON_BEHALF_OF = Participation._meta.get_field("on_behalf_of_as_printed").max_length  # characters
STEP = 10  # Between the positions of two rows, so that another row fits between them.


@dataclass(frozen=True)
class ProposedName:
    """A printed name and the participant it refers to, as far as that is known."""

    name: str
    participant: Participant | None = None
    # What the curator chose for an unknown name: a participant's number or name, "leave-out", or
    # "create:" and a kind.
    choice: str = ""
    # The name that the curator typed instead.
    typed_name: str = ""
    # Whether the page asks here which participant is meant. It asks once for each name.
    is_asked_here: bool = False
    suggestions: list[Participant] = field(default_factory=list)
    recorded: Participation | None = None

    @property
    def key(self):
        return name_key(self.name)

    @property
    def kind(self):
        """The kind of the participant, or of the one to be created; empty while unknown."""
        if self.participant:
            return self.participant.kind
        return self.choice.removeprefix(CREATE) if self.choice.startswith(CREATE) else ""

    @property
    def status(self):
        """left-out, unknown, recorded, or new."""
        if self.choice == LEAVE_OUT:
            return "left-out"
        if self.participant is None and not self.choice.startswith(CREATE):
            return "unknown"
        return "recorded" if self.recorded else "new"


@dataclass(frozen=True)
class ProposedSpeaker(ProposedName):
    """One speaker of the list: in which capacity, under which group, on whose behalf."""

    parsed: ParsedSpeaker | None = None
    printed_group: Participant | None = None
    on_behalf_of: Participant | None = None
    represented: tuple[ProposedName, ...] = ()
    # Whether the list has the same speaker in the same capacity above.
    is_duplicate: bool = False

    @property
    def on_behalf_of_as_printed(self):
        """On whose behalf, as printed; if longer than the column, the group or the beginning."""
        printed = self.parsed.on_behalf_of
        if len(printed) <= MAX_ON_BEHALF_OF:
            return printed
        return (self.parsed.group or printed)[: MAX_ON_BEHALF_OF - 1] + "…"

    @property
    def capacity(self):
        if self.parsed.on_behalf_of:
            return Participation.Capacity.ON_BEHALF
        return Participation.Capacity.default_for_kind(self.kind)

    @property
    def duplicate_key(self):
        """Equal for two rows that are saved once."""
        who = self.participant.pk if self.participant else self.key
        return who, self.capacity, self.parsed.on_behalf_of


@dataclass(frozen=True)
class Proposal:
    """What would be saved of a text, and the warnings."""

    rows: list[ProposedSpeaker]
    warnings: list[ListWarning]

    def with_status(self, status):
        """The names of this status, speakers and represented, without duplicate rows."""
        names = [name for row in self.rows for name in (row, *row.represented)]
        return [
            name
            for name in names
            if name.status == status and not getattr(name, "is_duplicate", False)
        ]

    @property
    def unknown(self):
        return self.with_status("unknown")

    @property
    def new(self):
        return self.with_status("new")

    @property
    def recorded(self):
        return self.with_status("recorded")


def propose(dialogue, text, choices=None):
    """The Proposal for a printed list of speakers of a dialogue. Saves nothing.

    `choices` says which participant an unknown name refers to: {key of the name: a participant's
    number or name, "leave-out", or "create:" and a kind}.
    """
    names = ParticipantNames.read()
    parsed = parse_speaker_list(text, names.is_name, names.is_heading, names.is_group)
    recorded = list(dialogue.participations.select_related("participant"))
    builder = _RowBuilder(names, choices or {}, recorded)
    rows = [builder.row(speaker) for speaker in parsed.speakers]
    return Proposal(rows, [*parsed.warnings, *_contradictions(rows)])


class _RowBuilder:
    """Builds the rows of a proposal in the order of the list, and knows the rows before."""

    def __init__(self, names, choices, recorded):
        self.names, self.choices, self.recorded = names, choices, recorded
        self.asked_keys, self.duplicate_keys = set(), set()

    def row(self, parsed):
        draft = ProposedSpeaker(
            **self._name_fields(parsed.name),
            parsed=parsed,
            printed_group=self.names.regional_group(parsed.heading) if parsed.heading else None,
            on_behalf_of=self.names.group(parsed.group) if parsed.group else None,
        )
        recorded = next((held for held in self.recorded if _is_same_speaker(draft, held)), None)
        represented = tuple(self._represented(name, recorded) for name in parsed.represented)
        is_duplicate = draft.duplicate_key in self.duplicate_keys
        self.duplicate_keys.add(draft.duplicate_key)
        return replace(draft, recorded=recorded, represented=represented, is_duplicate=is_duplicate)

    def _represented(self, name, recorded_speaker):
        draft = ProposedName(**self._name_fields(name))
        return replace(draft, recorded=self._recorded_represented(draft, recorded_speaker))

    def _name_fields(self, name):
        """The fields of a ProposedName, apart from what is recorded."""
        key = name_key(name)
        participant = self.names.find(name)
        choice, typed_name = "" if participant else self.choices.get(key, ""), ""
        if choice.isdecimal() and len(choice) < 19:
            participant = self.names.participants.get(int(choice))
        elif choice and choice != LEAVE_OUT and not choice.startswith(CREATE):
            participant, typed_name = self.names.find(choice), choice
        is_asked_here = key not in self.asked_keys
        self.asked_keys.add(key)
        return {
            "name": name,
            "participant": participant,
            "choice": choice,
            "typed_name": typed_name,
            "is_asked_here": is_asked_here,
            "suggestions": [] if participant and not choice else self.names.suggestions(name),
        }

    def _recorded_represented(self, represented, speaker):
        """The participation recorded of a represented name, under this recorded speaker."""
        if not (speaker and represented.participant):
            return None
        key = represented.participant.pk, speaker.pk
        return next(
            (
                held
                for held in self.recorded
                if (held.participant_id, held.represented_by_id) == key
            ),
            None,
        )


def _is_same_speaker(row, participation):
    """Whether a participation records this speaker in this capacity, on behalf of the same group.

    Its status is not compared: a speaker recorded as unable to speak stays so. An organization that
    the list only names may be recorded as speaking for its members.
    """
    if row.participant is None or participation.participant_id != row.participant.pk:
        return False
    if participation.represented_by_id:
        return False
    if row.parsed.on_behalf_of:
        same_group = row.on_behalf_of and participation.on_behalf_of_id == row.on_behalf_of.pk
        same_words = participation.on_behalf_of_as_printed == row.on_behalf_of_as_printed
        return bool(same_group) or same_words
    capacities = {row.capacity}
    if row.participant.kind in Participant.ORGANIZATION_KINDS:
        capacities.add(Participation.Capacity.ON_BEHALF)
    return participation.capacity in capacities


def _contradictions(rows):
    """Warnings: printed twice, or represented by another speaker and listed as a speaker too."""
    for row in rows:
        if row.is_duplicate:
            yield ListWarning("twice", {"name": row.name, "line": row.parsed.line})
    speakers = {row.participant.pk for row in rows if row.participant}
    for row in rows:
        for name in row.represented:
            if name.participant and name.participant.pk in speakers:
                yield ListWarning("also-listed", {"name": name.name, "by": row.name})


def save(proposal, dialogue, *, source, section, paragraph, status, reason, by):
    """Save the new participations of a proposal in one edition, and return them.

    All have the same source, section, paragraph and status. Raises ValidationError for a row that
    contradicts the record; then nothing is saved.
    """
    common = {"source": source, "section": section, "paragraph": paragraph, "status": status}
    saved = []
    with open_edition(reason, by):
        position = dialogue.participations.last_position()
        for row in proposal.rows:
            if row.status in ("unknown", "left-out") or row.is_duplicate:
                continue
            for participation in _new_participations(row, dialogue, common):
                position += STEP
                participation.position = position
                _check(participation)
                participation.save()
                saved.append(participation)
    return saved


def _check(participation):
    """Raise a ValidationError that names the row."""
    try:
        participation.clean_fields(exclude=["key"])
        participation.clean()
    except ValidationError as problem:
        message = " ".join(problem.messages)
        raise ValidationError(f"{participation.name_as_printed}: {message}") from problem


def _new_participations(row, dialogue, common):
    """The new participations of a row, not saved: the speaker, then each one represented."""
    speaker = row.recorded
    if speaker is None:
        speaker = Participation(
            dialogue=dialogue,
            participant=_participant(row),
            name_as_printed=row.name,
            capacity=row.capacity,
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
