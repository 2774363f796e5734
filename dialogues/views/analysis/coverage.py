"""The coverage ledger: who spoke in which dialogue, and for whom."""

from enum import Enum, auto
from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.coverage import CoverageTotals, coverage
from dialogues.analysis.coverage_lists import coverage_lists
from dialogues.analysis.coverage_status import RECORDED, CoverageStatus
from dialogues.charts.coverage import chart_of_coverage
from dialogues.choices import Clock, FigureMeasure
from dialogues.exports.analysis.coverage import coverage_table
from dialogues.filters.analysis import CoverageFilter
from dialogues.filters.querystring import address_of
from dialogues.models import Dialogue, Participant
from dialogues.views.analysis.base import (
    file_links,
    page_of_dialogues,
    rejection,
    table_response,
    with_filterset,
)

RECORDED_STATUSES = frozenset(RECORDED)
LEGEND = (
    *RECORDED,
    CoverageStatus.NOTHING,
    CoverageStatus.UNKNOWN,
    CoverageStatus.NOT_MEMBER,
    CoverageStatus.OUTSIDE,
)


class RecordedExtent(Enum):
    """Whether anything is recorded of a state, or only of its groups."""

    ITSELF = auto()
    BY_GROUP = auto()
    NOT = auto()


class LedgerColumn(NamedTuple):
    """A dialogue as a column of the ledger: its totals, and the address of it alone."""

    dialogue: Dialogue
    totals: CoverageTotals
    url: str


class LedgerRow(NamedTuple):
    """A state as a row of the ledger, with its status in each dialogue shown."""

    state: Participant
    statuses: list[CoverageStatus]


@with_filterset(CoverageFilter)
def coverage_page(request, filterset):
    """Several dialogues as a chart and a table; one dialogue as lists of states."""
    page, dialogues, problems = page_of_dialogues(request, filterset)
    group = filterset.group_now
    ledger = coverage(dialogues, group=group, clock=filterset.clock_in_use)
    context = {
        "filterset": filterset,
        "page": page,
        "ledger": ledger,
        "is_known_in_part": group and not _is_whole(ledger, group, filterset.clock_in_use),
        "files": file_links(request, "coverage-file"),
        "query": address_of(request.GET).removesuffix("?"),
        "problems": problems,
    }
    is_single = len(dialogues) == 1
    details = _lists(ledger, filterset) if is_single else _table(ledger, request)
    return render(request, "dialogues/analysis/coverage.html", context | details)


@with_filterset(CoverageFilter)
def coverage_file(request, filterset, extension):
    """The same as a file, of all dialogues of the query."""
    if response := rejection(filterset):
        return response
    group, clock = filterset.group_now, filterset.clock_in_use
    ledger = coverage(filterset.qs.oldest_first(), group=group, clock=clock)
    title = _("Coverage of %s") % group if group else _("Coverage of states")
    table, page = coverage_table(ledger), reverse("coverage")
    return table_response(request, extension, table, title, page, clock.label)


def _printed_coverage(dialogue):
    """The numbers of states covered by a dialogue, as sources print them."""
    figures = dialogue.figures.filter(measure=FigureMeasure.COVERAGE)
    return figures.select_related("source").in_order()


def _is_whole(ledger, group, clock):
    """Whether all members of a group are known on the day of each dialogue.

    Members as printed are always known.
    """
    if clock == Clock.PRINTED:
        return True
    days = [clock.day(dialogue.held_on) for dialogue in ledger.dialogues]
    return ledger.memberships.is_whole(group.pk, *days)


def _lists(ledger, filterset):
    """The states of a single dialogue, in one list for each status."""
    (dialogue,) = ledger.dialogues
    return {
        "dialogue": dialogue,
        "totals": ledger.totals(dialogue),
        "coverage_lists": coverage_lists(ledger, dialogue, filterset.clock_in_use),
        "incomplete_groups": ledger.incomplete_groups(dialogue),
        "printed": _printed_coverage(dialogue),
        "notes": dialogue.notes.all(),
    }


def _table(ledger, request):
    """A chart of all dialogues, and a table of states and dialogues with anything recorded."""
    shown = [dialogue for dialogue in ledger.dialogues if ledger.has_records(dialogue)]
    by_extent = {extent: [] for extent in RecordedExtent}
    for state in ledger.states:
        row = LedgerRow(state, [ledger.status(dialogue, state) for dialogue in shown])
        by_extent[_extent_of(row)].append(row)
    return {
        "chart": chart_of_coverage(ledger),
        "columns": [
            LedgerColumn(dialogue, ledger.totals(dialogue), _address_alone(dialogue, request))
            for dialogue in shown
        ],
        "rows": by_extent[RecordedExtent.ITSELF],
        "group_rows": by_extent[RecordedExtent.BY_GROUP],
        "unrecorded": [row.state for row in by_extent[RecordedExtent.NOT]],
        "not_shown": [dialogue for dialogue in ledger.dialogues if dialogue not in shown],
        "full": [dialogue for dialogue in ledger.dialogues if dialogue.has_full_list],
        "legend": LEGEND,
    }


def _extent_of(row):
    """The RecordedExtent of a LedgerRow."""
    recorded = RECORDED_STATUSES.intersection(row.statuses)
    if not recorded:
        return RecordedExtent.NOT
    return RecordedExtent.BY_GROUP if recorded == {CoverageStatus.MEMBER} else RecordedExtent.ITSELF


def _address_alone(dialogue, request):
    """The address of this query for one dialogue."""
    return address_of(request.GET, without=["year"], dialogue=dialogue.slug)
