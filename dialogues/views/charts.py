"""The charts that are shown on their own, of request parameters, at an edition."""

from collections.abc import Sequence
from typing import NamedTuple

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.comparison import compare
from dialogues.analysis.coverage import coverage
from dialogues.analysis.dialogue_totals import dialogue_totals
from dialogues.analysis.series import series_attendance
from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.analysis.theme_multiples import theme_multiples
from dialogues.analysis.theme_years import theme_years
from dialogues.analysis.year_grid import year_grid
from dialogues.charts.chart import Chart, SmallMultiples
from dialogues.charts.comparison import chart_of_parties
from dialogues.charts.coverage import chart_of_commitment, chart_of_coverage
from dialogues.charts.dialogues import chart_of_dialogues
from dialogues.charts.series import chart_of_series
from dialogues.charts.speakers_by_group import chart_of_groups
from dialogues.charts.theme_multiples import chart_of_themes
from dialogues.charts.theme_years import chart_of_theme
from dialogues.charts.year_grid import chart_of_year_grid
from dialogues.filters.analysis import (
    CommitmentFilter,
    ComparisonFilter,
    CoverageFilter,
    GroupsFilter,
    MapFilter,
    SeriesFilter,
)
from dialogues.filters.base import LenientFilterSet
from dialogues.models import Dialogue, Organization, State, Theme
from dialogues.views.analysis.commitment import commitment_of, ignored_keys, title_of
from dialogues.views.analysis.comparison import selected_participants, too_few
from dialogues.views.analysis.world_map import map_of


class ShownChart(NamedTuple):
    """A chart, the address of the page that shows it, and its filters, if it has any.

    `problems` are sentences about the filters together; with them there may be no chart.
    """

    chart: Chart | SmallMultiples | None
    page: str
    filterset: LenientFilterSet | None = None
    problems: Sequence[str] = ()


def dialogues_chart(_params, _edition):
    """How many states spoke in each dialogue."""
    dialogues = Dialogue.objects.published().with_listing().oldest_first()
    return ShownChart(chart_of_dialogues(dialogue_totals(dialogues)), reverse("home"))


def groups_chart(params, edition):
    """States that spoke, by dialogue and regional group."""
    filterset = GroupsFilter(params, edition)
    clock = filterset.clock_in_use
    dialogues = Dialogue.objects.published().oldest_first()
    groups, speakers = speakers_by_group(dialogues, edition, clock)
    return ShownChart(chart_of_groups(groups, speakers, clock), reverse("group-list"), filterset)


def state_chart(_params, _edition, slug):
    """What a state did in each dialogue."""
    return _year_grid(State, slug)


def organization_chart(_params, _edition, slug):
    """What an organization did in each dialogue."""
    return _year_grid(Organization, slug)


def theme_chart(_params, edition, slug):
    """How many statements each year has on a theme, and who made them."""
    theme = get_object_or_404(Theme, slug=slug)
    chart = chart_of_theme(theme, theme_years(theme, edition))
    return ShownChart(chart, theme.get_absolute_url())


def coverage_chart(params, edition):
    """What states did in each dialogue."""
    filterset = CoverageFilter(params, edition)
    dialogues = list(filterset.qs.oldest_first())
    ledger = coverage(dialogues, group=filterset.group_now, clock=filterset.clock_in_use)
    return ShownChart(chart_of_coverage(ledger), reverse("coverage"), filterset)


def series_chart(params, edition):
    """How many states are recorded in each dialogue of a series."""
    filterset = SeriesFilter(params, edition)
    series = series_attendance(
        filterset.series_now, filterset.voice_now, filterset.group_now, filterset.clock_in_use
    )
    return ShownChart(chart_of_series(series), reverse("series"), filterset)


def commitment_chart(params, edition):
    """Members of a group or supporters of an initiative, and how many of them spoke."""
    filterset = CommitmentFilter(params, edition)
    commitment = commitment_of(filterset, list(filterset.qs.oldest_first()))
    if not commitment:
        problem = _("Choose a group or an initiative.")
        return ShownChart(None, reverse("commitment"), filterset, [problem])
    chart = chart_of_commitment(commitment, title_of(filterset))
    return ShownChart(chart, reverse("commitment"), filterset, ignored_keys(filterset))


def comparison_chart(params, edition):
    """The statements of two to four states or groups, year by year."""
    filterset = ComparisonFilter(params, edition)
    participants, problems = selected_participants(filterset)
    if problems := problems or too_few(participants):
        return ShownChart(None, reverse("compare"), filterset, problems)
    chart = chart_of_parties(compare(participants, filterset.clock_in_use))
    return ShownChart(chart, reverse("compare"), filterset)


def map_chart(params, edition):
    """States on a map."""
    filterset = MapFilter(params, edition)
    return ShownChart(map_of(filterset), reverse("map"), filterset)


def themes_chart(_params, _edition):
    """The statements on each theme, year by year."""
    return ShownChart(chart_of_themes(theme_multiples()), reverse("theme-years"))


def _year_grid(model, slug):
    participant = get_object_or_404(model, slug=slug)
    chart = chart_of_year_grid(participant, year_grid(participant))
    return ShownChart(chart, participant.get_absolute_url())
