"""The filters of the list of states."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from dialogues.filters.base import LenientFilterSet, ValuesFilter
from dialogues.models import Participant, State


def regional_groups():
    return Participant.objects.regional_groups().values_list("slug", "name")


class StateFilter(LenientFilterSet):
    """The filter keys of the list of states."""

    group = ValuesFilter(
        label=_("Regional group"), labels=regional_groups, method="in_groups_today"
    )
    q = filters.CharFilter(label=_("Name"), method="matching", max_length=100)

    class Meta:
        model = State
        fields = []

    def in_groups_today(self, states, name, slugs):
        return states.in_groups_today(slugs)

    def matching(self, states, name, value):
        return states.matching(value)
