"""A printed list of speakers as participations of one dialogue: proposed, then saved.

What is recorded already stays as it is, so that the same list can be read again.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from dialogues.importers.naming import Naming
from dialogues.importers.speaker_lists import Printed, read_list
from dialogues.models import Participant, Participation, ReportedFigure, open_edition
from dialogues.names import name_key

LEAVE_OUT = "leave-out"
CREATE = "create:"
STEP = 10  # Between the positions of two rows, so that one can be put between them.


@dataclass
class Named:
    """A printed name and who is meant by it, as far as that is known."""

    name: str
    participant: Participant | None = None
    choice: str = ""
    suggestions: list[Participant] = field(default_factory=list)
    recorded: Participation | None = None

    @property
    def key(self):
        return name_key(self.name)

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
    def capacity(self):
        if self.printed.spoken_for:
            return Participation.Capacity.ON_BEHALF
        kind = self.participant.kind if self.participant else self.choice.removeprefix(CREATE)
        is_state = kind in Participant.STATE_KINDS
        return Participation.Capacity.NATIONAL if is_state else Participation.Capacity.OWN_NAME


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


def propose(dialogue, text, status=Participation.Status.SPOKE, choices=None):
    """Read a printed list for a dialogue, as a Proposal; nothing is saved.

    `choices` says who is meant by a name that is not known: {key of the name: a participant's
    number, "leave-out", or "create:" and a kind}.
    """
    naming, choices = Naming(), choices or {}
    reading = read_list(text, naming.is_name, naming.is_heading)
    recorded = list(dialogue.participations.select_related("participant"))
    rows = [_row(naming, printed, choices, recorded, status) for printed in reading.printed]
    _mark_twins(rows)
    return Proposal(rows, [*reading.warnings, *_contradictions(rows)])


def _row(naming, printed, choices, recorded, status):
    row = Row(**_named(naming, printed.name, choices), printed=printed)
    row.printed_group = naming.regional_group(printed.heading) if printed.heading else None
    row.on_behalf_of = naming.group(printed.group) if printed.group else None
    row.represented = [Named(**_named(naming, name, choices)) for name in printed.represented]
    row.recorded = next((one for one in recorded if _says_the_same(row, one, status)), None)
    for one in row.represented:
        one.recorded = _recorded_through(recorded, one, row)
    return row


def _named(naming, name, choices):
    found = naming.find(name)
    choice = "" if found else choices.get(name_key(name), "")
    if choice.isdigit():
        found = naming.participants.get(int(choice))
    suggestions = [] if found else naming.suggestions(name)
    return {"name": name, "participant": found, "choice": choice, "suggestions": suggestions}


def _says_the_same(row, participation, status):
    """Whether a participation is of this speaker, in this capacity, for these.

    An organization that the list only names may be recorded as speaking for its members.
    """
    if row.participant is None or participation.participant_id != row.participant.pk:
        return False
    if participation.status != status:
        return False
    if row.printed.spoken_for:
        same_group = row.on_behalf_of and participation.on_behalf_of_id == row.on_behalf_of.pk
        return bool(same_group) or participation.on_behalf_of_as_printed == row.printed.spoken_for
    if row.participant.kind in Participant.ORGANIZATION_KINDS:
        return True
    return participation.capacity == row.capacity


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
    with open_edition(said.pop("reason"), by):
        last = dialogue.participations.order_by("-position").first()
        position = last.position if last else 0
        for row in proposal.rows:
            if row.standing in ("unknown", "left-out") or row.is_twice:
                continue
            for participation in _made(row, dialogue, said):
                position += STEP
                participation.position = position
                participation.clean()
                participation.save()
                saved.append(participation)
    return saved


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
            on_behalf_of_as_printed=row.printed.spoken_for,
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
        made = Participant.objects.named(named.name).first()
        named.participant = made or Participant.objects.create(kind=kind, name=named.name)
    return named.participant


@dataclass(frozen=True)
class Count:
    """How many a list names of one kind, beside the numbers that sources state."""

    label: str
    number: int
    stated: tuple[int, ...] = ()

    @property
    def agrees(self):
        """Whether some source states this number; None where none states any."""
        return self.number in self.stated if self.stated else None


PLURAL = {
    Participant.Kind.STATE: _("states"),
    Participant.Kind.OBSERVER: _("observers"),
    Participant.Kind.GROUP: _("groups"),
    Participant.Kind.REGIONAL: _("regional organizations"),
    Participant.Kind.UN_ENTITY: _("UN entities"),
    Participant.Kind.CIVIL_SOCIETY: _("civil society organizations"),
}
MEASURES = {
    Participant.Kind.STATE: ReportedFigure.Measure.SPEAKERS,
    Participant.Kind.OBSERVER: ReportedFigure.Measure.OBSERVERS,
    Participant.Kind.REGIONAL: ReportedFigure.Measure.ORGANIZATIONS,
    Participant.Kind.CIVIL_SOCIETY: ReportedFigure.Measure.CIVIL_SOCIETY,
}


def counts(proposal, dialogue, stated=None):
    """(by heading, by kind): how many different speakers the list names, each a list of Count.

    `stated`: the number of states that the list itself gives, where the collection has no figure.
    """
    rows = [one for one in proposal.rows if one.standing != "left-out" and not one.is_twice]
    headings = dict.fromkeys(row.printed.heading for row in rows)
    by_heading = [Count(one, _different(rows, heading=one)) for one in headings]
    figures = {}
    for measure, value in dialogue.figures.values_list("measure", "value"):
        figures.setdefault(measure, set()).add(int(value))
    figures.setdefault(MEASURES["state"], set()).update({stated} - {None})
    by_kind = []
    for kind, label in PLURAL.items():
        number = _different(rows, kind=kind)
        expected = tuple(sorted(figures.get(MEASURES.get(kind), ())))
        if number or expected:
            by_kind.append(Count(label, number, expected))
    return by_heading, by_kind


def _different(rows, heading=None, kind=None):
    return len(
        {
            row.participant.pk if row.participant else row.key
            for row in rows
            if (heading is None or row.printed.heading == heading)
            and (kind is None or kind_of(row) == kind)
        }
    )


def kind_of(named):
    """The kind of who is meant, or is to be made; empty while that is not known."""
    if named.participant:
        return named.participant.kind
    return named.choice.removeprefix(CREATE) if named.choice.startswith(CREATE) else ""
