"""The coverage ledger: which states are covered by what was said in which dialogue, and how."""

from dataclasses import replace
from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.coverage import (
    RECORDED,
    CoverageStatus,
    CoverageTotals,
    coverage,
)
from dialogues.analysis.coverage_lists import coverage_lists
from dialogues.charts.coverage import chart_of_coverage
from dialogues.choices import Clock
from dialogues.exports.analysis.coverage import coverage_table
from dialogues.filters.analysis import CoverageFilter
from dialogues.filters.querystring import address_of
from dialogues.models import Dialogue, ReportedFigure
from dialogues.views.analysis.base import (
    file_links,
    page_of_dialogues,
    rejection,
    table_response,
    with_filterset,
)

LEGEND = (
    *RECORDED,
    CoverageStatus.NOTHING,
    CoverageStatus.UNKNOWN,
    CoverageStatus.NOT_MEMBER,
    CoverageStatus.OUTSIDE,
)


class Shown(NamedTuple):
    """A dialogue as a column of the ledger: what it adds up to, and the page of it alone."""

    dialogue: Dialogue
    totals: CoverageTotals
    url: str


@with_filterset(CoverageFilter)
def coverage_page(request, filterset):
    """All states in the dialogues asked for, as a picture and a table; one dialogue in lists."""
    page, dialogues, problems = page_of_dialogues(request, filterset)
    group = filterset.group_now
    ledger = coverage(dialogues, group=group, clock=filterset.clock_now)
    context = {
        "filterset": filterset,
        "page": page,
        "ledger": ledger,
        "is_known_in_part": group and not _is_whole(ledger, group, filterset.clock_now),
        "files": file_links(request, "coverage-file"),
        "problems": problems,
    }
    answer = _one(ledger, filterset) if len(dialogues) == 1 else _several(ledger, request)
    return render(request, "dialogues/analysis/coverage.html", context | answer)


@with_filterset(CoverageFilter)
def coverage_file(request, filterset, extension):
    """The same as a file, of all the dialogues asked for."""
    if problem := rejection(filterset):
        return problem
    group, clock = filterset.group_now, filterset.clock_now
    ledger = coverage(filterset.qs.oldest_first(), group=group, clock=clock)
    title = _("Coverage of %s") % group if group else _("Coverage of states")
    page = reverse("coverage")
    return table_response(request, extension, coverage_table(ledger), title, page, clock.label)


def _printed_coverage(dialogue):
    """The numbers of states covered by a dialogue that sources print."""
    figures = dialogue.figures.filter(measure=ReportedFigure.Measure.COVERAGE)
    return figures.select_related("source").in_order()


def _is_whole(ledger, group, clock):
    """Whether all members of a group are known, in each of the dialogues; by print they all are."""
    if clock == Clock.PRINTED:
        return True
    days = [clock.day(one.held_on) for one in ledger.dialogues]
    return ledger.memberships.is_whole(group.pk, *days)


def _one(ledger, filterset):
    """What is shown of one dialogue: its states, listed by mark."""
    (dialogue,) = ledger.dialogues
    return {
        "dialogue": dialogue,
        "totals": ledger.totals(dialogue),
        "covered": coverage_lists(ledger, dialogue, filterset.clock_now),
        "groups_not_known": ledger.groups_not_known(dialogue),
        "printed": _printed_coverage(dialogue),
        "notes": dialogue.notes.all(),
    }


def _several(ledger, request):
    """What is shown of several: a chart, and those of which anything is known as a table."""
    told = [one for one in ledger.dialogues if ledger.has_records(one)]
    alone = {one: address_of(request.GET, without=["year"], dialogue=one.slug) for one in told}
    return {
        # What the marks mean stands over the table.
        "chart": replace(chart_of_coverage(ledger), legend=[]),
        "shown": [Shown(one, ledger.totals(one), alone[one]) for one in told],
        "rows": [(one, [ledger.mark(at, one) for at in told]) for one in ledger.states],
        "not_told": [one for one in ledger.dialogues if one not in told],
        "full": [one for one in ledger.dialogues if one.has_full_list],
        "marks": LEGEND,
    }
