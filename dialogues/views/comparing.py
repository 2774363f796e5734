"""States side by side, or a state beside a group."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.comparing import FEWEST, compare
from dialogues.analytics.positions import stances_in_words
from dialogues.charts.comparing import charts_of_sides
from dialogues.clocks import Clock
from dialogues.exports.computed import comparison_table
from dialogues.filters.aliases import address_with_slugs
from dialogues.filters.asked import ComparisonFilter
from dialogues.filters.problems import problems_of
from dialogues.models import Participant
from dialogues.views.computed import files_of, refused, statements_at, table_file


def compare_page(request):
    """Two to four states, or a state and a group, over themes and years."""
    filterset = ComparisonFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    participants, problems = _sides(filterset)
    clock = filterset.clock_now
    compared = compare(participants, clock) if len(participants) >= FEWEST else None
    context = {
        "filterset": filterset,
        "compared": compared,
        "places": _places(participants),
        "charts": charts_of_sides(compared) if compared else [],
        "problems": problems_of(filterset) + problems,
        "files": files_of("/compare", request),
    }
    if compared:
        links = links_by(clock)
        context |= {"sides": [(one, links(one)) for one in compared.sides]}
        context |= {"themes": _by_theme(compared, links), "years": _by_year(compared, links)}
    return render(request, "dialogues/compare.html", context)


def compare_file(request, extension):
    """A comparison as a file."""
    filterset = ComparisonFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    participants, problems = _sides(filterset)
    if problem := refused(filterset, problems or too_few(participants)):
        return problem
    table = comparison_table(
        compare(participants, filterset.clock_now), links_by(filterset.clock_now)
    )
    title = _("Comparison of %s") % ", ".join(map(str, participants))
    clock = filterset.clock_now.label
    return table_file(request, extension, table, title, reverse("compare"), clock)


def links_by(clock):
    """A function that makes the address of the statements of a side, of a theme or year of it."""

    def links(side, **keys):
        who = side.participant
        if not side.is_group:
            return statements_at(speaker=who.slug, **keys)
        asked = {} if clock == Clock.EITHER else {"clock": clock.value}
        return statements_at(group=who.slug, **asked, **keys)

    return links


def too_few(participants):
    """A sentence that says to choose more, if there are too few to compare."""
    return [_("Choose at least two to compare.")] if len(participants) < FEWEST else []


def _sides(filterset):
    """(the participants chosen, in that order; problems): one group at most."""
    slugs = filterset.chosen("side")
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
    return [*slugs, *[""] * (4 - len(slugs))]


def _by_theme(compared, links):
    """(theme, [(how many, their stances in words, address)]) of each theme."""
    return [
        (theme, [_said(side, theme, links) for side in compared.sides]) for theme in compared.themes
    ]


def _said(side, theme, links):
    stances = side.themes[theme.pk]
    return stances.total(), stances_in_words(stances), links(side, theme=theme.slug)


def _by_year(compared, links):
    return [
        (year, [(side.years[year], links(side, year=year)) for side in compared.sides])
        for year in compared.years
    ]
