"""The filters of the list of states."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from dialogues.filters.listed import ForgivingFilterSet, ListedFilter
from dialogues.filters.statements import regional_groups
from dialogues.models import State


class StateFilter(ForgivingFilterSet):
    """Each field here is one key in the address of the list of states."""

    group = ListedFilter(
        label=_("Regional group"), choices=regional_groups, means="in_groups_today"
    )
    q = filters.CharFilter(label=_("Name"), method="matching", max_length=100)

    class Meta:
        model = State
        fields = []

    def matching(self, states, name, value):
        return states.matching(value)
