"""States side by side, beside the numbers worked out on paper."""

from datetime import date

import pytest

from dialogues.analysis.comparison import compare
from dialogues.choices import Clock
from tests.records import (
    make_membership,
    make_participation,
    make_state,
    make_statement,
)


def told(side, compared):
    """What a side has: total, speakers, days, {theme: ({stance: n}, on parts)}, {year: n}."""
    themes = {
        str(one): (dict(said.stances), said.on_parts)
        for one in compared.themes
        if (said := side.themes.get(one.pk))
    }
    return side.total, side.speakers, side.first, side.last, themes, dict(side.years)


def test_each_side_has_its_numbers_and_days(made):
    compared = compare([made.A, made.B])

    assert [told(side, compared) for side in compared.parties] == [
        (
            2,
            1,
            date(2010, 5, 1),
            date(2012, 5, 1),
            {"Prevention": ({"supports": 1}, 1), "Warning": ({"opposes": 1}, 0)},
            {2010: 1, 2012: 1},
        ),
        (
            2,
            1,
            date(2010, 5, 1),
            date(2011, 5, 1),
            {"Veto": ({"supports": 2}, 0)},
            {2010: 1, 2011: 1},
        ),
    ]
    assert compared.years == [2010, 2011, 2012]


@pytest.mark.parametrize(
    ("group", "clock", "total", "speakers"),
    [
        ("south", Clock.DATE, 4, 4),
        ("south", Clock.TODAY, 5, 4),
        ("south", Clock.PRINTED, 0, 0),
        ("north", Clock.DATE, 4, 3),
        ("north", Clock.TODAY, 3, 2),
        ("north", Clock.PRINTED, 2, 1),
        ("north", Clock.EITHER, 5, 3),
        ("pact", Clock.DATE, 4, 3),
    ],
)
def test_a_group_has_the_statements_of_its_members_by_the_clock(
    made, group, clock, total, speakers
):
    _state, side = compare([made.E, getattr(made, group)], clock).parties

    assert (side.total, side.speakers) == (total, speakers)


def test_every_member_of_a_group_counts_whatever_it_is(made):
    organization = make_state(kind="regional-organization")
    make_membership(made.club, organization)
    speaks = make_participation(made.dialogues[2013], organization, capacity="own-name")
    make_statement(participation=speaks, themes=[made.veto])

    _state, side = compare([made.E, made.club]).parties

    assert (side.total, side.speakers, str(side)) == (2, 2, "Members of Club")


@pytest.mark.parametrize("more", [0, 3])
def test_it_costs_the_same_at_any_size(made, more, django_assert_num_queries):
    for _ in range(more):
        make_statement(themes=[made.veto])

    with django_assert_num_queries(5):
        compare([made.A, made.B, made.C, made.south])
