"""How many states each dialogue covers, and how; what those committed did in it."""

from django.utils.translation import gettext as _

from dialogues.analysis.commitment import TOLD, CommitmentStatus
from dialogues.analysis.coverage import RECORDED, CoverageStatus
from dialogues.charts.chart import (
    Chart,
    LegendItem,
    TableCell,
    dialogue_cell,
    short_year,
)
from dialogues.charts.svg import ChartColumn, Segment, draw_columns

STYLES = {
    CoverageStatus.OWN: "series-2",
    CoverageStatus.BOTH: "series-4",
    CoverageStatus.NAMED: "series-5",
    CoverageStatus.ALIGNED: "series-3",
    CoverageStatus.INSCRIBED: "series-1",
    CoverageStatus.UNHEARD: "series-1",
    CoverageStatus.ROLE: "series-3",
    CoverageStatus.DISSOCIATED: "series-0",
    CoverageStatus.MEMBER: "series-member",
    CommitmentStatus.MENTIONED: "series-4",
    CommitmentStatus.SPOKE: "series-2",
    CommitmentStatus.THROUGH: "series-5",
    CommitmentStatus.OTHER: "series-1",
    CommitmentStatus.SILENT: "series-0",
    CommitmentStatus.UNKNOWN: "series-unknown",
}


def chart_of_coverage(ledger):
    """The Chart of a Ledger: states by what is recorded of them, dialogue by dialogue."""
    rows = [(one, ledger.totals(one)) for one in ledger.dialogues]
    counted = [
        (one, totals.marks, totals.covered if totals.is_full else "") for one, totals in rows
    ]
    said = "; ".join(
        _("%(dialogue)s: %(spoke)s took the floor, %(covered)s covered")
        % {"dialogue": one.short_title, "spoke": totals.told[0], "covered": totals.told[2]}
        for one, totals in rows
        if totals.covered
    )
    return _chart(
        "coverage",
        _("States recorded, and how; with how many are covered where the list is full"),
        said,
        RECORDED,
        counted,
    )


def chart_of_commitment(commitment, title):
    """The Chart of a Commitment: those committed at the date by what they did."""
    words = [(one, commitment.totals(one)) for one in commitment.ledger.dialogues]
    counted = [(one, numbers, numbers.total()) for one, numbers in words]
    said = "; ".join(
        f"{one.short_title}: " + ", ".join(f"{word.label} {n}" for word, n in numbers.items())
        for one, numbers in words
        if numbers
    )
    return _chart("commitment", title, said, TOLD, counted)


def _chart(key, title, said, kinds, counted):
    """The Chart of (dialogue, how many of each kind, the number over the column)."""
    shown = [kind for kind in kinds if any(numbers[kind] for _one, numbers, _value in counted)]
    return Chart(
        key=key,
        title=title,
        description=f"{said}." if said else _("Nothing is recorded."),
        legend=[LegendItem(STYLES[kind], str(kind.label)) for kind in shown],
        drawing=draw_columns([_column(*one, shown) for one in counted], plot=120),
        header=[_("Year"), _("Dialogue"), *(str(kind.label) for kind in shown)],
        table=[_row(one, numbers, shown) for one, numbers, _value in counted],
    )


def _column(dialogue, numbers, value, kinds):
    parts = [
        Segment(
            STYLES[kind], numbers[kind], f"{dialogue.short_title}, {kind.label}: {numbers[kind]}"
        )
        for kind in kinds
        if numbers[kind]
    ]
    return ChartColumn(short_year(dialogue.year), str(value or ""), tuple(parts))


def _row(dialogue, numbers, kinds):
    counts = [TableCell(str(numbers[kind])) for kind in kinds]
    return [TableCell(str(dialogue.year)), dialogue_cell(dialogue), *counts]
