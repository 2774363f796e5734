"""Attendance: who took part in which dialogues of a series."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.series import series_attendance
from dialogues.charts.series import chart_of_series
from dialogues.exports.analysis.series import series_table
from dialogues.filters.analysis import SeriesFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
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
        "recorded": [attendance for attendance in series.states if attendance.recorded],
        "chart": chart_of_series(series),
        "files": file_links(request, "series-file"),
        "query": address_of(request.GET).removesuffix("?"),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/analysis/series.html", context)


@with_filterset(SeriesFilter)
def series_file(request, filterset, extension):
    """The same as a file, with the states that are recorded in no dialogue."""
    if response := rejection(filterset):
        return response
    table, clock = series_table(_series(filterset)), filterset.clock_in_use.label
    title = _("Who took part in the series %s") % filterset.series_now
    return table_response(request, extension, table, title, reverse("series"), clock)


def _series(filterset):
    """The SeriesAttendance of a query."""
    return series_attendance(
        filterset.series_now, filterset.voice_now, filterset.group_now, filterset.clock_in_use
    )
