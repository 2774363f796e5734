"""The numbers of a chart as a file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from dialogues.analysis.dialogue_totals import dialogue_totals
from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.analysis.theme_years import theme_years
from dialogues.analysis.year_grid import year_grid
from dialogues.charts.dialogues import chart_of_dialogues
from dialogues.charts.speakers_by_group import chart_of_groups
from dialogues.charts.theme_years import chart_of_theme
from dialogues.charts.year_grid import chart_of_year_grid
from dialogues.exports.formats import CSV, table_to_csv
from dialogues.filters.analysis import GroupsFilter
from dialogues.models import (
    Dialogue,
    Organization,
    State,
    Theme,
)
from dialogues.views.analysis.base import rejection


def dialogues_csv(request):
    """How many states spoke in each dialogue."""
    dialogues = Dialogue.objects.published().with_listing().oldest_first()
    return _csv_response(chart_of_dialogues(dialogue_totals(dialogues)))


def groups_csv(request):
    """States that spoke, by dialogue and regional group."""
    filterset = GroupsFilter(request.GET, request.edition)
    if response := rejection(filterset):
        return response
    clock = filterset.clock_in_use
    dialogues = Dialogue.objects.published().oldest_first()
    groups, speakers = speakers_by_group(dialogues, request.edition, clock)
    return _csv_response(chart_of_groups(groups, speakers, clock))


def state_csv(request, slug):
    """What a state did in each dialogue."""
    return _year_grid_csv(State, slug)


def organization_csv(request, slug):
    """What an organization did in each dialogue."""
    return _year_grid_csv(Organization, slug)


def theme_csv(request, slug):
    """How many statements each year has on a theme, and who made them."""
    theme = get_object_or_404(Theme, slug=slug)
    return _csv_response(chart_of_theme(theme, theme_years(theme, request.edition)))


def _year_grid_csv(model, slug):
    participant = get_object_or_404(model, slug=slug)
    return _csv_response(chart_of_year_grid(participant, year_grid(participant)))


def _csv_response(chart):
    rows = [chart.header, *([cell.text for cell in row] for row in chart.table)]
    response = HttpResponse(b"".join(table_to_csv(rows)), content_type=CSV)
    name = slugify(chart.title)[:100] or chart.key
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
