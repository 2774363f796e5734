"""The tables of a release and where their rows come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import msgspec
from msgspec import Struct

from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.exports.records.statements import StatementRecord, statement_rows
from dialogues.exports.releases.columns import Column, Part, columns_of, parts_of
from dialogues.models import Statement

BLOCK_SIZE = 500  # records read at a time
# What the key of a record is called in the tables of its lists.
KEY_NAMES = {
    "statements": "statement",
    "dialogues": "dialogue",
    "states": "state",
    "groups": "group",
    "organizations": "organization",
    "themes": "theme",
    "sources": "source",
    "figures": "figure",
    "votes": "vote",
    "engagements": "engagement",
}
# The columns that identify a row, if they are not the slug.
KEYS = {
    "statements": ("reference",),
    "memberships": (),
    "participations": ("dialogue", "key"),
    "figures": ("key",),
    "engagements": ("key",),
    "versions": ("statement", "number"),
    "corrections": ("edition", "statement"),
    "editions": ("number",),
    "redirections": ("address",),
}
# Columns that name a record of another table, which is always public if the row is.
NAMED = {
    "dialogue": "dialogues",
    "theme": "themes",
    "source": "sources",
    "person": "people",
    "parent": "themes",
}


@dataclass(frozen=True)
class Table:
    """A table: its columns, the names of those that identify a row, and {column: table it names}.

    The table of a list has `part`, and `kind` is that of its records.
    """

    name: str
    kind: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    names: Mapping[str, str]
    part: Part | None = None

    @cached_property
    def _readers(self):
        return [column.reader() for column in self.columns]

    def rows(self, record: Mapping[str, Any]) -> Iterator[list[Any]]:
        """The rows of a record, in the order of the columns."""
        if self.part is None:
            yield [read(record) for read in self._readers]
            return
        read_key, *readers = self._readers
        key = read_key(record)
        for item in self.part.items(record):
            yield [key, *(read(item) for read in readers)]


def key_of(kind: str) -> str:
    """The column by which other tables name a record of a kind."""
    return KEYS.get(kind, ("slug",))[-1]


def record_class(kind: str) -> type[Struct]:
    return StatementRecord if kind == "statements" else RECORD_KINDS[kind].record


@cache
def tables() -> dict[str, Table]:
    """{name: Table}, those of lists after that of their records."""
    kinds = ("statements", *RECORD_KINDS)
    return {table.name: table for kind in kinds for table in _tables_of(kind)}


def records_of(kind: str, base: str, edition: str) -> Iterator[dict[str, Any]]:
    """All public records of a kind in the order of their key, with addresses on the site `base`."""
    if kind == "statements":
        yield from _statements(base, edition)
        return
    record_kind = RECORD_KINDS[kind]
    for record in record_kind.public().order_by(record_kind.key).iterator(BLOCK_SIZE):
        yield msgspec.to_builtins(record_kind.make(record, base))


def _statements(base, edition):
    last = 0
    published = Statement.objects.published().order_by("pk").values_list("pk", flat=True)
    while keys := list(published.filter(pk__gt=last)[:BLOCK_SIZE]):
        yield from statement_rows(keys, base, edition)
        last = keys[-1]


def _tables_of(kind):
    record = record_class(kind)
    # Records of other kinds have tables of their own.
    others = frozenset(record_kind.record for record_kind in RECORD_KINDS.values())
    columns = tuple(columns_of(record, others))
    key = KEYS.get(kind, ("slug",))
    yield Table(kind, kind, _text(record), columns, key, _names(kind, columns))
    for part in parts_of(record, others):
        first = next(column for column in columns if column.name == key[-1])
        own = first._replace(name=KEY_NAMES[kind], description=f"Which of the {kind}.")
        names = {own.name: kind} | _names(kind, part.columns)
        yield Table(
            f"{kind}_{part.name}", kind, part.description, (own, *part.columns), (), names, part
        )


def _names(kind, columns):
    """{column: table it names}."""
    is_reference = {column.name for column in columns if column.path[-1] == "slug"}
    names = {name: table for name, table in NAMED.items() if name in is_reference}
    if "speaker_person" in is_reference:
        names["speaker_person"] = "people"
    if kind == "versions":
        names["statement"] = "statements"
    return names


def _text(record):
    return " ".join((record.__doc__ or "").split())
