"""A chart on its own: its numbers, and its drawing as SVG and PNG.

Each `…_chart` function returns a ShownChart of request parameters, at an edition.
"""

from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dialogues.analysis.coverage import coverage
from dialogues.analysis.dialogue_totals import dialogue_totals
from dialogues.analysis.series import series_attendance
from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.analysis.theme_years import theme_years
from dialogues.analysis.year_grid import year_grid
from dialogues.charts.chart import Chart
from dialogues.charts.coverage import chart_of_coverage
from dialogues.charts.dialogues import chart_of_dialogues
from dialogues.charts.series import chart_of_series
from dialogues.charts.speakers_by_group import chart_of_groups
from dialogues.charts.theme_years import chart_of_theme
from dialogues.charts.year_grid import chart_of_year_grid
from dialogues.exports.formats import CSV, table_to_csv
from dialogues.filters.analysis import CoverageFilter, GroupsFilter, SeriesFilter
from dialogues.filters.base import LenientFilterSet
from dialogues.filters.querystring import address_of
from dialogues.models import (
    Dialogue,
    Organization,
    State,
    Theme,
)
from dialogues.pictures.charts import PNG_WIDTH, svg_of
from dialogues.pictures.png import png_of
from dialogues.views.analysis.base import rejection

PNG, SVG = "image/png", "image/svg+xml"


class ShownChart(NamedTuple):
    """A chart, the address of the page that shows it, and its filters, if it has any."""

    chart: Chart
    page: str
    filterset: LenientFilterSet | None = None


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


def _year_grid(model, slug):
    participant = get_object_or_404(model, slug=slug)
    chart = chart_of_year_grid(participant, year_grid(participant))
    return ShownChart(chart, participant.get_absolute_url())


def chart_file(request, chart, extension, **kwargs):
    """The numbers or the drawing of a chart, a function above; 400 for a wrong filter."""
    shown = chart(request.GET, request.edition, **kwargs)
    if shown.filterset and (response := rejection(shown.filterset)):
        return response
    if extension == "csv":
        return _as_csv(shown.chart)
    svg = svg_of(shown.chart, source_of(request, shown))
    content, content_type = (png_of(svg, PNG_WIDTH), PNG) if extension == "png" else (svg, SVG)
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{_file_name(shown.chart)}.{extension}"'
    return response


def page_of(request, shown):
    """The address of the page that shows a chart, with the query only if the chart has filters."""
    query = address_of(request.GET).removesuffix("?") if shown.filterset else ""
    return shown.page + query


def source_of(request, shown):
    """The line below a drawing: the edition, and the page that shows it with its table."""
    values = {
        "edition": request.edition.partition(" ")[0],
        "address": request.build_absolute_uri(page_of(request, shown)),
    }
    line = _("Source: R2P Dialogues, edition %(edition)s, from the documents named at %(address)s")
    return line % values


def _as_csv(chart):
    rows = [chart.header, *([cell.text for cell in row] for row in chart.table)]
    response = HttpResponse(b"".join(table_to_csv(rows)), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{_file_name(chart)}.csv"'
    return response


def _file_name(chart):
    return slugify(chart.name)[:100] or chart.key
