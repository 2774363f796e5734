"""A state on one page, beside what was worked out on paper."""

from datetime import date

import pytest

from dialogues.analysis.brief import MAX_QUOTATIONS, brief_of
from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_statement,
)


def years(dialogues):
    return [one.year for one in dialogues]


def test_it_says_what_is_recorded_and_what_is_not(made):
    brief = brief_of(made.A)

    assert [(one.dialogue.year, one.status.value) for one in brief.recorded] == [
        (2010, "own"),
        (2012, "own"),
    ]
    assert (years(brief.not_in_list), years(brief.not_known)) == ([2011, 2013], [])
    assert [str(one.group) for one in brief.memberships] == ["Club", "North", "South"]
    assert (brief.statements, brief.joint, brief.quotations) == (2, 0, 1)
    assert brief.themes == [("Prevention", "prevention", 2), ("Warning", "warning", 1)]


def test_it_says_for_whom_and_through_whom(made):
    told = {
        letter: [
            (one.dialogue.year, one.on_behalf_of, one.through)
            for one in brief_of(getattr(made, letter)).recorded
        ]
        for letter in "BC"
    }

    assert told == {
        "B": [
            (2010, [made.pact], []),
            (2011, [], [made.pact]),
            (2012, [], [made.pact]),
            (2013, [], []),
        ],
        "C": [(2010, [], [made.pact, made.B]), (2011, [], [made.pact])],
    }


def test_a_group_that_spoke_leaves_open_whether_the_state_did(made):
    brief = brief_of(made.B)

    assert years(brief.not_known) == [2012]
    assert [one.status.value for one in brief.recorded if not one.is_own_known] == ["member"]


def test_dialogues_in_which_the_same_is_recorded_stand_together(made):
    told = [
        (years(dialogues), one.status.value) for dialogues, one in brief_of(made.D).recorded_alike
    ]

    assert told == [([2010, 2011], "member"), ([2012, 2013], "own")]


def test_statements_for_others_are_counted_apart(made):
    brief = brief_of(made.D)

    assert (brief.statements, brief.joint) == (1, 1)


def test_what_is_not_known_is_no_absence(made):
    brief = brief_of(made.E)

    assert (years(brief.not_in_list), years(brief.not_known)) == ([], [2012])


def test_years_before_a_state_joined_are_not_its_own(made):
    assert years([one.dialogue for one in brief_of(made.F).entries]) == [2011, 2012, 2013]


def test_the_newest_quotations_are_taken(db):
    state = make_state()
    dialogues = [make_dialogue(held_on=date(year, 1, 1)) for year in range(2010, 2020)]
    spoke = [make_participation(dialogue, state) for dialogue in dialogues]
    quoted = {"text": "Words.", "provenance": "quoted-in-summary"}
    newest = [make_statement(participation=one, **quoted).pk for one in spoke]

    brief = brief_of(state)

    assert (brief.quoted, brief.quotations) == (newest[::-1][:MAX_QUOTATIONS], 10)


@pytest.mark.parametrize("letter", ["A", "E"])
def test_it_costs_the_same_at_any_size(made, letter, django_assert_num_queries):
    with django_assert_num_queries(5):
        brief_of(getattr(made, letter))
