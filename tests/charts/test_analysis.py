"""The charts of the analyses: heights, values and labels."""

import pytest

from dialogues.analysis.commitment import commitment_of_members
from dialogues.analysis.comparison import compare
from dialogues.analysis.coverage import coverage
from dialogues.analysis.series import series_attendance
from dialogues.charts.comparison import chart_of_parties
from dialogues.charts.coverage import chart_of_commitment, chart_of_coverage
from dialogues.charts.series import chart_of_series

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def texts(labels):
    return [label.text for label in labels]


def rows(chart):
    """The table without the name of the dialogue."""
    return [[cell.text for cell in row[:1] + row[2:]] for row in chart.table]


def test_coverage_shows_each_status_and_how_many_are_covered(made):
    chart = chart_of_coverage(coverage(made.in_order))

    assert chart.header[2:] == [
        "took the floor, and no group spoke for it",
        "took the floor, and a group spoke for it",
        "spoken for, named by the source",
        "aligned itself with a statement",
        "inscribed, could not deliver",
        "asked not to be associated with a group's statement",
        "member of a group that spoke or was spoken for",
    ]
    assert rows(chart) == [
        ["2010", "2", "0", "1", "0", "1", "0", "1"],
        ["2011", "1", "2", "0", "1", "0", "0", "1"],
        ["2012", "2", "0", "0", "0", "0", "0", "1"],
        ["2013", "2", "0", "0", "0", "0", "1", "0"],
    ]
    # Of 2012 the list of speakers is not full.
    assert texts(chart.drawing.values) == ["4", "4", "2"]


def test_the_title_of_coverage_names_the_full_list_with_most_states(made):
    chart = chart_of_coverage(coverage(made.in_order[1:]))

    title = "Of 2 dialogues with a full list, that of 1 May 2011 covers the most states: 4"
    assert chart.title == title


def test_commitment_shows_each_status(made):
    chart = chart_of_commitment(
        commitment_of_members(made.in_order, made.pact, made.veto), "A title"
    )

    assert chart.title == "A title"
    assert rows(chart) == [
        ["2010", "1", "0", "2", "0"],
        ["2011", "1", "1", "1", "0"],
        ["2012", "1", "0", "1", "0"],
        ["2013", "0", "1", "0", "1"],
    ]
    assert texts(chart.drawing.values) == ["3", "3", "2", "2"]


def test_parties_are_drawn_to_one_scale(made):
    parties = chart_of_parties(compare([made.A, made.south]))
    first, second = parties.charts

    assert rows(first) == [["2010"], ["2011"], ["2012"], ["2013"]]
    assert [row[1].text for row in first.table] == ["1", "0", "1", "0"]
    assert [row[1].text for row in second.table] == ["0", "1", "2", "1"]
    heights = [
        {rectangle.height for rectangle in chart.drawing.rectangles} for chart in (first, second)
    ]
    assert heights == [{"30.0"}, {"30.0", "60.0"}]
    assert parties.title == "State A: 2 statements; Members of South: 4 statements"
    assert [[cell.text for cell in row] for row in parties.table] == [
        ["2010", "1", "0"],
        ["2011", "0", "1"],
        ["2012", "1", "2"],
        ["2013", "0", "1"],
    ]


def test_a_series_marks_lists_that_are_not_full(made):
    chart = chart_of_series(series_attendance("annual"))

    assert texts(chart.drawing.values) == ["2", "3", "2", "2"]
    assert [rectangle.style for rectangle in chart.drawing.rectangles] == [
        "series-2",
        "series-2",
        "unknown",
        "series-2",
    ]
    assert chart.description == "Full lists: 2010: 2; 2011: 3; 2013: 2."
