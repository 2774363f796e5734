"""What sources count, beside what the collection records of the same."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.figures import CheckResult, figure_checks
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


@with_filterset(FigureFilter)
def figure_list(request, filterset):
    """The claims ledger: what can be checked comes first, then what sources disagree on."""
    quantities = figure_checks(ReportedFigure.objects.public())
    said = [claim for one in quantities for claim in one.checks]
    context = {
        "parts": _parts(with_verdicts(quantities, filterset.applied_values("verdict"))),
        "total": len(said),
        "verdicts": _verdicts(said, filterset),
        "files": file_links(request, "figure-file"),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/analysis/figures.html", context)


@with_filterset(FigureFilter)
def figure_file(request, filterset, extension):
    """The claims ledger as a file."""
    if problem := rejection(filterset):
        return problem
    quantities = with_verdicts(figure_checks(filterset.qs), filterset.applied_values("verdict"))
    title = _("Figures that sources print, beside the record")
    return table_response(
        request, extension, figures_table(quantities), title, reverse("figure-list")
    )


def with_verdicts(quantities, verdicts):
    """Those of which a claim has one of these verdicts; all, if none are given."""
    if not verdicts:
        return quantities
    return [one for one in quantities if any(claim.verdict in verdicts for claim in one.checks)]


def _parts(quantities):
    """(heading, the quantities under it) of each part of the ledger that has any."""
    checked = [one for one in quantities if one.is_checked]
    disputed = [one for one in quantities if one.disagree and not one.is_checked]
    parts = [
        (_("Checked against the record"), checked),
        (_("Sources disagree"), disputed),
        (
            _("Cannot be checked"),
            [one for one in quantities if not one.is_checked and not one.disagree],
        ),
    ]
    return [part for part in parts if part[1]]


def _verdicts(said, filterset):
    """(verdict, how many claims, address, whether it is chosen) of each verdict."""
    chosen = filterset.applied_values("verdict")
    return [
        (
            one,
            sum(claim.verdict == one for claim in said),
            toggling(filterset.data, "verdict", one.value),
            one in chosen,
        )
        for one in CheckResult
    ]
