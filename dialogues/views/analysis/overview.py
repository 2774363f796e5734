"""The first page of the analyses."""

from typing import NamedTuple

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.figures import CheckResult, figure_checks
from dialogues.analysis.joint_statements import joint_statements
from dialogues.charts.world_map import map_of_speakers
from dialogues.filters.analysis import groups_with_members
from dialogues.filters.statement_list import StatementList
from dialogues.models import ReportedFigure, State
from dialogues.views.charts import coverage_chart, groups_chart, series_chart


class Analysis(NamedTuple):
    """An analysis, its page, what is seen in it now, and what it answers."""

    label: str
    url: str
    finding: str
    about: str


def analysis(request):
    """Each analysis with what is seen in it now."""
    analyses = [*_of_participation(request.edition), *_of_words(request.edition)]
    return render(request, "dialogues/analysis/index.html", {"analyses": analyses})


def _of_participation(edition):
    """The analyses of who took part."""
    return [
        Analysis(
            _("Who spoke, and for whom"),
            reverse("coverage"),
            coverage_chart(QueryDict(), edition).chart.title,
            _("Every state in every dialogue: it took the floor, or a group spoke for it."),
        ),
        Analysis(
            _("Map of speakers"),
            reverse("map"),
            map_of_speakers(State.objects.with_listing()).title,
            _("In how many dialogues each state is recorded as speaking."),
        ),
        Analysis(
            _("Who spoke for whom"),
            reverse("joint"),
            _("Groups that were spoken for: %s") % len(joint_statements().groups),
            _("The delegations that spoke on behalf of others, by group and dialogue."),
        ),
        Analysis(
            _("Attendance"),
            reverse("series"),
            series_chart(QueryDict(), edition).chart.title,
            _("Who took part every time, how often in a row, for the first time."),
        ),
        Analysis(
            _("Regional groups over the years"),
            reverse("group-list") + "#participation",
            groups_chart(QueryDict(), edition).chart.title,
            _("How many states of each regional group took the floor in each dialogue."),
        ),
        Analysis(
            _("Figures"),
            reverse("figure-list"),
            _checked_figures(),
            _("Numbers reported by sources, checked against this collection."),
        ),
    ]


def _of_words(edition):
    """The analyses of what was said."""
    numbers = StatementList.everything(edition).results.numbers
    with_statements = _("States and observers with statements: %s") % len(numbers["state"])
    return [
        Analysis(
            _("Compare"),
            reverse("compare"),
            with_statements,
            _("What two to four states, or states and the members of a group, said on a theme."),
        ),
        Analysis(
            _("Do members speak?"),
            reverse("commitment"),
            _("Groups with recorded members: %s") % len(groups_with_members(edition)),
            _("Members of a group or supporters of an initiative: who spoke, who did not."),
        ),
        Analysis(
            _("Themes over the years"),
            reverse("theme-years"),
            _("Themes with statements: %s") % len(numbers["theme"]),
            _("Statements on each theme year by year, as small charts of one scale."),
        ),
        Analysis(
            _("Positions"),
            reverse("theme-list"),
            _("Themes with statements: %s") % len(numbers["theme"]),
            _("What states said on a theme, year by year. Choose a theme or a state first."),
        ),
        Analysis(
            _("Briefs"),
            reverse("state-list"),
            with_statements,
            _("A one-page brief on a state, to print. Choose a state first."),
        ),
    ]


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
