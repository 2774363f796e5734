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
from dialogues.exports.records.kinds import RecordKind
from dialogues.exports.releases.columns import columns_of, parts_of
from dialogues.models import Version

RULES = (
    "A statement is what a source says that one speaker said. A sentence that a source gives to "
    "several speakers is a statement of each: count statements, do not call them speeches.",
    "Nothing recorded is not silence. Most dialogues have no verbatim record, so a state without a "
    "statement here may have spoken.",
    "Text in quotation marks is the speaker's. Summaries, themes and stances are the editors'.",
    "Quote with the permanent address of the statement. It holds the version.",
)
NOT_FACTS = ("slug", "address")  # the head has them
CONTROL = dict.fromkeys(map(ord, "\r\n\t"), " ")


def head(title: str, address: str, edition: str) -> list[str]:
    """The title, where the page is, its edition and licence, and the rules."""
    lines = [f"# {_line(title)}", "", f"Page: {address}", f"Edition: {edition.partition(' ')[0]}"]
    if settings.DATA_LICENCE:
        lines.append(f"Licence: {settings.DATA_LICENCE} {settings.DATA_LICENCE_URL}".rstrip())
    return [*lines, "", "## How to read it", "", *[f"- {rule}" for rule in RULES], ""]


def facts(kind: RecordKind, record: Any, base: str) -> list[str]:
    """What is recorded of a record, a line for each field that has a value."""
    values = msgspec.to_builtins(kind.make(record, base))
    lines = [
        f"- {_label(column.name)}: {_line(str(cell))}"
        for column in columns_of(kind.record)
        if column.name not in NOT_FACTS and (cell := column.cell(values)) not in (None, "", False)
    ]
    for part in parts_of(kind.record):
        if names := [_name(item) for item in part.items(values)]:
            lines.append(f"- {_label(part.name)}: {'; '.join(names)}")
    return ["## Facts", "", *lines, ""]


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
    return " ".join(text.translate(CONTROL).split())


def _name(item):
    """What an item of a list is called; of a membership or ballot also as what, or how."""
    record = item.get("group") or item.get("state") or item
    how = item.get("role") or item.get("cast")
    name = _line(record.get("name") or record["label"])
    return f"{name} ({how})" if how else name
