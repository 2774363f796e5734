"""The filters of the list of votes."""

from django.utils.translation import gettext_lazy as _

from dialogues.choices import VotingBody
from dialogues.filters.base import LenientFilterSet, ValuesFilter
from dialogues.models import Vote


def years():
    """(year, year) of each year with a vote, newest first."""
    days = Vote.objects.public().dates("held_on", "year", order="DESC")
    return [(str(day.year), str(day.year)) for day in days]


class VoteFilter(LenientFilterSet):
    """The keys of the list of votes."""

    body = ValuesFilter(label=_("Body"), labels=dict(VotingBody.choices))
    year = ValuesFilter(label=_("Year"), labels=years, field_name="held_on__year")

    class Meta:
        model = Vote
        fields = []

    def __init__(self, data, edition=None, queryset=None):
        votes = Vote.objects.public().with_page()
        super().__init__(data, queryset=votes if queryset is None else queryset)
