"""Positions by theme and year as a table."""

from collections.abc import Callable
from typing import NamedTuple

from dialogues.analysis.positions import Positions, StancesByYear
from dialogues.exports.analysis.values import stance_texts, yes_if
from dialogues.exports.tables import Table

# (stances of a state on a theme, year) -> the address of the statements.
LinkFunction = Callable[[StancesByYear, int], str]


class PositionRow(NamedTuple):
    """One year of one state on one theme, or of one theme of one state."""

    of: str
    year: int
    statements: int
    in_own_voice: int
    for_a_group: int
    on_a_part_of_the_theme_only: int
    stances_in_own_voice: list[str]
    stances_for_a_group: list[str]
    first_mention: str
    changed: str
    not_mentioned_since: list[str]
    address: str


def positions_table(positions: Positions, link: LinkFunction) -> Table:
    """A PositionRow for each year of each row of Positions."""
    rows = (
        _row(by_year, year, link) for by_year in positions.rows for year in sorted(by_year.years)
    )
    return Table(PositionRow, rows)


def _row(by_year: StancesByYear, year: int, link: LinkFunction) -> PositionRow:
    stances, support_end = by_year.years[year], by_year.not_mentioned_since_support
    later = support_end.later if support_end and support_end.year == year else []
    return PositionRow(
        of=str(by_year.record),
        year=year,
        statements=stances.total,
        in_own_voice=stances.own.total(),
        for_a_group=stances.joint.total(),
        on_a_part_of_the_theme_only=stances.on_parts,
        stances_in_own_voice=stance_texts(stances.own),
        stances_for_a_group=stance_texts(stances.joint),
        first_mention=yes_if(year == by_year.first),
        changed=yes_if(year in {change.year for change in by_year.changes}),
        not_mentioned_since=[str(year) for year in later],
        address=link(by_year, year),
    )
