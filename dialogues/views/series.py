"""Streaks and firsts: who took part in which dialogues of a series."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.series import Voice, streaks
from dialogues.charts.series import chart_of_series
from dialogues.exports.computed import series_table
from dialogues.filters.aliases import address_with_slugs
from dialogues.filters.asked import SeriesFilter
from dialogues.filters.problems import problems_of
from dialogues.views.computed import files_of, refused, table_file


def series_page(request):
    """A series: the states recorded in it most often come first."""
    filterset = SeriesFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    series = _series(filterset)
    context = {
        "filterset": filterset,
        "series": series,
        "recorded": [one for one in series.attendances if one.recorded],
        "chart": chart_of_series(series),
        "files": files_of("/series", request),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/series.html", context)


def series_file(request, extension):
    """The same as a file, with the states that are recorded in none."""
    filterset = SeriesFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    if problem := refused(filterset):
        return problem
    series = _series(filterset)
    title = _("Who took part in the series %s") % filterset.series_now
    clock = filterset.clock_now.label
    return table_file(request, extension, series_table(series), title, reverse("series"), clock)


def _series(filterset):
    voice = Voice(filterset.one("voice") or Voice.OWN)
    return streaks(filterset.series_now, voice, filterset.group_now, filterset.clock_now)
