"""Statements as plain rows with the records around them, read in blocks of a few queries.

For code that reads many statements: the index, lists and files. Such a row takes a tenth of
the time of a model with its related records.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

from dialogues.models import Participation, Statement

# How many statements are read at a time.
BLOCK = 1_000

COLUMNS = (
    "pk",
    "status",
    "reference",
    "dialogue_id",
    "position",
    "attribution",
    "text",
    "language",
    "translation",
    "summary",
    "stance",
    "act",
    "provenance",
    "among_others",
    "editor_note",
    "source_word",
    "source_id",
    "section",
    "paragraph",
    "participation_id",
    "participation__participant",
    "participation__person",
    "participation__office",
    "participation__capacity",
    "participation__status",
    "participation__on_behalf_of",
    "participation__on_behalf_of_as_printed",
    "participation__printed_group",
    "participation__group_as_printed",
    "participation__name_as_printed",
)


def rows_of(pks):
    """(row, RelatedKeys) of each published statement with one of these keys, in their order."""
    pks = iter(pks)
    while wanted := list(islice(pks, BLOCK)):
        # Not published(): without statistics SQLite would go through all published ones each time.
        found = Statement.objects.order_by().filter(pk__among=wanted)
        rows = {row.pk: row for row in found.values_list(*COLUMNS, named=True)}
        rows = {pk: row for pk, row in rows.items() if row.status == Statement.Status.PUBLISHED}
        related = RelatedKeys.read(rows.values())
        yield from ((rows[pk], related) for pk in wanted if pk in rows)


@dataclass
class RelatedKeys:
    """What statements have several of: keys by statement, or by the participation that speaks."""

    themes: dict = field(default_factory=lambda: defaultdict(list))
    situations: dict = field(default_factory=lambda: defaultdict(list))
    represents: dict = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls, rows):
        """Three queries for any number of rows."""
        related = cls()
        statements = [row.pk for row in rows]
        for statement, theme in _pairs(Statement.themes, statements):
            related.themes[statement].append(theme)
        for statement, participant in _pairs(Statement.situations, statements):
            related.situations[statement].append(participant)
        speaking = [row.participation_id for row in rows if row.participation_id]
        represented = Participation.objects.filter(represented_by__among=speaking)
        represented = represented.order_by("position", "pk")
        for by, participant in represented.values_list("represented_by", "participant"):
            related.represents[by].append(participant)
        return related


def _pairs(relation, statements):
    """(key of the statement, key of the other) for each of these statements."""
    columns = "statement_id", relation.field.m2m_reverse_name()
    return relation.through.objects.filter(statement__among=statements).values_list(*columns)
