"""The figures that sources print, each checked against the record."""

from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.figures import CheckResult, Quantity, figure_checks
from dialogues.exports.analysis.figures import figures_table
from dialogues.filters.analysis import FigureFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import toggling
from dialogues.models import ReportedFigure
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)


class FigureSection(NamedTuple):
    """Quantities under one heading."""

    heading: str
    quantities: list[Quantity]


class ResultLink(NamedTuple):
    """A result, how many figures have it, and the address that adds or removes it as a filter."""

    result: CheckResult
    count: int
    url: str
    is_applied: bool


@with_filterset(FigureFilter)
def figure_list(request, filterset):
    """Figures that can be checked come first, then figures on which sources disagree."""
    quantities = figure_checks(ReportedFigure.objects.public())
    checks = [check for quantity in quantities for check in quantity.checks]
    results = filterset.applied_values("verdict")
    context = {
        "sections": _sections(with_results(quantities, results)),
        "total": len(checks),
        "results": _result_links(checks, filterset),
        "files": file_links(request, "figure-file"),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/analysis/figures.html", context)


@with_filterset(FigureFilter)
def figure_file(request, filterset, extension):
    """The same as a file."""
    if response := rejection(filterset):
        return response
    results = filterset.applied_values("verdict")
    table = figures_table(with_results(figure_checks(filterset.qs), results))
    title = _("Figures that sources print, checked against the record")
    return table_response(request, extension, table, title, reverse("figure-list"))


def with_results(quantities, results):
    """The quantities of which a figure has one of these results; all, if none are given."""
    if not results:
        return quantities
    return [
        quantity
        for quantity in quantities
        if any(check.result in results for check in quantity.checks)
    ]


def _sections(quantities):
    """The sections of the page that are not empty."""
    checked, disputed, unchecked = [], [], []
    for quantity in quantities:
        if quantity.is_checked:
            checked.append(quantity)
        elif quantity.sources_disagree:
            disputed.append(quantity)
        else:
            unchecked.append(quantity)
    sections = [
        FigureSection(_("Checked against the record"), checked),
        FigureSection(_("Sources disagree"), disputed),
        FigureSection(_("Cannot be checked"), unchecked),
    ]
    return [section for section in sections if section.quantities]


def _result_links(checks, filterset):
    """A ResultLink for each result."""
    applied = filterset.applied_values("verdict")
    return [
        ResultLink(
            result,
            sum(check.result == result for check in checks),
            toggling(filterset.data, "verdict", result.value),
            result in applied,
        )
        for result in CheckResult
    ]
