"""The chart of statements on a theme by year."""

from datetime import date

import pytest

from dialogues.analysis.theme_years import theme_years
from dialogues.charts.theme_years import chart_of_theme
from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

# A chart is the same on any database.
pytestmark = [pytest.mark.django_db, pytest.mark.once]


def texts(chart):
    return [[cell.text for cell in row] for row in chart.table]


def drawn(chart):
    return [(rectangle.style, rectangle.tooltip) for rectangle in chart.drawing.rectangles]


def test_the_chart_of_a_theme_distinguishes_zero_from_not_entered():
    theme, state = make_theme("Prevention"), make_state("Peru")
    spoke = make_participation(make_dialogue(held_on=date(2017, 9, 6)), state)
    make_statement(participation=spoke, themes=[theme])
    make_statement(make_dialogue(held_on=date(2018, 9, 6)))
    make_dialogue(held_on=date(2019, 9, 6))

    chart = chart_of_theme(theme, theme_years(theme, "3 now"))

    assert texts(chart) == [
        ["2017", "1", "1", "0", "Peru"],
        ["2018", "0", "1", "0", ""],
        ["2019", "", "none entered", "", ""],
    ]
    assert drawn(chart) == [
        ("series-2", "2017: 1"),
        ("series-2", "2018: 0"),
        ("unknown", "2019: no statement has been entered"),
    ]
    assert chart.description == "2017: 1; 2018: 0."
    assert chart.table[0][4].links[0].url == state.get_absolute_url()


def test_a_year_without_entered_statements_is_a_stub():
    theme = make_theme()
    make_dialogue(held_on=date(2019, 9, 6))

    (stub,) = chart_of_theme(theme, theme_years(theme, "4 now")).drawing.rectangles

    assert (stub.style, float(stub.height)) == ("unknown", 5.6)
