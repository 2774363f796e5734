"""The ledger of a source: what has been entered of each of its paragraphs."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.choices import ParagraphProgress
from dialogues.models import Dialogue, SourceDocument, SourceParagraph, Statement


class LedgerRow(NamedTuple):
    """A paragraph, and what is recorded of it."""

    paragraph: SourceParagraph
    statements: list[Statement]
    participations: int
    figures: int
    engagements: int


@dataclass(frozen=True)
class SourceLedger:
    """The paragraphs of a source in order. Without any, its reading is not recorded."""

    source: SourceDocument
    rows: list[LedgerRow]

    @property
    def counts(self) -> dict[ParagraphProgress, int]:
        """How many paragraphs are entered, have nothing to enter, or are not yet entered."""
        numbers = Counter(row.paragraph.progress for row in self.rows)
        return {progress: numbers[progress] for progress in ParagraphProgress if numbers[progress]}


def source_ledger(source: SourceDocument) -> SourceLedger:
    """The SourceLedger of a source. Five queries, one if it has no ledger."""
    paragraphs = list(source.ledger.all())
    if not paragraphs:
        return SourceLedger(source, [])
    statements = _by_place(source.statements.published().with_speaker().in_source_order())
    others = [
        _by_place(source.participations.public()),
        _by_place(source.reportedfigures.public()),
        _by_place(source.engagements.all()),
    ]
    rows = [
        LedgerRow(row, statements[_place(row)], *(len(records[_place(row)]) for records in others))
        for row in paragraphs
    ]
    return SourceLedger(source, rows)


def ledgers_of(dialogue: Dialogue) -> list[SourceLedger]:
    """The SourceLedger of each source of a dialogue that has one, without records. One query."""
    paragraphs = SourceParagraph.objects.filter(source__dialogues=dialogue).select_related("source")
    by_source = defaultdict(list)
    for paragraph in paragraphs.order_by("source__slug", "position"):
        by_source[paragraph.source].append(LedgerRow(paragraph, [], 0, 0, 0))
    return [SourceLedger(source, rows) for source, rows in by_source.items()]


def _by_place(records):
    places = defaultdict(list)
    for record in records:
        places[_place(record)].append(record)
    return places


def _place(record):
    return record.section, record.paragraph


class Fullness(NamedTuple):
    """The dialogues of a list by how much of them is entered."""

    full: list[Dialogue]
    in_part: list[Dialogue]
    without: list[Dialogue]


def fullness_of(dialogues: list[Dialogue]) -> Fullness:
    """The Fullness of dialogues that are loaded with_listing. No query.

    A dialogue is entered in full if a source of it has a ledger without an open paragraph.
    """
    held = [dialogue for dialogue in dialogues if dialogue.was_held]
    full = [dialogue for dialogue in held if dialogue.is_entered_in_full]
    rest = [dialogue for dialogue in held if not dialogue.is_entered_in_full]
    return Fullness(
        full,
        [dialogue for dialogue in rest if dialogue.statement_count],
        [dialogue for dialogue in rest if not dialogue.statement_count],
    )
