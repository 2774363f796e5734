"""Who took part in which dialogues of a series, as a table."""

from typing import NamedTuple

from dialogues.analysis.series import AttendanceStatus
from dialogues.exports.analysis.values import (
    NO,
    NOT_KNOWN,
    YES,
    slug_of,
    yes_if,
)
from dialogues.exports.tables import Table


class SeriesRow(NamedTuple):
    """One state in a series. Runs are given as they are at least and may be at most."""

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


def series_table(series):
    """A SeriesRow for each state."""
    return Table(SeriesRow, map(_series_row, series.attendances))


def _series_row(one):
    back, before = one.first_since or (None, None)
    numbers = (
        one.number(heard)
        for heard in (AttendanceStatus.YES, AttendanceStatus.NO, AttendanceStatus.UNKNOWN)
    )
    in_all = {True: YES, False: NO, None: NOT_KNOWN}[one.in_all]
    return SeriesRow(
        one.state.name,
        one.state.get_absolute_url(),
        *numbers,
        in_all,
        *one.longest,
        *one.current,
        first=slug_of(one.first),
        first_is_certain=yes_if(one.is_first_certain),
        came_back_in=slug_of(back),
        after=slug_of(before),
        in_no_list_after=slug_of(one.dropped_out_after),
        dialogues=[f"{dialogue.slug}: {heard.value}" for dialogue, heard in one.occasions],
        notes=one.notes,
    )
