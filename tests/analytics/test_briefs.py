"""A state on one page, beside what was worked out on paper."""

from datetime import date

import pytest

from dialogues.analytics.briefs import MOST_QUOTED, brief_of
from tests.records import make_dialogue, make_participation, make_state, make_statement


def years(dialogues):
    return [one.year for one in dialogues]


def test_it_says_what_is_recorded_and_what_is_not(made):
    brief = brief_of(made.A)

    assert [(one.year, mark.value) for one, mark, _cell in brief.recorded] == [
        (2010, "own"),
        (2012, "own"),
    ]
    assert (years(brief.not_in_list), years(brief.not_known)) == ([2011, 2013], [])
    assert [str(one.group) for one in brief.memberships] == ["Club", "North", "South"]
    assert (brief.statements, brief.themes, brief.quotations) == (
        2,
        [("Warning", "warning", 1), ("Prevention", "prevention", 1)],
        1,
    )


def test_what_is_not_known_is_no_absence(made):
    brief = brief_of(made.E)

    assert (years(brief.not_in_list), years(brief.not_known)) == ([], [2012])


def test_years_before_a_state_joined_are_not_its_own(made):
    assert years([one for one, *_rest in brief_of(made.F).record]) == [2011, 2012, 2013]


def test_the_newest_quotations_are_taken(db):
    state = make_state()
    dialogues = [make_dialogue(held_on=date(year, 1, 1)) for year in range(2010, 2020)]
    spoke = [make_participation(dialogue, state) for dialogue in dialogues]
    quoted = {"text": "Words.", "provenance": "quoted-in-summary"}
    newest = [make_statement(participation=one, **quoted).pk for one in spoke]

    brief = brief_of(state)

    assert (brief.quoted, brief.quotations) == (newest[::-1][:MOST_QUOTED], 10)


@pytest.mark.parametrize("letter", ["A", "E"])
def test_it_costs_the_same_at_any_size(made, letter, django_assert_num_queries):
    with django_assert_num_queries(5):
        brief_of(getattr(made, letter))
