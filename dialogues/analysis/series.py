"""Attendance: who took part in which dialogues of a series.

If a list of speakers is not recorded in full, it is unknown whether a state spoke; that is no
absence. Each run is therefore given as the shortest and the longest that the records allow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import NamedTuple

from django.db.models import F, TextChoices
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.coverage import Ledger, absence_status, coverage
from dialogues.analysis.coverage_entry import CoverageEntry
from dialogues.analysis.coverage_status import CoverageStatus
from dialogues.choices import Clock, FigureMeasure
from dialogues.models import Dialogue, Participant, ReportedFigure


class AttendanceVoice(TextChoices):
    """What counts as taking part."""

    OWN = "own", _("took the floor itself")
    JOINT = "joint", _("took the floor, or a group spoke for it")


class AttendanceStatus(TextChoices):
    """Whether a state took part in a dialogue."""

    YES = "yes", _("recorded")
    NO = "no", _("not in the list")
    UNKNOWN = "unknown", _("not known")


YES, NO, UNKNOWN = AttendanceStatus.YES, AttendanceStatus.NO, AttendanceStatus.UNKNOWN


class Run(NamedTuple):
    """A number of consecutive dialogues: the fewest and the most that the records allow."""

    at_least: int
    at_most: int


class DialogueAttendance(NamedTuple):
    """One dialogue of the series, and whether a state took part in it."""

    dialogue: Dialogue
    status: AttendanceStatus


class Return(NamedTuple):
    """A dialogue a state took part in, and the one before, with an absence between them."""

    dialogue: Dialogue
    before: Dialogue


@dataclass(frozen=True)
class StateAttendance:
    """One state in a series.

    `dialogues` has the dialogues since it became a member of the United Nations, oldest first.
    `notes` are editors' notes on its participations, such as that a source calls one its first.
    """

    state: Participant
    dialogues: list[DialogueAttendance]
    notes: list[str]

    def count(self, status: AttendanceStatus) -> int:
        return sum(attended.status == status for attended in self.dialogues)

    @property
    def absent(self) -> int:
        return self.count(NO)

    @property
    def unknown(self) -> int:
        return self.count(UNKNOWN)

    @property
    def recorded(self) -> list[Dialogue]:
        """The dialogues it took part in."""
        return [attended.dialogue for attended in self.dialogues if attended.status == YES]

    @property
    def in_all(self) -> bool | None:
        """Whether it took part in every dialogue; None where that is unknown."""
        if self.absent:
            return False
        return None if self.unknown or not self.dialogues else True

    @property
    def longest(self) -> Run:
        return Run(*(max(_runs(self.dialogues, statuses), default=0) for statuses in BOUNDS))

    @property
    def current(self) -> Run:
        """The run that ends with the latest dialogue."""
        return Run(*(_last_run(self.dialogues, statuses) for statuses in BOUNDS))

    @property
    def first(self) -> Dialogue | None:
        """The first dialogue in which it is recorded."""
        return next(iter(self.recorded), None)

    @property
    def is_first_certain(self) -> bool:
        """Whether all lists before that dialogue are recorded in full."""
        return bool(self.first) and _are_absences(self.dialogues[: self._index(self.first)])

    @property
    def latest_return(self) -> Return | None:
        """The latest Return after an absence, where every list between is recorded in full."""
        for before, dialogue in reversed(list(zip(self.recorded, self.recorded[1:], strict=False))):
            between = self.dialogues[self._index(before) + 1 : self._index(dialogue)]
            if between and _are_absences(between):
                return Return(dialogue, before)
        return None

    @property
    def dropped_out_after(self) -> Dialogue | None:
        """The last dialogue it took part in, if all later lists are full and do not name it."""
        if not self.recorded:
            return None
        last = self.recorded[-1]
        later = self.dialogues[self._index(last) + 1 :]
        return last if later and _are_absences(later) else None

    def _index(self, dialogue):
        return [attended.dialogue for attended in self.dialogues].index(dialogue)


class NamedState(NamedTuple):
    """What is recorded of a state that a source names as speaking in every dialogue.

    How many of the dialogues record it, do not tell, and have a full list without it; and the keys
    of those that tell.
    """

    state: Participant
    recorded: int
    unknown: int
    contradicted: int
    known: tuple[int, ...]


@dataclass(frozen=True)
class SeriesFigure:
    """A printed number of states that spoke in every dialogue so far, and what is recorded.

    `dialogues` is how many the figure means.
    """

    figure: ReportedFigure
    dialogues: int
    states: list[NamedState]

    @property
    def contradicted(self) -> list[NamedState]:
        """The states that a full list does not name."""
        return [state for state in self.states if state.contradicted]

    @property
    def lists_known(self) -> int:
        """In how many dialogues it is known of each of these states whether it spoke."""
        known = [set(state.known) for state in self.states]
        return len(set.intersection(*known)) if known else 0


@dataclass(frozen=True)
class SeriesAttendance:
    """The held dialogues of a series, what is recorded of each state, and what sources print."""

    ledger: Ledger
    states: list[StateAttendance]
    figures: list[SeriesFigure]

    @property
    def dialogues(self) -> list[Dialogue]:
        return self.ledger.dialogues

    @property
    def full_lists(self) -> list[Dialogue]:
        """The dialogues with a full list of speakers."""
        return [dialogue for dialogue in self.dialogues if dialogue.has_full_list]


def series_attendance(
    series: str,
    voice: AttendanceVoice = AttendanceVoice.OWN,
    group: Participant | None = None,
    clock: Clock = Clock.DATE,
) -> SeriesAttendance:
    """The SeriesAttendance of a series. Four queries.

    States recorded most often come first. With a group: the states that belong to it, by the
    clock, in any of the dialogues, each with the whole series.
    """
    dialogues = Dialogue.objects.published().held().in_series(series).oldest_first()
    ledger = coverage(dialogues, group=group, clock=clock)
    states = [_state_attendance(ledger, state, voice) for state in ledger.states]
    states.sort(key=lambda attendance: (-len(attendance.recorded), attendance.state.slug))
    return SeriesAttendance(ledger, states, _figures(ledger))


def _state_attendance(ledger: Ledger, state: Participant, voice: AttendanceVoice):
    """The StateAttendance of a state, from the first dialogue since it became a member."""
    dialogues, years_of = [], defaultdict(list)
    for dialogue in ledger.dialogues:
        entry = ledger.entry(dialogue, state)
        if absence_status(state, dialogue, ledger.memberships) != CoverageStatus.NOT_MEMBER:
            status = _status(dialogue, _took_part(entry, voice))
            dialogues.append(DialogueAttendance(dialogue, status))
        for note in dict.fromkeys(row.editor_note for row in (entry.rows if entry else ())):
            years_of[note].append(str(dialogue.year))
    notes = [f"{', '.join(years)}: {note}" for note, years in years_of.items() if note]
    return StateAttendance(state, dialogues, notes)


def _took_part(entry: CoverageEntry | None, voice: AttendanceVoice) -> bool:
    if entry is None:
        return False
    is_joint = voice == AttendanceVoice.JOINT and entry.is_covered
    return bool(entry.interventions or is_joint)


def _figures(ledger: Ledger) -> list[SeriesFigure]:
    """A SeriesFigure for each figure of states in every dialogue. One query.

    All participations count, as a figure may name states outside the chosen group.
    """
    figures = ReportedFigure.objects.filter(
        measure=FigureMeasure.EVERY,
        dialogue__among=[dialogue.pk for dialogue in ledger.dialogues],
    ).select_related("source", "dialogue")
    rows = figures.annotate(name=F("named")).order_by("position", "key", "named__slug")
    speakers = defaultdict(set)
    for row in ledger.rows:
        if row.took_the_floor:
            speakers[row.dialogue].add(row.participant)
    return [
        _series_figure(list(same_figure), ledger, speakers)
        for _pk, same_figure in groupby(rows, key=lambda row: row.pk)
    ]


def _series_figure(rows, ledger, speakers):
    """The SeriesFigure of a figure, which comes once for each state it names."""
    figure = rows[0]
    dialogues = [
        dialogue for dialogue in ledger.dialogues if dialogue.sort_key <= figure.dialogue.sort_key
    ]
    states = ledger.memberships.in_order([row.name for row in rows if row.name])
    named_states = [_named_state(state, dialogues, speakers) for state in states]
    return SeriesFigure(figure, len(dialogues), named_states)


def _named_state(state, dialogues, speakers):
    statuses = {
        dialogue.pk: _status(dialogue, state.pk in speakers[dialogue.pk]) for dialogue in dialogues
    }
    counts = Counter(statuses.values())
    known = tuple(pk for pk, status in statuses.items() if status != UNKNOWN)
    return NamedState(state, counts[YES], counts[UNKNOWN], counts[NO], known)


def _status(dialogue, is_recorded):
    if is_recorded:
        return YES
    return NO if dialogue.has_full_list else UNKNOWN


# The statuses that count in the shortest run, and in the longest.
BOUNDS = ({YES}, {YES, UNKNOWN})


def _are_absences(dialogues: Sequence[DialogueAttendance]) -> bool:
    return all(attended.status == NO for attended in dialogues)


def _runs(dialogues: Sequence[DialogueAttendance], statuses) -> Iterator[int]:
    """The length of each run of dialogues with these statuses."""
    for is_run, run in groupby(dialogues, key=lambda attended: attended.status in statuses):
        if is_run:
            yield len(list(run))


def _last_run(dialogues: Sequence[DialogueAttendance], statuses) -> int:
    """The length of the run at the end."""
    run = takewhile(lambda attended: attended.status in statuses, reversed(dialogues))
    return len(list(run))
