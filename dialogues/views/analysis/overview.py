"""The first page of the analyses."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from dialogues.analysis.figures import CheckResult, figure_checks
from dialogues.analysis.joint_statements import joint_statements
from dialogues.filters.analysis import groups_with_members
from dialogues.filters.statement_list import StatementList
from dialogues.models import ReportedFigure
from dialogues.views.charts import coverage_chart, groups_chart, series_chart


def analysis(request):
    """Each analysis with the question it answers, and what is seen in it now."""
    numbers = StatementList.everything(request.edition).results.numbers
    states, themes = len(numbers["state"]), len(numbers["theme"])
    groups = len(groups_with_members(request.edition))
    findings = {
        "coverage": coverage_chart(request).chart.title,
        "series": series_chart(request).chart.title,
        "groups": groups_chart(request).chart.title,
        "joint": _("Groups that were spoken for: %s") % len(joint_statements().groups),
        "figures": _checked_figures(),
        "comparison": _("States and observers with statements: %s") % states,
        "commitment": _("Groups with recorded members: %s") % groups,
        "positions": _("Themes with statements: %s") % themes,
        "briefs": _("States and observers with statements: %s") % states,
    }
    return render(request, "dialogues/analysis/index.html", {"findings": findings})


def _checked_figures():
    """How many reported figures can be checked, and how many of these match."""
    quantities = figure_checks(ReportedFigure.objects.public())
    results = [check.result for quantity in quantities for check in quantity.checks]
    checked = [result for result in results if result != CheckResult.UNCHECKED]
    values = {
        "all": len(results),
        "checked": len(checked),
        "matching": checked.count(CheckResult.AGREES),
    }
    return _("Of %(all)s figures, %(checked)s can be checked: %(matching)s match") % values
