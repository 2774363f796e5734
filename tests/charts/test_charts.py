"""The drawing, the description and the table of each chart."""

from datetime import date

import pytest

from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.analysis.theme_years import theme_years
from dialogues.analysis.year_grid import year_grid
from dialogues.charts.speakers_by_group import chart_of_groups
from dialogues.charts.theme_years import chart_of_theme
from dialogues.charts.year_grid import chart_of_year_grid
from dialogues.models import Dialogue, Edition
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
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
        ("series-reported", "General Assembly, 23 July 2009: 94 states (Publisher)"),
        ("series-1", "General Assembly, 6 September 2017, Africa: 2"),
        ("series-0", "General Assembly, 6 September 2017, In no regional group: 1"),
    ]
    assert [item.style for item in chart.legend] == [
        "series-1",
        "series-2",
        "series-0",
        "series-reported",
    ]
    assert chart.description == (
        "The list of speakers of 1 of 3 entries is recorded here in full. "
        "General Assembly, 6 September 2017: 3 states."
    )
    assert chart.table[1][1].links[0].url == known.get_absolute_url()
    assert asia not in speakers_now()[1][1].by_group


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
        "series-unknown",
        "series-0",
    ]
    assert chart.description == (
        "spoke: 1; spoke on behalf of a group: 1; nothing recorded: 1; "
        "not known: no full list of speakers: 1; no dialogue was held: 1."
    )


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
        ("series-unknown", "2019: no statement has been entered"),
    ]
    assert chart.description == "2017: 1; 2018: 0."
    assert chart.table[0][4].links[0].url == state.get_absolute_url()


def test_a_year_without_entered_statements_is_a_stub():
    theme = make_theme()
    make_dialogue(held_on=date(2019, 9, 6))

    (stub,) = chart_of_theme(theme, theme_years(theme, "4 now")).drawing.rectangles

    assert (stub.style, float(stub.height)) == ("series-unknown", 5.6)
