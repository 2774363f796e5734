"""What sources count, beside what the collection records of the same."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.claims import Verdict, claims
from dialogues.exports.computed import claims_table
from dialogues.filters.asked import ClaimFilter
from dialogues.filters.links import toggling
from dialogues.filters.problems import problems_of
from dialogues.models import ReportedFigure
from dialogues.views.computed import files_of, refused, table_file


def figure_list(request):
    """The claims ledger: every reported figure, the newest dialogue first."""
    filterset = ClaimFilter(request.GET)
    asked = claims(ReportedFigure.objects.public())
    said = [claim for question in asked for claim in question.claims]
    context = {
        "asked": with_verdicts(asked, filterset.chosen("verdict")),
        "total": len(said),
        "verdicts": _verdicts(said, filterset),
        "disagree": sum(question.disagree for question in asked),
        "files": files_of("/figures", request),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/figure_list.html", context)


def figure_file(request, extension):
    """The claims ledger as a file."""
    filterset = ClaimFilter(request.GET)
    if problem := refused(filterset):
        return problem
    asked = with_verdicts(claims(ReportedFigure.objects.public()), filterset.chosen("verdict"))
    title = _("Figures that sources print, beside the record")
    return table_file(request, extension, claims_table(asked), title, reverse("figure-list"))


def with_verdicts(asked, verdicts):
    """Those questions of which a claim has one of these verdicts; all, if none are given."""
    if not verdicts:
        return asked
    return [one for one in asked if any(claim.verdict in verdicts for claim in one.claims)]


def _verdicts(said, filterset):
    """(verdict, how many claims, address, whether it is chosen) of each verdict."""
    chosen = filterset.chosen("verdict")
    return [
        (
            one,
            sum(claim.verdict == one for claim in said),
            toggling(filterset.data, "verdict", one.value),
            one in chosen,
        )
        for one in Verdict
    ]
