"""A brief of a state as a table."""

from typing import NamedTuple

from dialogues.analysis.coverage import RECORDED
from dialogues.exports.analysis.values import iso_day, names_of
from dialogues.exports.tables import Table
from dialogues.filters.querystring import statements_at


class BriefRow(NamedTuple):
    """One line of a brief: `part` says of what. `what` is a dialogue, group, theme or citation."""

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


def brief_table(brief, cited):
    """A BriefRow for each line. `cited` has (Work, its citation) of each quotation."""
    return Table(BriefRow, [*_brief_record(brief), *_brief_rest(brief, cited)])


def _brief_record(brief):
    for one in brief.record:
        yield _brief_row(
            part="recorded" if one.mark in RECORDED else "not recorded",
            date=iso_day(one.dialogue.held_on),
            what=one.dialogue.title,
            recorded=str(one.mark.label),
            on_behalf_of="; ".join(names_of(one.on_behalf_of)),
            through=names_of(one.through),
            note="" if one.is_own_known else "whether it took the floor itself is not known",
            address=one.dialogue.get_absolute_url(),
        )


def _brief_rest(brief, cited):
    for one in brief.memberships:
        yield _brief_row(
            part="group",
            date=iso_day(one.since),
            until=iso_day(one.until),
            what=one.group.name,
            recorded=one.get_role_display(),
            note=one.dates_in_words or ("at least in this period" if one.is_minimum else ""),
            address=one.group.get_absolute_url(),
        )
    for label, slug, number in brief.themes:
        address = statements_at(state=brief.state.slug, theme=slug)
        yield _brief_row(part="theme", what=label, number=number, address=address)
    for work, citation in cited:
        yield _brief_row(
            part="quotation",
            date=work.issued,
            what=citation,
            on_behalf_of=work.on_behalf_of,
            address=work.address,
        )


def _brief_row(**said):
    empty = dict.fromkeys(BriefRow._fields, "") | {"through": [], "number": None}
    return BriefRow(**empty | said)
