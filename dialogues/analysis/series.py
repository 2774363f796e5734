"""Streaks and firsts: who took part in which dialogues of a series.

A list of speakers that is not recorded in full leaves open whether a state spoke: that is unknown,
and no absence. Runs are therefore given as what they are at least, and what they may be at most.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import NamedTuple

from django.db.models import F, TextChoices
from django.utils.translation import gettext_lazy as _

from dialogues.analysis.coverage import (
    CoverageStatus,
    Ledger,
    absence_status,
    coverage,
)
from dialogues.choices import Clock
from dialogues.models import Dialogue, Participant, ReportedFigure

EVERY = ReportedFigure.Measure.EVERY


class Voice(TextChoices):
    """What counts as taking part."""

    OWN = "own", _("took the floor itself")
    JOINT = "joint", _("took the floor, or a group spoke for it")


class AttendanceStatus(TextChoices):
    """Whether a state took part in a dialogue."""

    YES = "yes", _("recorded")
    NO = "no", _("not in the list")
    UNKNOWN = "unknown", _("not known")


class Run(NamedTuple):
    """How many dialogues in a row: surely, and if all that is unknown were so too."""

    at_least: int
    at_most: int


class DialogueAttendance(NamedTuple):
    """One dialogue of the series, and whether a state took part in it."""

    dialogue: Dialogue
    heard: AttendanceStatus


@dataclass(frozen=True)
class StateAttendance:
    """One state in a series: the dialogues since it became a member, oldest first, and what editors
    note of its speaking, such as that a source calls it the first time."""

    state: Participant
    occasions: list[DialogueAttendance]
    notes: list[str]

    def number(self, heard):
        return sum(one.heard == heard for one in self.occasions)

    @property
    def absent(self):
        return self.number(AttendanceStatus.NO)

    @property
    def unknown(self):
        return self.number(AttendanceStatus.UNKNOWN)

    @property
    def recorded(self):
        return [one.dialogue for one in self.occasions if one.heard == AttendanceStatus.YES]

    @property
    def in_all(self):
        """Whether it took part in every one; None where that is not known."""
        if self.absent:
            return False
        return None if self.unknown or not self.occasions else True

    @property
    def longest(self):
        return Run(*(max(_runs(self.occasions, kinds), default=0) for kinds in SURE_AND_POSSIBLE))

    @property
    def current(self):
        """The run that ends with the latest dialogue."""
        return Run(*(_last_run(self.occasions, kinds) for kinds in SURE_AND_POSSIBLE))

    @property
    def first(self):
        """The first dialogue it is recorded in; None where there is none."""
        return next(iter(self.recorded), None)

    @property
    def is_first_certain(self):
        """Whether all lists before that dialogue are known."""
        before = self.occasions[: self._place(self.first)] if self.first else []
        return bool(self.first) and all(one.heard == AttendanceStatus.NO for one in before)

    @property
    def first_since(self):
        """(dialogue, the one before in which it took part) of the latest return after an absence.

        Only where every list between is known; else None.
        """
        for earlier, later in reversed(list(zip(self.recorded, self.recorded[1:], strict=False))):
            between = self.occasions[self._place(earlier) + 1 : self._place(later)]
            if between and all(one.heard == AttendanceStatus.NO for one in between):
                return later, earlier
        return None

    @property
    def dropped_out_after(self):
        """The last dialogue it took part in, if all later lists are known and have not got it."""
        if not self.recorded:
            return None
        later = self.occasions[self._place(self.recorded[-1]) + 1 :]
        is_out = later and all(one.heard == AttendanceStatus.NO for one in later)
        return self.recorded[-1] if is_out else None

    def _place(self, dialogue):
        return [one.dialogue for one in self.occasions].index(dialogue)


class NamedState(NamedTuple):
    """What is recorded of a state that a source names: in how many of the dialogues it means, for
    how many it is not known, how many full lists have not got it; and which dialogues are known."""

    state: Participant
    recorded: int
    unknown: int
    contradicted: int
    known: tuple[int, ...]


@dataclass(frozen=True)
class SeriesFigure:
    """A source's claim that states spoke in every dialogue so far, and what is recorded of it."""

    figure: ReportedFigure
    dialogues: int
    states: list[NamedState]

    @property
    def contradicted(self):
        """The states that a full list has not got."""
        return [one for one in self.states if one.contradicted]

    @property
    def lists_known(self):
        """In how many of the dialogues it is known of each of the named states whether it spoke."""
        known = [set(one.known) for one in self.states]
        return len(set.intersection(*known)) if known else 0


