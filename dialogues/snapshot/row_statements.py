"""Rows of statements that read like statements loaded with_record, in a tenth of the time."""

from collections.abc import Iterable, Iterator
from typing import Any

from dialogues.snapshot.registry import Registry
from dialogues.snapshot.statement_rows import RelatedKeys, rows_of


class Records(list):
    """Records that read like a related manager: `all()` returns them."""

    def all(self) -> "Records":
        return self


class RowStatement:
    """A row of a statement with the attributes that the public record of a statement reads."""

    def __init__(self, row: Any, related: RelatedKeys, registry: Registry) -> None:
        self.row, self.registry = row, registry
        self.pk = row.pk
        self.dialogue = registry.dialogues[row.dialogue_id]
        self.source = registry.sources[row.source_id]
        self.themes = Records(registry.themes_in_order(related.themes[row.pk]))
        situations = [registry.participants[pk] for pk in related.situations[row.pk]]
        self.situations = Records(sorted(situations, key=lambda situation: situation.slug))
        is_named = row.participation_id is not None
        self.participation = RowSpeech(row, related, registry) if is_named else None

    def __getattr__(self, name: str) -> Any:
        """A column of the statement itself."""
        return getattr(self.row, name)


class RowSpeech:
    """The participation of a RowStatement."""

    def __init__(self, row: Any, related: RelatedKeys, registry: Registry) -> None:
        self.row = row
        self.participant = registry.participants.get(row.participation__participant)
        self.person = registry.people.get(row.participation__person)
        self.on_behalf_of = registry.participants.get(row.participation__on_behalf_of)
        self.represents = Records(
            RowRepresented(registry.participants.get(pk))
            for pk in related.represents[row.participation_id]
        )

    def __getattr__(self, name: str) -> Any:
        """A column of the participation."""
        return getattr(self.row, f"participation__{name}")


class RowRepresented:
    """A participation that another one speaks for."""

    def __init__(self, participant: Any) -> None:
        self.participant = participant


def row_statements(pks: Iterable[int], registry: Registry) -> Iterator[RowStatement]:
    """The published statements with these keys, in their order. Four queries for each block."""
    for row, related in rows_of(pks):
        yield RowStatement(row, related, registry)
