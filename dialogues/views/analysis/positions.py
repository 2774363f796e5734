"""Position traces: a state theme by theme, and a theme state by state, over the years."""

from typing import NamedTuple

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.positions import (
    StancesByYear,
    YearStances,
    positions_of,
    positions_on,
)
from dialogues.exports.analysis.positions import positions_table
from dialogues.filters.analysis import PagesFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import statements_at
from dialogues.models import State, Theme
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)
from dialogues.views.listing import page_of


class Shown(NamedTuple):
    """A trace as a row of the table: where its statements are, and a cell for each year."""

    trace: StancesByYear
    url: str
    years: list["YearCell"]


class YearCell(NamedTuple):
    """What was said in a year, None for nothing; `is_entered`: whether anything of anybody is."""

    year: int
    said: YearStances | None
    url: str
    is_entered: bool


@with_filterset(PagesFilter)
def state_positions(request, filterset, slug):
    """What a state said, theme by theme and year by year."""
    state = get_object_or_404(State, slug=slug)
    context = {
        "heading": _("%s, theme by theme") % state,
        "above": (reverse("state-list"), _("States"), state),
        "what": _("Theme"),
        "problems": problems_of(filterset),
        "files": file_links(request, "state-positions-file", slug),
    }
    return _page(request, positions_of(state), _links(state=slug), context)


@with_filterset(PagesFilter)
def theme_positions(request, filterset, slug):
    """What states said on a theme, year by year."""
    theme = get_object_or_404(Theme, slug=slug)
    context = {
        "heading": _("“%s”, state by state") % theme,
        "above": (reverse("theme-list"), _("Themes"), theme),
        "what": _("State"),
        "problems": problems_of(filterset),
        "files": file_links(request, "theme-positions-file", slug),
    }
    return _page(request, positions_on(theme), _links(theme=slug), context)


@with_filterset(PagesFilter)
def state_positions_file(request, filterset, slug, extension):
    """A state's traces as a file."""
    if problem := rejection(filterset):
        return problem
    state = get_object_or_404(State, slug=slug)
    table = positions_table(positions_of(state), _links(state=slug))
    title = _("What is recorded of %s, theme by theme") % state
    return table_response(request, extension, table, title, reverse("state-positions", args=[slug]))


@with_filterset(PagesFilter)
def theme_positions_file(request, filterset, slug, extension):
    """A theme's traces as a file."""
    if problem := rejection(filterset):
        return problem
    theme = get_object_or_404(Theme, slug=slug)
    table = positions_table(positions_on(theme), _links(theme=slug))
    title = _("What states said on “%s”") % theme
    return table_response(request, extension, table, title, reverse("theme-positions", args=[slug]))


def _links(**of):
    """A function that makes the address of a trace's statements, in a year or in all."""
    key = "theme" if "state" in of else "state"

    def links(trace, year=None):
        return statements_at(**of, **{key: trace.record.slug}, year=year)

    return links


def _page(request, traces, links, context):
    page, problems = page_of(traces.rows, request.GET)
    rows = [Shown(one, links(one), _years(one, traces, links)) for one in page]
    problems = context["problems"] + problems
    context |= {"traces": traces, "rows": rows, "page": page, "problems": problems}
    return render(request, "dialogues/analysis/positions.html", context)


def _years(trace, traces, links):
    return [
        YearCell(year, trace.years.get(year), links(trace, year), year in traces.entered)
        for year in traces.years
    ]
