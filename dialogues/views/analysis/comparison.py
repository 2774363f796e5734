"""States side by side, or a state beside a group."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.comparison import MAX_PARTIES, MIN_PARTIES, compare
from dialogues.charts.comparison import charts_of_parties
from dialogues.exports.analysis.comparison import comparison_table
from dialogues.filters.analysis import ComparisonFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import statements_at
from dialogues.models import Participant
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)


@with_filterset(ComparisonFilter)
def compare_page(request, filterset):
    """Two to four states, or a state and a group, over themes and years."""
    participants, problems = _sides(filterset)
    context = {
        "filterset": filterset,
        "places": _places(participants),
        "problems": problems_of(filterset) + problems,
    }
    if len(participants) >= MIN_PARTIES:
        clock = filterset.clock_now
        context |= _answer(compare(participants, clock), links_by(clock))
        context["files"] = file_links(request, "compare-file")
    return render(request, "dialogues/analysis/comparison.html", context)


@with_filterset(ComparisonFilter)
def compare_file(request, filterset, extension):
    """A comparison as a file."""
    participants, problems = _sides(filterset)
    if problem := rejection(filterset, problems or too_few(participants)):
        return problem
    clock = filterset.clock_now
    table = comparison_table(compare(participants, clock), links_by(clock))
    title = _("Comparison of %s") % ", ".join(map(str, participants))
    return table_response(request, extension, table, title, reverse("compare"), clock.label)


def _answer(compared, links):
    return {
        "compared": compared,
        "sides": [(one, links(one)) for one in compared.sides],
        "charts": charts_of_parties(compared),
        "themes": _by_theme(compared, links),
        "years": _by_year(compared, links),
    }


def links_by(clock):
    """A function that makes the address of the statements of a side, of a theme or year of it."""

    def links(side, **keys):
        who = side.participant
        if not side.is_group:
            return statements_at(speaker=who.slug, **keys)
        return statements_at(group=who.slug, clock=clock.value, **keys)

    return links


def too_few(participants):
    """A sentence that says to choose more, if there are too few to compare."""
    few = _("Choose at least two to compare; one of them at most may be a group.")
    return [few] if len(participants) < MIN_PARTIES else []


def _sides(filterset):
    """(the participants chosen, in that order; problems): one group at most."""
    slugs = filterset.applied_values("side")
    found = {one.slug: one for one in Participant.objects.filter(slug__in=slugs)}
    chosen = [found[slug] for slug in slugs]
    groups = [one for one in chosen if one.kind not in Participant.STATE_KINDS]
    if len(groups) <= 1:
        return chosen, []
    problem = _("One group can be compared with states. %s was left out.")
    left = ", ".join(map(str, groups[1:]))
    return [one for one in chosen if one not in groups[1:]], [problem % left]


def _places(participants):
    """The slug chosen in each of the places of the form; empty text in those that are free."""
    slugs = [one.slug for one in participants]
    return [*slugs, *[""] * (MAX_PARTIES - len(slugs))]


def _by_theme(compared, links):
    """(theme, [(OnTheme, address) of each side]) of each theme."""
    sides = compared.sides
    return [(one, [_cell(side, one, links) for side in sides]) for one in compared.themes]


def _cell(side, theme, links):
    return side.themes.get(theme.pk), links(side, theme=theme.slug)


def _by_year(compared, links):
    return [
        (year, [(side.years[year], links(side, year=year)) for side in compared.sides])
        for year in compared.years
    ]
