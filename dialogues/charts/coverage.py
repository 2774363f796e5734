"""How many states each dialogue covers, and what members or supporters did in it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from dialogues.analysis.commitment import COMMITTED, Commitment
from dialogues.analysis.coverage import Ledger
from dialogues.analysis.coverage_status import RECORDED, DrawnChoices
from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    dialogue_labels,
    letters_of,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns
from dialogues.models import Dialogue

COLUMN_HEIGHT = 120  # pixels


class StatusCounts(NamedTuple):
    """How many states of a dialogue have each status, and the number over the column."""

    dialogue: Dialogue
    numbers: Counter
    value: str


def chart_of_coverage(ledger: Ledger) -> Chart:
    """The Chart of a Ledger: states by CoverageStatus, dialogue by dialogue."""
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
    name = _("States recorded, and how; with how many are covered where the list is full")
    title = _title_of_coverage(totals) or name
    return _chart("coverage", name, title, sentences, counts, RECORDED)


def _title_of_coverage(totals):
    """Where most states are covered; "" unless the lists of several dialogues are full."""
    full = [(total.covered, dialogue) for dialogue, total in totals if total.is_full]
    most = max((covered for covered, _dialogue in full), default=0)
    with_most = [dialogue for covered, dialogue in full if covered == most]
    if len(full) < 2 or len(with_most) > 1:
        return ""
    return _(
        "Of %(full)s dialogues with a full list, that of %(when)s covers the most states: %(n)s"
    ) % {
        "full": len(full),
        "when": with_most[0].when,
        "n": most,
    }


def chart_of_commitment(commitment: Commitment, name: str) -> Chart:
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
    return _chart("commitment", name, name, sentences, counts, COMMITTED)


def _chart(
    key: str,
    name: str,
    title: str,
    sentences: Sequence[str],
    counts: Sequence[StatusCounts],
    statuses: Sequence[DrawnChoices],
) -> Chart:
    """The Chart of these counts, with the statuses that some dialogue has."""
    shown = [status for status in statuses if any(count.numbers[status] for count in counts)]
    legend = [LegendItem(status.style, str(status.label)) for status in shown]
    dialogues = [count.dialogue for count in counts]
    labels = dialogue_labels(dialogues)
    columns = [_column(count, label, shown) for count, label in zip(counts, labels, strict=True)]
    return Chart(
        key=key,
        name=name,
        title=title,
        description=f"{'; '.join(sentences)}." if sentences else _("Nothing is recorded."),
        legend=legend,
        drawing=draw_columns(columns, COLUMN_HEIGHT, with_amounts=True),
        header=[_("Year"), _("Dialogue"), *(str(status.label) for status in shown)],
        table=[_row(count, shown) for count in counts],
        letters=letters_of(dialogues, labels),
    )


def _column(count, label, statuses):
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
    return ChartColumn(label.year, count.value, segments, detail=label.letter)


def _row(count, statuses):
    numbers = [TableCell(str(count.numbers[status])) for status in statuses]
    return [TableCell(str(count.dialogue.year)), dialogue_cell(count.dialogue), *numbers]
