"""Small charts of the themes, against the collection worked out on paper."""

import pytest

from dialogues.analysis.theme_multiples import theme_multiples
from dialogues.charts.theme_multiples import chart_of_themes

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_each_theme_counts_its_statements_and_those_on_its_parts(made):
    numbers = {str(each.theme): each.years for each in theme_multiples()}

    assert numbers == {
        "Prevention": {2010: 1, 2011: 2, 2012: 1, 2013: 0},
        "Veto": {2010: 1, 2011: 2, 2012: 1, 2013: 1},
    }


def test_the_charts_have_one_scale_and_the_numbers_of_the_highest_columns(made):
    prevention, veto = chart_of_themes(theme_multiples()).charts

    heights = [[each.height for each in chart.drawing.rectangles] for chart in (prevention, veto)]
    assert heights == [["24.0", "48.0", "24.0"], ["24.0", "48.0", "24.0", "24.0"]]
    assert [value.text for value in prevention.drawing.values] == ["2"]
    assert prevention.description == "2010: 1; 2011: 2; 2012: 1; 2013: 0"


def test_without_themes_there_is_no_chart():
    chart = chart_of_themes([])

    assert (chart.title, chart.charts) == ("No statement on a theme has been entered", [])


def test_the_theme_with_the_most_statements_is_the_title(made):
    chart = chart_of_themes(theme_multiples())

    assert chart.title == "“Veto” has the most statements: 5"
    assert [[cell.text for cell in row] for row in chart.table] == [
        ["Prevention", "1", "2", "1", "0"],
        ["Veto", "1", "2", "1", "1"],
    ]
