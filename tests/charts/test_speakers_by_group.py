"""The chart of states that spoke, by regional group."""

from datetime import date

import pytest

from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.charts.speakers_by_group import chart_of_groups
from dialogues.models import Dialogue, Edition
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_participation,
    make_source,
)

# A chart is the same on any database.
pytestmark = [pytest.mark.django_db, pytest.mark.once]


def speakers_now():
    return speakers_by_group(Dialogue.objects.oldest_first(), Edition.objects.current_stamp())


def texts(chart):
    return [[cell.text for cell in row] for row in chart.table]


def drawn(chart):
    return [(rectangle.style, rectangle.tooltip) for rectangle in chart.drawing.rectangles]


def test_the_chart_of_groups_shows_recorded_and_reported_numbers():
    africa, asia = make_group("Africa"), make_group("Asia")
    unknown = make_dialogue(held_on=date(2009, 7, 23), speaker_list="not-entered")
    make_figure(dialogue=unknown, value=94, source=make_source(publisher="Publisher"))
    known = make_dialogue(held_on=date(2017, 9, 6))
    make_participation(known, printed_group=africa)
    make_participation(known, printed_group=africa)
    make_participation(known)
    make_dialogue(held_on=None, year=2020, format="not-held", speaker_list="not-entered")

    chart = chart_of_groups(*speakers_now())

    assert chart.header == [
        "Year",
        "Dialogue",
        "Africa",
        "Asia",
        "In no regional group",
        "States recorded",
        "Counted by sources",
    ]
    assert texts(chart) == [
        [
            "2009",
            "General Assembly, 23 July 2009",
            "",
            "",
            "",
            "not recorded in full",
            "94 states (Publisher)",
        ],
        ["2017", "General Assembly, 6 September 2017", "2", "0", "1", "3", ""],
        ["2020", "General Assembly, 2020", "", "", "", "not held", ""],
    ]
    assert drawn(chart) == [
        ("reported", "General Assembly, 23 July 2009: 94 states (Publisher)"),
        ("series-1", "General Assembly, 6 September 2017, Africa: 2"),
        ("series-0", "General Assembly, 6 September 2017, In no regional group: 1"),
    ]
    assert [item.style for item in chart.legend] == [
        "series-1",
        "series-2",
        "series-0",
        "reported",
    ]
    assert chart.description == (
        "The list of speakers of 1 of 3 entries is recorded here in full. "
        "General Assembly, 6 September 2017: 3 states."
    )
    assert chart.table[1][1].links[0].url == known.get_absolute_url()
    assert asia not in speakers_now()[1][1].by_group
