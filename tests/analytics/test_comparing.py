"""States side by side, beside the numbers worked out on paper."""

from datetime import date

import pytest

from dialogues.analytics.comparing import compare
from dialogues.clocks import Clock
from tests.records import make_statement


def told(side, compared):
    """What a side has: total, speakers, days, {theme: {stance: n}}, {year: n}."""
    themes = {str(one): dict(side.themes[one.pk]) for one in compared.themes if side.themes[one.pk]}
    return side.total, side.states, side.first, side.last, themes, dict(side.years)


def test_each_side_has_its_numbers_and_days(made):
    compared = compare([made.A, made.B])

    assert [told(side, compared) for side in compared.sides] == [
        (
            2,
            1,
            date(2010, 5, 1),
            date(2012, 5, 1),
            {"Prevention": {"supports": 1, "opposes": 1}, "Warning": {"opposes": 1}},
            {2010: 1, 2012: 1},
        ),
        (2, 1, date(2010, 5, 1), date(2011, 5, 1), {"Veto": {"supports": 2}}, {2010: 1, 2011: 1}),
    ]
    assert compared.years == [2010, 2011, 2012]


@pytest.mark.parametrize(
    ("group", "clock", "total", "states"),
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
def test_a_group_has_the_statements_of_its_members_by_the_clock(made, group, clock, total, states):
    _state, side = compare([made.E, getattr(made, group)], clock).sides

    assert (side.total, side.states) == (total, states)


def test_a_side_without_statements_is_a_side(made):
    compared = compare([made.A, made.club])

    assert [side.total for side in compared.sides] == [2, 1]


@pytest.mark.parametrize("more", [0, 3])
def test_it_costs_the_same_at_any_size(made, more, django_assert_num_queries):
    for _ in range(more):
        make_statement(themes=[made.veto])

    with django_assert_num_queries(5):
        compare([made.A, made.B, made.C, made.south])
