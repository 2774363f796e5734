"""The chart of what a state did in each dialogue."""

from datetime import date

import pytest

from dialogues.analysis.year_grid import year_grid
from dialogues.charts.year_grid import chart_of_year_grid
from tests.records import (
    make_dialogue,
    make_group,
    make_participation,
    make_state,
)

# A chart is the same on any database.
pytestmark = [pytest.mark.django_db, pytest.mark.once]


def texts(chart):
    return [[cell.text for cell in row] for row in chart.table]


def drawn(chart):
    return [(rectangle.style, rectangle.tooltip) for rectangle in chart.drawing.rectangles]


def test_the_chart_of_a_year_grid_shows_each_status():
    state, group = make_state("Norway"), make_group("Nordic countries")
    first = make_dialogue(held_on=date(2009, 7, 23))
    make_participation(first, state, group_as_printed="Western Group")
    make_participation(first, state, capacity="on-behalf", on_behalf_of=group)
    make_dialogue(held_on=date(2010, 8, 9), speaker_list="incomplete")
    make_dialogue(held_on=date(2011, 7, 12))
    make_dialogue(held_on=None, year=2020, format="not-held")

    chart = chart_of_year_grid(state, year_grid(state))

    assert texts(chart) == [
        [
            "2009",
            "General Assembly, 23 July 2009",
            "spoke; spoke on behalf of a group",
            "Nordic countries",
            "Western Group",
        ],
        [
            "2010",
            "General Assembly, 9 August 2010",
            "not known: no full list of speakers",
            "",
            "",
        ],
        ["2011", "General Assembly, 12 July 2011", "nothing recorded", "", ""],
        ["2020", "General Assembly, 2020", "no dialogue was held", "", ""],
    ]
    assert [style for style, _says in drawn(chart)] == [
        "series-2",
        "series-4",
        "unknown",
        "series-0",
    ]
    assert chart.description == (
        "spoke: 1; spoke on behalf of a group: 1; nothing recorded: 1; "
        "not known: no full list of speakers: 1; no dialogue was held: 1."
    )
