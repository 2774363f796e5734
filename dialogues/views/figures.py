"""What sources count, beside what the collection records of the same."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.claims import Verdict, claims
from dialogues.exports.computed import claims_table
from dialogues.models import ReportedFigure
from dialogues.views.computed import files_of, table_file


def figure_list(request):
    """The claims ledger: every reported figure, the newest dialogue first."""
    asked = claims(ReportedFigure.objects.public())
    said = [claim for question in asked for claim in question.claims]
    verdicts = [(one, sum(claim.verdict == one for claim in said)) for one in Verdict]
    context = {
        "asked": asked,
        "total": len(said),
        "verdicts": verdicts,
        "disagree": sum(question.disagree for question in asked),
        "files": files_of("/figures", request),
    }
    return render(request, "dialogues/figure_list.html", context)


def figure_file(request, extension):
    """The claims ledger as a file."""
    table = claims_table(claims(ReportedFigure.objects.public()))
    title = _("Figures that sources print, beside the record")
    return table_file(request, extension, table, title, reverse("figure-list"))