@dataclass(frozen=True)
class SeriesAttendance:
    """The held dialogues of a series, what is recorded of each state, and what sources claim."""

    ledger: Ledger
    attendances: list[StateAttendance]
    claims: list[SeriesFigure]

    @property
    def dialogues(self):
        return self.ledger.dialogues

    @property
    def full_lists(self):
        return [one for one in self.dialogues if one.has_full_list]


def series_attendance(name, voice=Voice.OWN, group=None, clock=Clock.DATE):
    """The SeriesAttendance of a name. Four queries.

    States come with those first that are recorded most often. With a group, those that belong to it
    by the clock in any of the dialogues, each with the whole series.
    """
    dialogues = Dialogue.objects.published().held().in_series(name).oldest_first()
    ledger = coverage(dialogues, group=group, clock=clock)
    attendances = [_state_attendance(ledger, one, voice) for one in ledger.states]
    attendances.sort(key=lambda one: (-len(one.recorded), one.state.slug))
    return SeriesAttendance(ledger, attendances, _claims(ledger))


def _state_attendance(ledger, state, voice):
    """The Attendance of a state, from the first dialogue since it became a member."""
    occasions = [
        DialogueAttendance(one, _heard(ledger.cell(one, state), one, voice))
        for one in ledger.dialogues
        if absence_status(state, one, ledger.memberships) != CoverageStatus.NOT_MEMBER
    ]
    return StateAttendance(state, occasions, _notes(ledger, state))


def _notes(ledger, state):
    cells = [cell for one in ledger.dialogues if (cell := ledger.cell(one, state))]
    return [one.editor_note for cell in cells for one in cell.speeches if one.editor_note]


def _heard(cell, dialogue, voice):
    spoke = cell and (cell.interventions or (voice == Voice.JOINT and cell.is_covered))
    return _in_list(dialogue, bool(spoke))


def _claims(ledger):
    """A SeriesFigure for each figure of the kind in these dialogues. One query.

    Whom a claim names may be in no group that was chosen: all speeches count.
    """
    figures = ReportedFigure.objects.filter(
        measure=EVERY, dialogue__among=[one.pk for one in ledger.dialogues]
    ).select_related("source", "dialogue")
    named = figures.annotate(name=F("named")).order_by("position", "key", "named__slug")
    spoke = defaultdict(set)
    for one in ledger.speeches:
        if one.took_the_floor:
            spoke[one.dialogue].add(one.participant)
    return [_claim(*found, ledger, spoke) for found in _by_figure(named)]


def _by_figure(rows):
    for _key, found in groupby(rows, key=lambda one: one.pk):
        found = list(found)
        yield found[0], [one.name for one in found if one.name]


def _claim(figure, named, ledger, spoke):
    meant = [one for one in ledger.dialogues if one.sort_key <= figure.dialogue.sort_key]
    states = ledger.memberships.named(named)
    return SeriesFigure(figure, len(meant), [_confirmed(one, meant, spoke) for one in states])


def _confirmed(state, dialogues, spoke):
    heard = {one.pk: _in_list(one, state.pk in spoke[one.pk]) for one in dialogues}
    counted = Counter(heard.values())
    known = tuple(pk for pk, one in heard.items() if one != AttendanceStatus.UNKNOWN)
    numbers = (
        counted[one]
        for one in (AttendanceStatus.YES, AttendanceStatus.UNKNOWN, AttendanceStatus.NO)
    )
    return NamedState(state, *numbers, known)


def _in_list(dialogue, is_recorded):
    if is_recorded:
        return AttendanceStatus.YES
    return AttendanceStatus.NO if dialogue.has_full_list else AttendanceStatus.UNKNOWN


SURE_AND_POSSIBLE = ({AttendanceStatus.YES}, {AttendanceStatus.YES, AttendanceStatus.UNKNOWN})


def _runs(occasions, kinds):
    """The length of each run of dialogues of these kinds."""
    for is_run, run in groupby(occasions, key=lambda one: one.heard in kinds):
        if is_run:
            yield len(list(run))


def _last_run(occasions, kinds):
    """The length of the run at the end."""
    return sum(1 for _one in takewhile(lambda one: one.heard in kinds, reversed(occasions)))
