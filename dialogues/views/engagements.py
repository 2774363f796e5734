"""The list of engagements."""

from django.shortcuts import render

from dialogues.filters.engagements import EngagementFilter
from dialogues.filters.problems import problems_of
from dialogues.views.analysis.base import with_filterset


@with_filterset(EngagementFilter)
def engagement_list(request, filterset):
    """Meetings of offices with others, the oldest first."""
    context = {
        "engagements": filterset.qs,
        "words": filterset.form.cleaned_data.get("q", ""),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/engagement_list.html", context)
