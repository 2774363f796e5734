"""The chart of how many states spoke in each dialogue."""

from datetime import date

import pytest

from dialogues.analysis.dialogue_totals import dialogue_totals
from dialogues.charts.dialogues import chart_of_dialogues
from dialogues.models import Dialogue
from tests.records import make_dialogue, make_figure, make_participation, make_source, make_state

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def made():
    """A full list with a represented state, two dialogues of a year, and a year without one."""
    full = make_dialogue(held_on=date(2016, 9, 6), speaker_list="complete")
    council = make_dialogue(held_on=date(2016, 3, 3), forum="hrc", speaker_list="incomplete")
    make_dialogue(held_on=date(2018, 6, 1), speaker_list="not-entered")
    make_dialogue(held_on=None, year=2020, format="not-held")
    speaker, spoken_for = make_participation(full, make_state("Peru")), make_state("Chile")
    make_participation(full, spoken_for, status="represented", represented_by=speaker)
    both = make_participation(full, make_state("Ghana"))
    make_participation(full, both.participant, status="represented", represented_by=speaker)
    make_participation(council, spoken_for)
    make_figure(dialogue=council, value=14, source=make_source())
    make_figure(dialogue=council, value=15, source=make_source())
    return list(Dialogue.objects.published().with_listing().oldest_first())


def test_states_are_counted_once_as_speaking_or_represented(made):
    assert [each[1:] for each in dialogue_totals(made)] == [(1, 0, 15), (2, 1, None), (0, 0, None)]


def test_the_chart_tells_recorded_from_printed_numbers(made):
    chart = chart_of_dialogues(dialogue_totals(made))

    assert chart.title == "15 states spoke in a dialogue, its source says"
    assert [label.text for label in chart.drawing.labels] == ["16", "16", "18"]
    assert [label.text for label in chart.drawing.details] == ["a", "b"]
    assert chart.letters == "16a 3 Mar, 16b 6 Sep"
    assert [value.text for value in chart.drawing.values] == ["15", "2", "?"]
    assert [(each.style, each.tooltip.partition(": ")[2]) for each in chart.drawing.rectangles] == [
        ("reported", "15 printed"),
        ("unknown", "1 recorded"),
        ("series-5", "0 represented"),
        ("series-2", "2 recorded"),
        ("series-5", "1 represented"),
        ("unknown", "0 recorded"),
        ("series-5", "0 represented"),
    ]
    assert [[cell.text for cell in row[2:5]] for row in chart.table] == [
        ["1", "0", "15"],
        ["2", "1", ""],
        ["0", "0", ""],
    ]


def test_without_dialogues_there_is_nothing_to_draw():
    chart = chart_of_dialogues([])

    assert (chart.table, chart.drawing.rectangles) == ([], [])
