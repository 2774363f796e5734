"""The coverage ledger: which states are covered by what was said in which dialogue, and how."""

from dataclasses import replace
from typing import NamedTuple

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.coverage import RECORDED, Mark, coverage
from dialogues.belonging import FormerNames
from dialogues.charts.coverage import chart_of_coverage
from dialogues.clocks import Clock
from dialogues.exports.computed import coverage_table
from dialogues.filters.aliases import address_with_slugs
from dialogues.filters.asked import CoverageFilter
from dialogues.filters.problems import problems_of
from dialogues.models import Participant
from dialogues.views.computed import files_of, refused, table_file
from dialogues.views.pages import page_of


class Covered(NamedTuple):
    """The states of one dialogue with one mark, each with the name of it and by whom or what."""

    mark: Mark
    states: list


class Named(NamedTuple):
    """A state under the name that the clock asks for; `through` says who spoke for it."""

    state: Participant
    name: str
    through: list[Participant]


def coverage_page(request):
    """All states in the dialogues asked for, as a picture and a table; one dialogue in lists."""
    filterset = CoverageFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    page, problems = page_of(filterset.qs.newest_first(), request.GET)
    dialogues = sorted(page.object_list, key=lambda one: (one.held_on, one.slug))
    ledger = coverage(dialogues, group=filterset.group_now, clock=filterset.clock_now)
    context = {
        "filterset": filterset,
        "page": page,
        "ledger": ledger,
        "totals": [(one, ledger.totals(one)) for one in ledger.dialogues],
        "rows": [(one, ledger.row(one)) for one in ledger.states],
        # What the marks mean stands over the table.
        "chart": replace(chart_of_coverage(ledger), legend=[]),
        "covered": covered(ledger, filterset.clock_now) if len(dialogues) == 1 else None,
        "marks": [*RECORDED, Mark.NOTHING, Mark.UNKNOWN, Mark.NOT_MEMBER],
        "files": files_of("/coverage", request),
        "problems": problems_of(filterset) + problems,
    }
    return render(request, "dialogues/coverage.html", context)


def coverage_file(request, extension):
    """The same as a file, of all the dialogues asked for."""
    filterset = CoverageFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    if problem := refused(filterset):
        return problem
    group, clock = filterset.group_now, filterset.clock_now
    ledger = coverage(filterset.qs.oldest_first(), group=group, clock=clock)
    title = _("Coverage of %s") % group if group else _("Coverage of states")
    page = reverse("coverage")
    return table_file(request, extension, coverage_table(ledger), title, page, clock.label)


def covered(ledger, clock):
    """A Covered for each mark that states have in the one dialogue of a ledger."""
    (dialogue,) = ledger.dialogues
    former = FormerNames() if clock == Clock.DATE else None
    lists = {mark: [] for mark in RECORDED}
    for state in ledger.states:
        mark, cell = ledger.mark(dialogue, state), ledger.cell(dialogue, state)
        if mark in lists:
            lists[mark].append(_named(state, cell, dialogue, ledger, clock, former))
    return [Covered(mark, states) for mark, states in lists.items() if states]


def _named(state, cell, dialogue, ledger, clock, former):
    printed = next((one.name_as_printed for one in cell.speeches if one.name_as_printed), "")
    name = former.on(state, dialogue.held_on) if former else state.name
    by = {one.pk: one.participant for one in ledger.speeches}
    through = {by[pk] for pk in cell.through} | cell.groups
    shown = printed if clock == Clock.PRINTED and printed else name
    return Named(state, shown, ledger.memberships.named(through))
