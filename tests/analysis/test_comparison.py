"""States compared, against the numbers worked out on paper."""

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


def numbers(party, comparison):
    """What a party has: total, speakers, days, {theme: ({stance: n}, on parts)}, {year: n}."""
    themes = {
        str(theme): (dict(counts.stances), counts.on_parts)
        for theme in comparison.themes
        if (counts := party.themes.get(theme.pk))
    }
    return party.total, party.speakers, party.first, party.last, themes, dict(party.years)


def test_each_party_has_its_numbers_and_days(made):
    comparison = compare([made.A, made.B])

    assert [numbers(party, comparison) for party in comparison.parties] == [
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
    assert comparison.years == [2010, 2011, 2012]


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
    _state, party = compare([made.E, getattr(made, group)], clock).parties

    assert (party.total, party.speakers) == (total, speakers)


def test_members_of_any_kind_count_for_a_group(made):
    organization = make_state(kind="regional-organization")
    make_membership(made.club, organization)
    speaks = make_participation(made.dialogues[2013], organization, capacity="own-name")
    make_statement(participation=speaks, themes=[made.veto])

    _state, party = compare([made.E, made.club]).parties

    assert (party.total, party.speakers, str(party)) == (2, 2, "Members of Club")


@pytest.mark.parametrize("more", [0, 3])
def test_the_number_of_queries_does_not_grow(made, more, django_assert_num_queries):
    for _ in range(more):
        make_statement(themes=[made.veto])

    with django_assert_num_queries(5):
        compare([made.A, made.B, made.C, made.south])
