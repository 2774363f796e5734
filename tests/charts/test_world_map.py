"""States on a map: their shades, and that each has a place."""

import pytest

from dialogues.analysis.coverage import coverage
from dialogues.charts.world_map import map_of_dialogue, map_of_speakers
from dialogues.models import State
from tests.records import make_state

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def shades(world_map):
    return {shape.tooltip: shape.style for shape in world_map.drawing.shapes}


def test_a_shade_is_the_number_of_dialogues(made):
    world_map = map_of_speakers(State.objects.with_listing().order_by("name"))

    assert world_map.title == "6 of 6 states and observers are recorded as speaking in a dialogue"
    assert shades(world_map) == {
        "State A: 2": "shade-1",
        "State B: 2": "shade-1",
        "State C: 1": "shade-1",
        "State D: 2": "shade-1",
        "State E: 1": "shade-1",
        "State F: 1": "shade-1",
    }


def test_a_dialogue_shows_who_took_the_floor_and_who_is_named(made):
    dialogue = made.dialogues[2010]
    world_map = map_of_dialogue(coverage([dialogue]), dialogue, {})

    assert world_map.title == "2 states and observers are recorded as speaking on 1 May 2010"
    assert sorted(shades(world_map).values()) == ["shade-0"] * 3 + ["shade-2"] + ["shade-3"] * 2
    assert shades(world_map)["State C: spoken for, named by the source"] == "shade-2"


def test_observers_are_on_the_map_of_a_dialogue(made):
    spoke, silent = (make_state(name, kind="observer") for name in ("Observer A", "Observer B"))
    dialogue = made.dialogues[2010]
    world_map = map_of_dialogue(coverage([dialogue]), dialogue, {spoke: True, silent: False})

    seen = shades(world_map)
    assert [style for text, style in seen.items() if text.startswith("Obs")] == [
        "shade-3",
        "shade-0",
    ]
    assert world_map.title == "3 states and observers are recorded as speaking on 1 May 2010"


@pytest.mark.usefixtures("starter_collection")
def test_each_state_and_observer_has_an_outline_or_a_place():
    shapes = map_of_speakers(State.objects.with_listing()).drawing.shapes

    assert [shape.slug for shape in shapes if not (shape.outline or shape.place)] == []
    assert len(shapes) == 195
