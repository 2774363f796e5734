"""How many states each dialogue covers, and what members or supporters did in it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from dialogues.analysis.commitment import COMMITTED, Commitment
from dialogues.analysis.coverage import Ledger
from dialogues.analysis.coverage_status import RECORDED, DrawnChoices
from dialogues.charts.chart import Chart, LegendItem, TableCell, dialogue_cell, short_year
from dialogues.charts.svg import ChartColumn, Segment, draw_columns
from dialogues.models import Dialogue

COLUMN_HEIGHT = 120  # pixels


class StatusCounts(NamedTuple):
    """How many states of a dialogue have each status, and the number over the column."""

    dialogue: Dialogue
    numbers: Counter
    value: str


def chart_of_coverage(ledger: Ledger, with_legend: bool = True) -> Chart:
    """The Chart of a Ledger: states by CoverageStatus, dialogue by dialogue.

    A page whose table has the legend already takes the chart without one.
    """
    totals = [(dialogue, ledger.totals(dialogue)) for dialogue in ledger.dialogues]
    sentences = [
        _("%(dialogue)s: %(spoke)s took the floor, %(covered)s covered")
        % {
            "dialogue": dialogue.short_title,
            "spoke": total.spoke_text,
            "covered": total.covered_text,
        }
        for dialogue, total in totals
        if total.covered
    ]
    counts = [
        StatusCounts(dialogue, total.statuses, str(total.covered or "") if total.is_full else "")
        for dialogue, total in totals
    ]
    title = _("States recorded, and how; with how many are covered where the list is full")
    return _chart("coverage", title, sentences, counts, RECORDED, with_legend)


def chart_of_commitment(commitment: Commitment, title: str, with_legend: bool = True) -> Chart:
    """The Chart of a Commitment: states committed on the day, by CommitmentStatus."""
    totals = [(dialogue, commitment.totals(dialogue)) for dialogue in commitment.ledger.dialogues]
    sentences = [
        f"{dialogue.short_title}: "
        + ", ".join(f"{status.label} {number}" for status, number in numbers.items())
        for dialogue, numbers in totals
        if numbers
    ]
    counts = [
        StatusCounts(dialogue, numbers, str(numbers.total() or "")) for dialogue, numbers in totals
    ]
    return _chart("commitment", title, sentences, counts, COMMITTED, with_legend)


def _chart(
    key: str,
    title: str,
    sentences: Sequence[str],
    counts: Sequence[StatusCounts],
    statuses: Sequence[DrawnChoices],
    with_legend: bool,
) -> Chart:
    """The Chart of these counts, with the statuses that some dialogue has."""
    shown = [status for status in statuses if any(count.numbers[status] for count in counts)]
    legend = [LegendItem(status.style, str(status.label)) for status in shown]
    return Chart(
        key=key,
        title=title,
        description=f"{'; '.join(sentences)}." if sentences else _("Nothing is recorded."),
        legend=legend if with_legend else [],
        drawing=draw_columns([_column(count, shown) for count in counts], COLUMN_HEIGHT),
        header=[_("Year"), _("Dialogue"), *(str(status.label) for status in shown)],
        table=[_row(count, shown) for count in counts],
    )


def _column(count, statuses):
    dialogue, numbers = count.dialogue, count.numbers
    segments = tuple(
        Segment(
            status.style,
            numbers[status],
            f"{dialogue.short_title}, {status.label}: {numbers[status]}",
        )
        for status in statuses
        if numbers[status]
    )
    return ChartColumn(short_year(dialogue.year), count.value, segments)


def _row(count, statuses):
    numbers = [TableCell(str(count.numbers[status])) for status in statuses]
    return [TableCell(str(count.dialogue.year)), dialogue_cell(count.dialogue), *numbers]
