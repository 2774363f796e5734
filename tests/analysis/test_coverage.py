"""The coverage ledger, against the numbers worked out on paper."""

from datetime import date

import pytest

from dialogues.analysis.coverage import coverage
from dialogues.choices import Clock
from dialogues.models import Dialogue
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_state,
)


def statuses(ledger, made, letters="ABCDEF"):
    """{year: the status of each state} of a ledger."""
    return {
        year: [ledger.status(dialogue, getattr(made, letter)).value for letter in letters]
        for year, dialogue in made.dialogues.items()
    }


def numbers(ledger, year, made):
    totals = ledger.totals(made.dialogues[year])
    return totals.spoke, totals.interventions, totals.through_a_group, totals.covered


def test_each_state_has_one_status_in_each_dialogue(made):
    ledger = coverage(made.in_order)

    assert statuses(ledger, made) == {
        2010: ["own", "own", "named", "member", "inscribed", "not-a-member"],
        2011: ["nothing", "both", "both", "member", "aligned", "own"],
        2012: ["own", "member", "list-unknown", "own", "list-unknown", "list-unknown"],
        2013: ["nothing", "dissociated", "nothing", "own", "own", "nothing"],
    }


@pytest.mark.parametrize(
    ("year", "spoke", "interventions", "through_a_group", "covered", "states"),
    [(2010, 2, 2, 2, 4, 5), (2011, 3, 4, 1, 4, 6), (2012, 2, 2, 1, 3, 6), (2013, 2, 2, 0, 2, 6)],
)
def test_totals_are_unions(made, year, spoke, interventions, through_a_group, covered, states):
    ledger = coverage(made.in_order)

    assert numbers(ledger, year, made) == (spoke, interventions, through_a_group, covered)
    assert ledger.totals(made.dialogues[year]).states == states


def test_an_entry_has_the_groups_and_the_speaker_for_the_state(made):
    ledger = coverage(made.in_order)

    entry = ledger.entry(made.dialogues[2010], made.C)

    participants = {row.pk: row.participant for row in ledger.rows}
    assert (entry.groups, [participants[pk] for pk in entry.represented_by]) == (
        {made.pact.pk},
        [made.B.pk],
    )


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
def test_members_of_a_group_depend_on_the_clock(made, clock, expected):
    ledger = coverage(made.in_order, group=made.south, clock=clock)

    assert ledger.states == [made.A, made.D, made.E, made.F]
    assert statuses(ledger, made, "ADEF") == expected


def test_members_as_printed_are_those_a_source_prints_under_the_group(made):
    ledger = coverage(made.in_order, group=made.north, clock=Clock.PRINTED)

    assert ledger.states == [made.A]
    assert [ledger.totals(dialogue).covered for dialogue in made.in_order] == [1, 0, 1, 0]


def test_the_either_clock_unites_the_day_and_print(made):
    ledger = coverage(made.in_order, group=made.north, clock=Clock.EITHER)

    assert [ledger.totals(dialogue).states for dialogue in made.in_order] == [3, 3, 3, 2]


def test_members_are_those_on_the_day(made):
    ledger = coverage(made.in_order, group=made.pact)

    assert [ledger.totals(dialogue).states for dialogue in made.in_order] == [3, 3, 2, 2]
    assert [ledger.totals(dialogue).covered for dialogue in made.in_order] == [3, 3, 2, 1]


@pytest.mark.parametrize("years", [[2010], [2010, 2011, 2012, 2013]])
def test_the_number_of_queries_does_not_grow(made, years, django_assert_num_queries):
    dialogues = Dialogue.objects.filter(year__in=years)

    with django_assert_num_queries(3):
        ledger = coverage(dialogues)
        [ledger.totals(dialogue) for dialogue in ledger.dialogues]


@pytest.mark.parametrize(
    ("year", "texts"), [(2010, ["2", "2", "4"]), (2012, ["2 recorded", "?", "?"])]
)
def test_without_a_full_list_there_is_no_total(made, year, texts):
    totals = coverage(made.in_order).totals(made.dialogues[year])

    assert [totals.spoke_text, totals.through_a_group_text, totals.covered_text] == texts


def test_a_dialogue_without_a_list_has_no_numbers(made):
    dialogue = make_dialogue(speaker_list="not-entered")

    ledger = coverage([dialogue])

    totals = ledger.totals(dialogue)
    assert not ledger.has_records(dialogue)
    assert [totals.spoke_text, totals.through_a_group_text, totals.covered_text] == ["?"] * 3


def test_a_state_that_dissociated_from_a_group_is_covered_by_another(made):
    make_participation(made.dialogues[2013], made.south, capacity="own-name")
    make_membership(made.south, made.B)

    entry = coverage(made.in_order).entry(made.dialogues[2013], made.B)

    assert entry.groups == {made.south.pk}


def test_a_state_that_joined_later_is_not_covered(made):
    make_participation(made.dialogues[2010], made.south, capacity="own-name")

    ledger = coverage(made.in_order)

    assert ledger.status(made.dialogues[2010], made.F) == "not-a-member"


@pytest.mark.parametrize(("day", "status"), [(13, "not-a-member"), (14, "nothing")])
def test_in_the_year_it_joined_a_state_counts_from_its_day(db, day, status):
    state = make_state(member_since=2011)
    make_membership(make_group(), state, since=date(2011, 7, 14))
    dialogue = make_dialogue(held_on=date(2011, 7, day))

    assert coverage([dialogue]).status(dialogue, state) == status


def test_a_state_represented_by_an_undelivered_statement_is_not_covered(made):
    speaks = make_participation(made.dialogues[2013], made.C, status="inscribed")
    make_participation(made.dialogues[2013], made.F, status="represented", represented_by=speaks)

    ledger = coverage(made.in_order)

    assert ledger.status(made.dialogues[2013], made.F) == "unheard"
    assert ledger.totals(made.dialogues[2013]).covered == 2


def test_a_person_can_speak_for_a_group(made):
    make_participation(
        made.dialogues[2013],
        person=make_person(),
        capacity="on-behalf",
        on_behalf_of=made.north,
    )

    assert coverage(made.in_order).status(made.dialogues[2013], made.C) == "member"


def test_a_state_in_the_chair_has_a_role_and_did_not_take_the_floor(made):
    make_participation(made.dialogues[2013], made.C, capacity="chair")

    ledger = coverage(made.in_order)

    assert ledger.status(made.dialogues[2013], made.C) == "role"
    assert ledger.totals(made.dialogues[2013]).spoke == 2


def test_groups_with_unknown_members_are_incomplete(made):
    make_participation(made.dialogues[2013], made.club, capacity="own-name")

    ledger = coverage(made.in_order)

    assert [ledger.incomplete_groups(dialogue) for dialogue in made.in_order] == [
        [],
        [],
        [],
        [made.club],
    ]
