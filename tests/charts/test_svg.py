"""Columns next to each other, in percent across and pixels down."""

import pytest

from dialogues.charts.svg import (
    DETAIL_HEIGHT,
    MARGIN_BOTTOM,
    MARGIN_TOP,
    ChartColumn,
    Label,
    Rectangle,
    Segment,
    draw_columns,
)


def test_segments_are_on_top_of_each_other_and_outlines_on_the_base_line():
    column = ChartColumn(
        "17",
        "3",
        (Segment("series-1", 1, "one"), Segment("series-2", 2, "two")),
        (Segment("reported", 4, "four"),),
    )

    drawing = draw_columns([column], column_height=100)

    assert drawing.height == MARGIN_TOP + 100 + MARGIN_BOTTOM
    assert drawing.base == MARGIN_TOP + 100
    assert drawing.rectangles == [
        Rectangle("reported", "11.00%", "18.0", "78.00%", "100.0", "four"),
        Rectangle("series-1", "11.00%", "93.0", "78.00%", "25.0", "one"),
        Rectangle("series-2", "11.00%", "43.0", "78.00%", "50.0", "two"),
    ]
    assert drawing.labels == [Label("50.00%", "132.0", "17")]
    assert drawing.values == [Label("50.00%", "39.0", "3")]


def test_columns_share_the_width():
    drawing = draw_columns(
        [ChartColumn(str(n), "", (Segment("series-1", n, ""),)) for n in (1, 2, 0, 4)]
    )

    assert [label.x for label in drawing.labels] == ["12.50%", "37.50%", "62.50%", "87.50%"]
    assert [rectangle.height for rectangle in drawing.rectangles] == [
        "40.0",
        "80.0",
        "0.0",
        "160.0",
    ]


def test_the_same_label_is_shown_once():
    drawing = draw_columns([ChartColumn("16"), ChartColumn("16"), ChartColumn("17")])

    assert [label.text for label in drawing.labels] == ["16", "17"]


def test_only_some_of_many_labels_are_shown():
    drawing = draw_columns([ChartColumn(str(n)) for n in range(60)])

    assert [label.text for label in drawing.labels] == [str(n) for n in range(0, 60, 3)]


@pytest.mark.parametrize(("count", "shown"), [(21, 21), (22, 22), (23, 12), (44, 22), (45, 15)])
def test_the_number_of_labels_is_limited(count, shown):
    assert len(draw_columns([ChartColumn(str(n)) for n in range(count)]).labels) == shown


def test_values_that_would_touch_are_left_out():
    columns = [ChartColumn("", "9", (Segment("series-1", 9, ""),))]

    assert len(draw_columns(columns * 22).values) == 22
    assert draw_columns(columns * 23).values == []


def test_without_segments_a_value_is_on_its_outline():
    drawing = draw_columns(
        [ChartColumn("", "4", (), (Segment("reported", 4, ""),))], column_height=100
    )

    assert drawing.values == [Label("50.00%", "14.0", "4")]


def test_the_scale_can_be_given():
    drawing = draw_columns(
        [ChartColumn("", "", (Segment("series-1", 0.1, ""),))], column_height=100, highest=1
    )

    assert [rectangle.height for rectangle in drawing.rectangles] == ["10.0"]


def test_a_drawing_can_be_empty():
    drawing = draw_columns([])

    assert (drawing.rectangles, drawing.labels, drawing.values) == ([], [], [])


def test_a_second_line_tells_equal_labels_apart():
    drawing = draw_columns([ChartColumn("16", detail="a"), ChartColumn("16", detail="b")], 100)

    assert [label.text for label in drawing.labels] == ["16", "16"]
    assert [(label.text, label.y) for label in drawing.details] == [("a", "144.0"), ("b", "144.0")]
    assert drawing.height == MARGIN_TOP + 100 + MARGIN_BOTTOM + DETAIL_HEIGHT


def test_a_drawing_has_the_patterns_of_its_segments():
    columns = [ChartColumn("", "", (Segment("series-1", 1, ""), Segment("series-2", 1, "")))]

    assert [name for name, _lines in draw_columns(columns).patterns] == ["upright"]


def test_segments_with_room_show_their_amounts():
    segments = (Segment("series-1", 10, ""), Segment("series-2", 1, ""), Segment("series-3", 9, ""))
    single = ChartColumn("18", "20", (Segment("series-1", 20, ""),))

    drawing = draw_columns([ChartColumn("17", "20", segments), single], 100, with_amounts=True)

    assert drawing.amounts == [Label("25.00%", "97.0", "10"), Label("25.00%", "44.5", "9")]
