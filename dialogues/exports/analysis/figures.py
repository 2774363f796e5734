"""Printed figures beside the record, as a table."""

from decimal import Decimal
from typing import NamedTuple

from dialogues.exports.analysis.values import (
    iso_day,
    names_of,
    of_dialogue,
    yes_if,
)
from dialogues.exports.tables import Table


class FigureCheckRow(NamedTuple):
    """One printed number, beside what is recorded of the same."""

    question: int
    dialogue: str
    date: str
    year: int | str
    forum: str
    counted_on: str
    measure: str
    theme: str
    group: str
    qualifier: str
    printed: str
    unit: str
    as_printed: str
    source: str
    source_address: str
    verdict: str
    recorded: int | None
    difference: int | Decimal | None
    why_it_cannot_be_checked: str
    note: str
    more_than_spoke: str
    sources_disagree: str
    editor_note: str
    counted: list[str]
    names_printed: list[str]


def figures_table(quantities):
    """A ClaimRow for each claim; those of one quantity have the same number of the question."""
    rows = (
        _claim_row(number, quantity, claim)
        for number, quantity in enumerate(quantities, 1)
        for claim in quantity.checks
    )
    return Table(FigureCheckRow, rows)


def _claim_row(number, quantity, claim):
    figure, recorded = claim.figure, claim.recorded
    return FigureCheckRow(
        number,
        *(of_dialogue(figure.dialogue) if figure.dialogue else ("", "", "", "")),
        counted_on=iso_day(figure.counted_on),
        measure=figure.get_measure_display(),
        theme=str(figure.theme or ""),
        group=str(figure.group or ""),
        qualifier=figure.get_qualifier_display(),
        printed=str(figure.amount),
        unit=figure.unit,
        as_printed=figure.as_printed,
        source=str(figure.source),
        source_address=figure.source.get_absolute_url(),
        verdict=claim.verdict.value,
        recorded=recorded.number,
        difference=claim.difference if claim.is_checked else None,
        why_it_cannot_be_checked=claim.why,
        note=recorded.note,
        more_than_spoke=recorded.beyond,
        sources_disagree=yes_if(quantity.disagree),
        editor_note=figure.editor_note,
        counted=names_of(recorded.participants),
        names_printed=names_of(claim.named),
    )
