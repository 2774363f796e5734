"""What an empty list offers instead."""

from dataclasses import dataclass

from dialogues.filters.applied import AppliedFilter
from dialogues.models import ReportedFigure, Theme

MAX_OFFERS = 6


@dataclass(frozen=True)
class BroaderList:
    """The same list without one of its filters, and how many statements it has."""

    removed: AppliedFilter
    count: int


def broader_lists(statements):
    """A BroaderList for each filter whose removal makes the list non-empty, longest first."""
    offers = [
        BroaderList(applied, statements.without(applied).count)
        for applied in statements.applied[:MAX_OFFERS]
    ]
    return sorted((offer for offer in offers if offer.count), key=lambda offer: -offer.count)


def figures_on_themes(filterset):
    """Figures that sources print on the applied themes, in the applied years if there are any."""
    themes = Theme.objects.within(filterset.applied_values("theme"))
    figures = ReportedFigure.objects.public().filter(theme__in=themes)
    if years := filterset.applied_values("year"):
        figures = figures.filter(dialogue__year__in=years)
    return figures.with_listing().in_order()
