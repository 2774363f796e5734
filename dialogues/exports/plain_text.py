"""Pages as plain text (Markdown), for language models and scripts.

Each begins with how to read it, and gives the permanent address of each statement.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from django.conf import settings
from django.template.defaultfilters import capfirst

from dialogues.citations.work import Work, statement_work
from dialogues.exports.counting_rules import COUNTING_RULES
from dialogues.exports.records.kinds import RecordKind
from dialogues.exports.releases.columns import columns_of, parts_of
from dialogues.models import Membership, Version

NOT_FACTS = ("slug", "address")  # the head has them


def head(title: str, address: str, edition: str) -> list[str]:
    """The title, where the page is, its edition and licence, and the rules."""
    lines = [f"# {_line(title)}", "", f"Page: {address}", f"Edition: {edition.partition(' ')[0]}"]
    if settings.DATA_LICENCE:
        lines.append(f"Licence: {settings.DATA_LICENCE} {settings.DATA_LICENCE_URL}".rstrip())
    return [*lines, "", "## How to read it", "", *[f"- {rule}" for rule in COUNTING_RULES], ""]


def facts(kind: RecordKind, record: Any, base: str) -> list[str]:
    """What is recorded of a record, a line for each field that has a value."""
    values = msgspec.to_builtins(kind.make(record, base))
    lines = [
        f"- {_label(column.name)}: {_value(cell)}"
        for column in columns_of(kind.record)
        if column.name not in NOT_FACTS and not _is_empty(cell := column.cell(values))
    ]
    for part in parts_of(kind.record):
        if names := [_name(item) for item in part.items(values)]:
            lines.append(f"- {_label(part.name)}: {'; '.join(names)}")
    return ["## Facts", "", *lines, ""]


def members(memberships: Iterable[Membership]) -> list[str]:
    """The members of a group, with what is known of the dates."""
    lines = [
        f"- {membership.member} ({_how(membership.role, membership.since, membership.until)})"
        for membership in memberships
    ]
    return [f"## Members: {len(lines)}", "", *lines, ""]


def statements(pks: Sequence[int], total: int, base: str, today: date) -> Iterator[str]:
    """The statements with these keys, in their order; `total` is how many there are in all."""
    shown = f", {len(pks)} of them here" if len(pks) < total else ""
    yield from (f"## Statements: {total}{shown}", "")
    versions = Version.objects.latest_by_statement(pks)
    for version in filter(None, map(versions.get, pks)):
        yield from statement(statement_work(version.public_record, version, base, today))


def statement(work: Work) -> Iterator[str]:
    """One statement: who, when, what, where it is printed, and its permanent address."""
    yield f"### {_line(work.speaker)}: {_line(work.title)}"
    yield ""
    if work.when:
        yield f"- Day: {work.when}"
    if work.quotation:
        yield f"- Text: “{_line(work.quotation)}”"
    if work.summary:
        yield f"- Summary by the editors: {_line(work.summary)}"
    if work.document:
        document = work.document
        parts = (document.title, document.publisher, document.symbols, work.pinpoint, document.url)
        where = ", ".join(_line(part) for part in parts if part)
        yield f"- {capfirst(work.relation) or 'Source'}: {where}"
    yield f"- Permanent address: {work.address}"
    yield ""


def record_links(kind: str, rows: Iterable[tuple[str, str]], base: str) -> Iterator[str]:
    """A link to the plain text of each record, given (slug, name)."""
    for slug, name in rows:
        yield f"- [{_line(name)}]({base}/{kind}/{slug}.md)"


def as_text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _label(name):
    return capfirst(name.replace("_", " "))


def _line(text):
    """The text on one line, so that it cannot end the paragraph that it is in."""
    return " ".join(text.split())


def _name(item):
    """What an item of a list is called; of a membership or ballot also as what, and when."""
    record = item.get("group") or item.get("state") or item
    how = _how(item.get("role") or item.get("cast"), item.get("since"), item.get("until"))
    name = _line(record.get("name") or record["label"])
    return f"{name} ({how})" if how else name


def _how(role, since, until):
    """As what, and from when until when: “member, from 2005-01-01 until 2016-12-31”."""
    dates = [f"from {since}" if since else "", f"until {until}" if until else ""]
    return ", ".join(filter(None, [role, " ".join(filter(None, dates))]))


def _is_empty(cell):
    """Whether nothing is recorded. 0 is a value."""
    return cell is None or cell is False or cell == ""


def _value(cell):
    return "yes" if cell is True else _line(str(cell))
