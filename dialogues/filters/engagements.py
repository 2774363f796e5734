"""The filters of the list of engagements."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from dialogues.choices import EngagementKind
from dialogues.filters.base import LenientFilterSet, ValuesFilter
from dialogues.models import Engagement


class EngagementFilter(LenientFilterSet):
    """The keys of the list of engagements."""

    q = filters.CharFilter(label=_("Search"), method="matching", max_length=100)
    kind = ValuesFilter(label=_("Kind"), labels=dict(EngagementKind.choices))

    class Meta:
        model = Engagement
        fields = []

    def __init__(self, data, edition=None, queryset=None):
        engagements = Engagement.objects.with_listing().by_date()
        super().__init__(data, queryset=engagements if queryset is None else queryset)

    def matching(self, engagements, name, value):
        return engagements.matching(value)
