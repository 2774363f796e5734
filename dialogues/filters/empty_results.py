"""What to offer where a choice of filters finds nothing."""

from dataclasses import dataclass

from django.http import QueryDict

from dialogues.filters.applied import AppliedFilter, applied_filters
from dialogues.filters.results import StatementResults
from dialogues.models import ReportedFigure, Theme

MOST_OFFERS = 6


@dataclass(frozen=True)
class Wider:
    """The same list without one of its filters, and how many statements it has."""

    chosen: AppliedFilter
    count: int


def wider_lists(filterset):
    """A Wider for each applied filter whose removal finds something, most first."""
    chosen = applied_filters(filterset)[:MOST_OFFERS]
    offers = [Wider(one, _count(filterset, one.url)) for one in chosen]
    return sorted((one for one in offers if one.count), key=lambda one: -one.count)


def _count(filterset, url):
    """How many statements the list at this address has."""
    other = type(filterset)(QueryDict(url.removeprefix("?")), filterset.edition)
    return len(StatementResults(other))


def counted_on_themes(filterset):
    """Figures that sources print on the chosen themes, in the chosen years or in any."""
    themes = Theme.objects.within(filterset.applied_values("theme"))
    figures = ReportedFigure.objects.public().filter(theme__in=themes)
    if years := filterset.applied_values("year"):
        figures = figures.filter(dialogue__year__in=years)
    return figures.with_listing().in_order()
