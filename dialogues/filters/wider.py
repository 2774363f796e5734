"""What to offer where a choice of filters finds nothing."""

from dataclasses import dataclass

from dialogues.filters.facets import Chosen, chosen_of
from dialogues.models import ReportedFigure, Theme


@dataclass(frozen=True)
class Wider:
    """The same list without one of its filters, and how many statements it has."""

    chosen: Chosen
    count: int


def wider_lists(filterset):
    """A Wider for each applied filter whose removal finds something, most first."""
    offers = [Wider(one, filterset.without(one.key).count()) for one in chosen_of(filterset)]
    return sorted((one for one in offers if one.count), key=lambda one: -one.count)


def counted_without_names(filterset):
    """Figures that sources print on the chosen themes, in the chosen years or in any."""
    themes = Theme.objects.within(filterset.chosen("theme"))
    figures = ReportedFigure.objects.public().filter(theme__in=themes)
    if years := filterset.chosen("year"):
        figures = figures.filter(dialogue__year__in=years)
    return figures.with_listing().in_order()
