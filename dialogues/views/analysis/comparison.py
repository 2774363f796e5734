"""States compared with each other, or with the members of a group."""

from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.comparison import (
    MAX_PARTIES,
    MIN_PARTIES,
    ComparedParty,
    ThemeCounts,
    compare,
)
from dialogues.charts.comparison import chart_of_parties
from dialogues.exports.analysis.comparison import comparison_table
from dialogues.filters.analysis import ComparisonFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of, statements_at
from dialogues.models import Participant, Statement, Theme
from dialogues.views.analysis.base import (
    file_links,
    rejection,
    table_response,
    with_filterset,
)

MAX_SHARED = 12  # themes


class LinkedParty(NamedTuple):
    """A party, and the address of its statements."""

    party: ComparedParty
    url: str


class CountCell(NamedTuple):
    """What a party has on a theme or in a year, and the address of those statements."""

    counts: ThemeCounts | int | None
    url: str


class SharedTheme(NamedTuple):
    """A theme on which several parties have statements, with (party, its latest ones) of each."""

    theme: Theme
    statements: list[tuple[ComparedParty, list[Statement]]]


class ComparisonRow(NamedTuple):
    """A theme or a year, with a CountCell for each party."""

    heading: Theme | int
    cells: list[CountCell]


@with_filterset(ComparisonFilter)
def compare_page(request, filterset):
    """Two to four states, or states and one group, by theme and year."""
    participants, problems = selected_participants(filterset)
    context = {
        "filterset": filterset,
        "places": _places(participants),
        "problems": problems_of(filterset) + problems,
        "query": address_of(request.GET).removesuffix("?"),
    }
    if len(participants) >= MIN_PARTIES:
        clock = filterset.clock_in_use
        context |= _tables(compare(participants, clock), links_by(clock))
        context["files"] = file_links(request, "compare-file")
    return render(request, "dialogues/analysis/comparison.html", context)


@with_filterset(ComparisonFilter)
def compare_file(request, filterset, extension):
    """A comparison as a file."""
    participants, problems = selected_participants(filterset)
    if response := rejection(filterset, problems or too_few(participants)):
        return response
    clock = filterset.clock_in_use
    table = comparison_table(compare(participants, clock), links_by(clock))
    title = _("Comparison of %s") % ", ".join(map(str, participants))
    return table_response(request, extension, table, title, reverse("compare"), clock.label)


def links_by(clock):
    """A function that returns the address of the statements of a party, on a theme or in a year."""

    def link(party, **keys):
        slug = party.participant.slug
        if not party.is_group:
            return statements_at(speaker=slug, **keys)
        return statements_at(group=slug, clock=clock.value, **keys)

    return link


def too_few(participants):
    """A sentence that asks for more participants, if there are too few to compare."""
    problem = _("Choose at least two to compare; one of them at most may be a group.")
    return [problem] if len(participants) < MIN_PARTIES else []


def selected_participants(filterset):
    """(the selected participants in their order, problems). At most one is a group."""
    slugs = filterset.applied_values("side")
    by_slug = Participant.objects.filter(slug__in=slugs).in_bulk(field_name="slug")
    selected = [by_slug[slug] for slug in slugs]
    groups = [each for each in selected if each.kind not in Participant.STATE_KINDS]
    if len(groups) <= 1:
        return selected, []
    ignored = groups[1:]
    problem = _("One group can be compared with states. %s was left out.")
    problem %= ", ".join(map(str, ignored))
    return [each for each in selected if each not in ignored], [problem]


def _places(participants):
    """The slug selected in each place of the form; empty text in a free place."""
    slugs = [participant.slug for participant in participants]
    return [*slugs, *[""] * (MAX_PARTIES - len(slugs))]


def _shared(comparison):
    """A SharedTheme for each of the first shared themes."""
    themes = comparison.shared_themes()[:MAX_SHARED]
    keys = {
        (party.participant, theme): party.themes[theme.pk].latest
        for party in comparison.parties
        for theme in themes
        if theme.pk in party.themes
    }
    statements = Statement.objects.with_speaker().in_bulk(
        {pk for pks in keys.values() for pk in pks}
    )
    return [
        SharedTheme(
            theme,
            [
                (party, [statements[pk] for pk in keys.get((party.participant, theme), [])])
                for party in comparison.parties
            ],
        )
        for theme in themes
    ]


def _tables(comparison, link):
    parties = comparison.parties
    return {
        "comparison": comparison,
        "parties": [LinkedParty(party, link(party)) for party in parties],
        "shared": _shared(comparison),
        "chart": chart_of_parties(comparison),
        "themes": [
            ComparisonRow(
                theme,
                [
                    CountCell(party.themes.get(theme.pk), link(party, theme=theme.slug))
                    for party in parties
                ],
            )
            for theme in comparison.themes
        ],
        "years": [
            ComparisonRow(
                year, [CountCell(party.years[year], link(party, year=year)) for party in parties]
            )
            for year in comparison.years
        ],
    }
