"""The map of who spoke."""

from django.shortcuts import render

from dialogues.analysis.coverage import coverage
from dialogues.charts.world_map import map_of_dialogue, map_of_speakers
from dialogues.choices import ParticipantKind
from dialogues.filters.analysis import MapFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
from dialogues.models import State
from dialogues.views.analysis.base import with_filterset


@with_filterset(MapFilter)
def map_page(request, filterset):
    """In how many dialogues each state spoke; with `?dialogue=`, who spoke in it."""
    context = {
        "filterset": filterset,
        "problems": problems_of(filterset),
        "chart": map_of(filterset),
        "dialogue": filterset.dialogue_now,
        "query": address_of(request.GET).removesuffix("?"),
    }
    return render(request, "dialogues/analysis/map.html", context)


def map_of(filterset):
    """The Chart that a MapFilter asks for."""
    if dialogue := filterset.dialogue_now:
        return map_of_dialogue(coverage([dialogue]), dialogue, _observers(dialogue))
    return map_of_speakers(State.objects.with_listing())


def _observers(dialogue):
    """{observer: whether it took the floor in a dialogue}."""
    spoke = set(
        dialogue.participations.took_the_floor()
        .from_the_floor()
        .values_list("participant", flat=True)
    )
    observers = State.objects.filter(kind=ParticipantKind.OBSERVER)
    return {observer: observer.pk in spoke for observer in observers}
