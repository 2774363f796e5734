"""Position traces as a table."""

from typing import NamedTuple

from dialogues.exports.analysis.values import numbers_of, yes_if
from dialogues.exports.tables import Table


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


def positions_table(traces, links):
    """A PositionRow for each year of each trace. `links` makes the address of its statements."""
    rows = (_position_row(one, year, links) for one in traces.rows for year in sorted(one.years))
    return Table(PositionRow, rows)


def _position_row(trace, year, links):
    said = trace.years[year]
    last, later = trace.not_mentioned_since_support or (None, [])
    return PositionRow(
        of=str(trace.record),
        year=year,
        statements=said.total,
        in_own_voice=said.own.total(),
        for_a_group=said.joint.total(),
        on_a_part_of_the_theme_only=said.on_parts,
        stances_in_own_voice=numbers_of(said.own),
        stances_for_a_group=numbers_of(said.joint),
        first_mention=yes_if(year == trace.first),
        changed=yes_if(year in {one.year for one in trace.changes}),
        not_mentioned_since=list(map(str, later)) if year == last else [],
        address=links(trace, year),
    )
