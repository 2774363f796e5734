"""The coverage ledger, beside the numbers worked out on paper."""

import pytest

from dialogues.analytics.coverage import coverage
from dialogues.clocks import Clock
from dialogues.models import Dialogue


def marks(ledger, made, letters="ABCDEF"):
    """{year: the mark of each state} of a ledger."""
    return {
        year: [ledger.mark(dialogue, getattr(made, one)).value for one in letters]
        for year, dialogue in made.dialogues.items()
    }


def numbers(ledger, year, made):
    totals = ledger.totals(made.dialogues[year])
    return totals.spoke, totals.interventions, totals.only_through_a_group, totals.covered


def test_each_state_has_one_mark_in_each_dialogue(made):
    ledger = coverage(made.in_order)

    assert marks(ledger, made) == {
        2010: ["own", "own", "named", "member", "inscribed", "not-a-member"],
        2011: ["nothing", "both", "both", "member", "aligned", "own"],
        2012: ["own", "member", "list-unknown", "own", "list-unknown", "list-unknown"],
        2013: ["nothing", "dissociated", "nothing", "own", "own", "nothing"],
    }


@pytest.mark.parametrize(
    ("year", "spoke", "interventions", "only_through_a_group", "covered", "states"),
    [(2010, 2, 2, 2, 4, 5), (2011, 3, 4, 1, 4, 6), (2012, 2, 2, 1, 3, 6), (2013, 2, 2, 0, 2, 6)],
)
def test_totals_are_unions(made, year, spoke, interventions, only_through_a_group, covered, states):
    ledger = coverage(made.in_order)

    assert numbers(ledger, year, made) == (spoke, interventions, only_through_a_group, covered)
    assert ledger.totals(made.dialogues[year]).states == states


def test_through_which_groups_and_by_whom_is_told(made):
    ledger = coverage(made.in_order)

    cell = ledger.cell(made.dialogues[2010], made.C)

    by = {one.pk: one.participant for one in ledger.speeches}
    assert (cell.groups, [by[pk] for pk in cell.through]) == ({made.pact.pk}, [made.B.pk])


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (
            Clock.DATE,
            {
                2010: ["outside", "member", "inscribed", "not-a-member"],
                2011: ["outside", "member", "aligned", "own"],
                2012: ["own", "own", "list-unknown", "list-unknown"],
                2013: ["nothing", "own", "own", "nothing"],
            },
        ),
        (
            Clock.TODAY,
            {
                2010: ["own", "member", "inscribed", "not-a-member"],
                2011: ["nothing", "member", "aligned", "own"],
                2012: ["own", "own", "list-unknown", "list-unknown"],
                2013: ["nothing", "own", "own", "nothing"],
            },
        ),
    ],
)
def test_a_group_has_its_members_by_the_clock(made, clock, expected):
    ledger = coverage(made.in_order, group=made.south, clock=clock)

    assert ledger.states == [made.A, made.D, made.E, made.F]
    assert marks(ledger, made, "ADEF") == expected


def test_a_group_as_printed_has_whom_a_source_prints_under_it(made):
    ledger = coverage(made.in_order, group=made.north, clock=Clock.PRINTED)

    assert ledger.states == [made.A]
    assert [ledger.totals(one).covered for one in made.in_order] == [1, 0, 1, 0]


def test_at_the_date_or_as_printed_is_either(made):
    ledger = coverage(made.in_order, group=made.north, clock=Clock.EITHER)

    assert [ledger.totals(one).states for one in made.in_order] == [3, 3, 3, 2]


def test_members_are_those_of_the_date(made):
    ledger = coverage(made.in_order, group=made.pact)

    assert [ledger.totals(one).states for one in made.in_order] == [3, 3, 2, 2]
    assert [ledger.totals(one).covered for one in made.in_order] == [3, 3, 2, 1]


@pytest.mark.parametrize("years", [[2010], [2010, 2011, 2012, 2013]])
def test_it_costs_the_same_at_any_size(made, years, django_assert_num_queries):
    dialogues = Dialogue.objects.filter(year__in=years)

    with django_assert_num_queries(3):
        ledger = coverage(dialogues)
        [ledger.row(state) for state in ledger.states]
