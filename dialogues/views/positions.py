"""Position traces: a state theme by theme, and a theme state by state, over the years."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from dialogues.analytics.positions import positions_of, positions_on
from dialogues.exports.computed import positions_table
from dialogues.models import State, Theme
from dialogues.views.computed import files_of, statements_at, table_file
from dialogues.views.pages import page_of


def state_positions(request, slug):
    """What a state said, theme by theme and year by year."""
    state = get_object_or_404(State, slug=slug)
    traces = positions_of(state)
    return _page(request, state, traces, "state", _of_state(state))


def theme_positions(request, slug):
    """What states said on a theme, year by year."""
    theme = get_object_or_404(Theme, slug=slug)
    traces = positions_on(theme)
    return _page(request, theme, traces, "theme", _on_theme(theme))


def state_positions_file(request, slug, extension):
    """A state's traces as a file."""
    state = get_object_or_404(State, slug=slug)
    table = positions_table(positions_of(state), "theme", _of_state(state))
    title = _("What is recorded of %s, theme by theme") % state
    return table_file(request, extension, table, title, f"{state.get_absolute_url()}positions/")


def theme_positions_file(request, slug, extension):
    """A theme's traces as a file."""
    theme = get_object_or_404(Theme, slug=slug)
    table = positions_table(positions_on(theme), "state", _on_theme(theme))
    title = _("What states said on “%s”") % theme
    return table_file(request, extension, table, title, f"{theme.get_absolute_url()}positions/")


def _of_state(state):
    """A function that makes the address of a state's statements on a theme, in a year or in all."""
    return lambda theme, year=None: statements_at(state=state.slug, theme=theme.slug, year=year)


def _on_theme(theme):
    return lambda state, year=None: statements_at(state=state.slug, theme=theme.slug, year=year)


def _page(request, record, traces, kind, links):
    page, problems = page_of(traces.rows, request.GET)
    rows = [
        (
            trace,
            links(trace.record),
            [
                (year, trace.years.get(year), links(trace.record, year), year in traces.entered)
                for year in traces.years
            ],
        )
        for trace in page
    ]
    context = {
        "record": record,
        "kind": kind,
        "traces": traces,
        "page": page,
        "problems": problems,
        "rows": rows,
        "files": files_of(record.get_absolute_url() + "positions", request),
    }
    return render(request, "dialogues/positions.html", context)
