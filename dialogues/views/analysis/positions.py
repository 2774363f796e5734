"""Positions by theme and year: a state theme by theme, and a theme state by state."""

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
from dialogues.filters.pagination import page_of
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import statements_at
from dialogues.models import State, Theme
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)


class YearCell(NamedTuple):
    """The statements of a year, None if there are none, and their address.

    `is_entered` says whether any statement of that year is entered, by any speaker.
    """

    year: int
    stances: YearStances | None
    url: str
    is_entered: bool


class StancesRow(NamedTuple):
    """A row of the table: a state or a theme, the address of its statements, a cell a year."""

    by_year: StancesByYear
    url: str
    cells: list[YearCell]


class Breadcrumb(NamedTuple):
    """The list that a record is in."""

    url: str
    label: str


@with_filterset(PagesFilter)
def state_positions(request, filterset, slug):
    """What a state said, theme by theme and year by year."""
    state = get_object_or_404(State, slug=slug)
    context = {
        "heading": _("%s, theme by theme") % state,
        "parent": Breadcrumb(reverse("state-list"), _("States")),
        "record": state,
        "row_heading": _("Theme"),
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
        "parent": Breadcrumb(reverse("theme-list"), _("Themes")),
        "record": theme,
        "row_heading": _("State"),
        "problems": problems_of(filterset),
        "files": file_links(request, "theme-positions-file", slug),
    }
    return _page(request, positions_on(theme), _links(theme=slug), context)


@with_filterset(PagesFilter)
def state_positions_file(request, filterset, slug, extension):
    """The positions of a state as a file."""
    if response := rejection(filterset):
        return response
    state = get_object_or_404(State, slug=slug)
    table = positions_table(positions_of(state), _links(state=slug))
    title = _("What is recorded of %s, theme by theme") % state
    return table_response(request, extension, table, title, reverse("state-positions", args=[slug]))


@with_filterset(PagesFilter)
def theme_positions_file(request, filterset, slug, extension):
    """The positions on a theme as a file."""
    if response := rejection(filterset):
        return response
    theme = get_object_or_404(Theme, slug=slug)
    table = positions_table(positions_on(theme), _links(theme=slug))
    title = _("What states said on “%s”") % theme
    return table_response(request, extension, table, title, reverse("theme-positions", args=[slug]))


def _links(**page):
    """A function that returns the address of the statements of a row, in a year or in all."""
    key = "theme" if "state" in page else "state"

    def link(by_year, year=None):
        return statements_at(**page, **{key: by_year.record.slug}, year=year)

    return link


def _page(request, positions, link, context):
    page = page_of(positions.rows, request.GET)
    rows = [StancesRow(row, link(row), _cells(row, positions, link)) for row in page]
    context |= {
        "positions": positions,
        "rows": rows,
        "page": page,
        "problems": context["problems"] + page.problems,
    }
    return render(request, "dialogues/analysis/positions.html", context)


def _cells(row, positions, link):
    """A YearCell for each year of the table."""
    return [
        YearCell(year, row.years.get(year), link(row, year), year in positions.entered)
        for year in positions.years
    ]
