"""A printed list of speakers proposed as participations of one dialogue; see saving.py.

Participations that are already recorded stay unchanged, so that the same list can be read again.
"""

from dataclasses import dataclass, field, replace
from functools import cache

from dialogues.http.urls import record_key
from dialogues.models import Participant, Participation
from dialogues.snapshot.participant_names import ParticipantNames
from dialogues.speaker_lists.contradictions import contradictions
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.parser import (
    ListWarning,
    ParsedList,
    ParsedSpeaker,
    UnreadText,
    parse_speaker_list,
)
from dialogues.text.names import name_key

LEAVE_OUT = "leave-out"
CREATE = "create:"
MAX_ON_BEHALF_OF = Participation._meta.get_field("on_behalf_of_as_printed").max_length  # characters


@dataclass(frozen=True)
class ListAnswers:
    """What a person answered about a pasted list.

    `names`: {key of an unknown name: a participant's number or name, "leave-out", or "create:" and
    a kind}. `texts` and `roles`: see `parse_speaker_list`.
    """

    names: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)


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
    """What would be saved of a text, what was not read of it, and the warnings."""

    rows: list[ProposedSpeaker]
    parsed: ParsedList
    warnings: list[ListWarning]

    @property
    def unanswered(self) -> list[UnreadText]:
        """Texts with known names in them that were not read, and that nobody has looked at."""
        return [text for text in self.parsed.unread if text.needs_answer]

    @property
    def names(self) -> list[ProposedName]:
        """Every speaker and every represented name, in the order of the list."""
        return [name for row in self.rows for name in (row, *row.represented)]

    def with_status(self, status):
        """The names of this status, speakers and represented, without duplicate rows."""
        return [
            name
            for name in self.names
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


def propose(dialogue, text, answers=None):
    """The Proposal for a printed list of speakers of a dialogue. Saves nothing.

    `answers`: the ListAnswers of the person who reads it.
    """
    answers = answers or ListAnswers()
    names = ParticipantNames.read()
    recorded = list(dialogue.participations.select_related("participant"))
    builder = _RowBuilder(names, answers.names, recorded)
    parsed = parse_speaker_list(text, builder.known_names(), answers.texts, answers.roles)
    rows = [builder.row(speaker) for speaker in parsed.speakers]
    warnings = [*parsed.warnings, *builder.warnings]
    warnings += contradictions(rows, dialogue, names.memberships)
    return Proposal(rows, parsed, warnings)


class _RowBuilder:
    """Builds the rows of a proposal in the order of the list, and knows the rows before."""

    def __init__(self, names, choices, recorded):
        self.names, self.choices, self.recorded = names, choices, recorded
        self.asked_keys, self.duplicate_keys = set(), set()
        self.warnings = []
        # Names that this dialogue's record prints already: the same list asks nothing again.
        self.printed = {
            name_key(held.name_as_printed): held.participant
            for held in recorded
            if held.participant and held.name_as_printed
        }

    def known_names(self):
        """What the parser asks about names; each string is looked up once."""
        names = self.names
        return KnownNames(
            cache(self._is_name), cache(names.is_regional_group), cache(names.is_group)
        )

    def _is_name(self, text):
        return self.names.is_name(text) or name_key(text) in self.printed

    def _find(self, name):
        """The participant of a name that may have spoken."""
        return _speaking(self.names.find(name) or self.printed.get(name_key(name)))

    def row(self, parsed):
        draft = ProposedSpeaker(
            **self._name_fields(parsed.name),
            parsed=parsed,
            printed_group=self.names.regional_group(parsed.heading) if parsed.heading else None,
            on_behalf_of=self.names.group(parsed.group) if parsed.group else None,
        )
        recorded = next((held for held in self.recorded if _is_same_speaker(draft, held)), None)
        represented = [self._represented(name, recorded) for name in parsed.represented]
        represented = tuple(name for name in represented if not self._is_itself(name, draft))
        is_duplicate = draft.duplicate_key in self.duplicate_keys
        self.duplicate_keys.add(draft.duplicate_key)
        return replace(draft, recorded=recorded, represented=represented, is_duplicate=is_duplicate)

    def _is_itself(self, name, speaker):
        """Whether a represented name is the speaker's own: nobody is represented by itself."""
        is_itself = name.participant is not None and name.participant == speaker.participant
        if is_itself:
            self.warnings.append(ListWarning("itself", {"name": speaker.name}))
        return is_itself

    def _represented(self, name, recorded_speaker):
        draft = ProposedName(**self._name_fields(name))
        return replace(draft, recorded=self._recorded_represented(draft, recorded_speaker))

    def _name_fields(self, name):
        """The fields of a ProposedName, apart from what is recorded."""
        key = name_key(name)
        participant = self._find(name)
        choice, typed_name = "" if participant else self.choices.get(key, ""), ""
        if record_key(choice):
            participant = _speaking(self.names.participants.get(record_key(choice)))
        elif choice and choice != LEAVE_OUT and not choice.startswith(CREATE):
            participant, typed_name = self._find(choice), choice
        is_asked_here = key not in self.asked_keys
        self.asked_keys.add(key)
        return {
            "name": name,
            "participant": participant,
            "choice": choice,
            "typed_name": typed_name,
            "is_asked_here": is_asked_here,
            "suggestions": [] if participant and not choice else self._suggestions(name),
        }

    def _suggestions(self, name):
        return [each for each in self.names.suggestions(name) if _speaking(each)]

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
        return participation.is_on_behalf_of(row.on_behalf_of, row.on_behalf_of_as_printed)
    capacities = {row.capacity}
    if row.participant.kind in Participant.ORGANIZATION_KINDS:
        capacities.add(Participation.Capacity.ON_BEHALF)
    return participation.capacity in capacities


def _speaking(participant):
    """The participant; None for a regional group, which never speaks itself."""
    return None if participant and participant.is_regional_group else participant
