"""Streaks and firsts: who took part in which dialogues of a series."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.series import series_attendance
from dialogues.charts.series import chart_of_series
from dialogues.exports.analysis.series import series_table
from dialogues.filters.analysis import SeriesFilter
from dialogues.filters.problems import problems_of
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)


@with_filterset(SeriesFilter)
def series_page(request, filterset):
    """A series: the states recorded in it most often come first."""
    series = _series(filterset)
    context = {
        "filterset": filterset,
        "series": series,
        "recorded": [one for one in series.attendances if one.recorded],
        "chart": chart_of_series(series),
        "files": file_links(request, "series-file"),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/analysis/series.html", context)


@with_filterset(SeriesFilter)
def series_file(request, filterset, extension):
    """The same as a file, with the states that are recorded in none."""
    if problem := rejection(filterset):
        return problem
    table, clock = series_table(_series(filterset)), filterset.clock_now.label
    title = _("Who took part in the series %s") % filterset.series_now
    return table_response(request, extension, table, title, reverse("series"), clock)


def _series(filterset):
    group, clock = filterset.group_now, filterset.clock_now
    return series_attendance(filterset.series_now, filterset.voice_now, group, clock)
