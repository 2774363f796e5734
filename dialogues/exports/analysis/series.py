"""Who took part in which dialogues of a series, as a table."""

from typing import NamedTuple

from dialogues.analysis.series import AttendanceStatus, SeriesAttendance, StateAttendance
from dialogues.exports.analysis.values import NO, NOT_KNOWN, YES, slug_of, yes_if
from dialogues.exports.tables import Table

IN_ALL = {True: YES, False: NO, None: NOT_KNOWN}


class SeriesRow(NamedTuple):
    """One state in a series. Runs have the fewest and the most dialogues the records allow."""

    state: str
    state_address: str
    recorded_in: int
    not_in_the_list_of: int
    not_known_for: int
    in_all: str
    longest_run_at_least: int
    longest_run_at_most: int
    current_run_at_least: int
    current_run_at_most: int
    first: str
    first_is_certain: str
    came_back_in: str
    after: str
    in_no_list_after: str
    dialogues: list[str]
    notes: list[str]


def series_table(series: SeriesAttendance) -> Table:
    """A SeriesRow for each state."""
    return Table(SeriesRow, map(_row, series.states))


def _row(attendance: StateAttendance) -> SeriesRow:
    latest_return = attendance.latest_return
    return SeriesRow(
        state=attendance.state.name,
        state_address=attendance.state.get_absolute_url(),
        recorded_in=attendance.count(AttendanceStatus.YES),
        not_in_the_list_of=attendance.absent,
        not_known_for=attendance.unknown,
        in_all=IN_ALL[attendance.in_all],
        longest_run_at_least=attendance.longest.at_least,
        longest_run_at_most=attendance.longest.at_most,
        current_run_at_least=attendance.current.at_least,
        current_run_at_most=attendance.current.at_most,
        first=slug_of(attendance.first),
        first_is_certain=yes_if(attendance.is_first_certain),
        came_back_in=slug_of(latest_return.dialogue if latest_return else None),
        after=slug_of(latest_return.before if latest_return else None),
        in_no_list_after=slug_of(attendance.dropped_out_after),
        dialogues=[f"{dialogue.slug}: {status.value}" for dialogue, status in attendance.dialogues],
        notes=attendance.notes,
    )
