"""A brief of a state as a table."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dialogues.analysis.brief import Brief
from dialogues.analysis.coverage_status import RECORDED
from dialogues.citations.work import Work
from dialogues.exports.analysis.values import iso_day, names_of
from dialogues.exports.tables import Table
from dialogues.filters.querystring import statements_at


class BriefRow(NamedTuple):
    """One line of a brief. `part` says which; `what` is a dialogue, group, theme or citation."""

    part: str
    date: str
    until: str
    what: str
    recorded: str
    on_behalf_of: str
    through: list[str]
    number: int | None
    note: str
    address: str


def brief_table(brief: Brief, quotations: Iterable[tuple[Work, str]]) -> Table:
    """A BriefRow for each line of a brief and each (Work, its citation)."""
    rows = [
        *_entry_rows(brief),
        *_membership_rows(brief),
        *_theme_rows(brief),
        *_quotation_rows(quotations),
    ]
    return Table(BriefRow, rows)


def _entry_rows(brief: Brief) -> Iterator[BriefRow]:
    for entry in brief.entries:
        yield _row(
            part="recorded" if entry.status in RECORDED else "not recorded",
            date=iso_day(entry.dialogue.held_on),
            what=entry.dialogue.title,
            recorded=str(entry.status.label),
            on_behalf_of="; ".join(names_of(entry.on_behalf_of)),
            through=names_of(entry.through),
            note="" if entry.is_own_known else "whether it took the floor itself is not known",
            address=entry.dialogue.get_absolute_url(),
        )


def _membership_rows(brief: Brief) -> Iterator[BriefRow]:
    for membership in brief.memberships:
        at_least = "at least in this period" if membership.is_minimum else ""
        yield _row(
            part="group",
            date=iso_day(membership.since),
            until=iso_day(membership.until),
            what=membership.group.name,
            recorded=membership.get_role_display(),
            note=membership.dates_in_words or at_least,
            address=membership.group.get_absolute_url(),
        )


def _theme_rows(brief: Brief) -> Iterator[BriefRow]:
    for theme in brief.themes:
        address = statements_at(state=brief.state.slug, theme=theme.slug)
        yield _row(part="theme", what=theme.label, number=theme.statements, address=address)


def _quotation_rows(quotations: Iterable[tuple[Work, str]]) -> Iterator[BriefRow]:
    for work, citation in quotations:
        yield _row(
            part="quotation",
            date=work.issued,
            what=citation,
            on_behalf_of=work.on_behalf_of,
            address=work.address,
        )


def _row(**values: Any) -> BriefRow:
    """A BriefRow with these values; the others are empty."""
    empty = dict.fromkeys(BriefRow._fields, "") | {"through": [], "number": None}
    return BriefRow(**empty | values)
