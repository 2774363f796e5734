"""The map of who spoke."""

from django.shortcuts import render

from dialogues.analysis.coverage import coverage
from dialogues.charts.world_map import map_of_dialogue, map_of_speakers
from dialogues.filters.analysis import MapFilter
from dialogues.filters.problems import problems_of
from dialogues.models import State
from dialogues.views.analysis.base import with_filterset


@with_filterset(MapFilter)
def map_page(request, filterset):
    """In how many dialogues each state spoke; with `?dialogue=`, who spoke in it."""
    states = State.objects.with_listing()
    context = {"filterset": filterset, "problems": problems_of(filterset)}
    if dialogue := filterset.dialogue_now:
        context |= {"map": map_of_dialogue(coverage([dialogue]), dialogue), "dialogue": dialogue}
    else:
        recorded = sorted(states, key=lambda state: -state.dialogue_count)
        context |= {
            "map": map_of_speakers(states),
            "states": [state for state in recorded if state.dialogue_count],
        }
    return render(request, "dialogues/analysis/map.html", context)
