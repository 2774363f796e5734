"""Printed figures and what is recorded of each, as a table."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from dialogues.analysis.figures import FigureCheck, Quantity
from dialogues.exports.analysis.values import dialogue_values, iso_day, names_of, yes_if
from dialogues.exports.tables import Table


class FigureCheckRow(NamedTuple):
    """One printed number, and what is recorded of the same."""

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


def figures_table(quantities: Iterable[Quantity]) -> Table:
    """A FigureCheckRow for each figure. Those that count the same have the same `question`."""
    rows = (
        _row(number, quantity, check)
        for number, quantity in enumerate(quantities, 1)
        for check in quantity.checks
    )
    return Table(FigureCheckRow, rows)


def _row(number: int, quantity: Quantity, check: FigureCheck) -> FigureCheckRow:
    figure, recorded = check.figure, check.recorded
    dialogue: tuple[str, str, int | str, str] = ("", "", "", "")
    if figure.dialogue:
        dialogue = dialogue_values(figure.dialogue)
    return FigureCheckRow(
        number,
        *dialogue,
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
        verdict=check.result.value,
        recorded=recorded.number,
        difference=check.difference if check.is_checked else None,
        why_it_cannot_be_checked=check.reason,
        note=recorded.note,
        more_than_spoke=recorded.excess,
        sources_disagree=yes_if(quantity.sources_disagree),
        editor_note=figure.editor_note,
        counted=names_of(recorded.participants),
        names_printed=names_of(check.names),
    )
