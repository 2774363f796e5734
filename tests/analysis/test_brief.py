"""A brief of a state, against what was worked out on paper."""

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
    return [dialogue.year for dialogue in dialogues]


def test_it_says_what_is_recorded_and_what_is_not(made):
    brief = brief_of(made.A)

    assert [(entry.dialogue.year, entry.status.value) for entry in brief.recorded] == [
        (2010, "own"),
        (2012, "own"),
    ]
    assert (years(brief.not_in_list), years(brief.not_known)) == ([2011, 2013], [])
    assert [str(membership.group) for membership in brief.memberships] == ["Club", "North", "South"]
    assert (brief.statements, brief.joint, brief.quotations) == (2, 0, 1)
    assert brief.themes == [("Prevention", "prevention", 2), ("Warning", "warning", 1)]


def test_it_names_the_groups_it_spoke_for_and_was_represented_by(made):
    entries = {
        letter: [
            (entry.dialogue.year, entry.on_behalf_of, entry.through)
            for entry in brief_of(getattr(made, letter)).recorded
        ]
        for letter in "BC"
    }

    assert entries == {
        "B": [
            (2010, [made.pact], []),
            (2011, [], [made.pact]),
            (2012, [], [made.pact]),
            (2013, [], []),
        ],
        "C": [(2010, [], [made.pact, made.B]), (2011, [], [made.pact])],
    }


def test_if_a_group_spoke_it_is_unknown_whether_the_state_did(made):
    brief = brief_of(made.B)

    assert years(brief.not_known) == [2012]
    assert [entry.status.value for entry in brief.recorded if not entry.is_own_known] == ["member"]


def test_dialogues_with_the_same_record_are_listed_together(made):
    entries = [
        (years(dialogues), entry.status.value)
        for dialogues, entry in brief_of(made.D).recorded_alike
    ]

    assert entries == [([2010, 2011], "member"), ([2012, 2013], "own")]


def test_statements_on_behalf_of_others_are_counted_separately(made):
    brief = brief_of(made.D)

    assert (brief.statements, brief.joint) == (1, 1)


def test_unknown_is_no_absence(made):
    brief = brief_of(made.E)

    assert (years(brief.not_in_list), years(brief.not_known)) == ([], [2012])


def test_years_before_a_state_joined_are_left_out(made):
    assert years([entry.dialogue for entry in brief_of(made.F).entries]) == [2011, 2012, 2013]


def test_the_newest_quotations_are_taken(db):
    state = make_state()
    dialogues = [make_dialogue(held_on=date(year, 1, 1)) for year in range(2010, 2020)]
    spoke = [make_participation(dialogue, state) for dialogue in dialogues]
    quoted = {"text": "Words.", "provenance": "quoted-in-summary"}
    newest = [make_statement(participation=participation, **quoted).pk for participation in spoke]

    brief = brief_of(state)

    assert (brief.quoted, brief.quotations) == (newest[::-1][:MAX_QUOTATIONS], 10)


@pytest.mark.parametrize("letter", ["A", "E"])
def test_the_number_of_queries_does_not_grow(made, letter, django_assert_num_queries):
    with django_assert_num_queries(5):
        brief_of(getattr(made, letter))
