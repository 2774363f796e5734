"""Position traces, beside the numbers worked out on paper."""

from datetime import date

import pytest

from dialogues.analysis.positions import positions_of, positions_on
from tests.records import make_dialogue, make_statement, make_theme


def told(traces):
    """{record: {year: (its own stances, those of joint statements, how many on parts)}}."""
    return {
        str(row.record): {
            year: (dict(said.own), dict(said.joint), said.on_parts)
            for year, said in sorted(row.years.items())
        }
        for row in traces.rows
    }


def row(traces, record):
    return next(one for one in traces.rows if one.record == record)


def test_a_state_theme_by_theme(made):
    assert told(positions_of(made.A)) == {
        "Prevention": {2010: ({"supports": 1}, {}, 0), 2012: ({}, {}, 1)},
        "Warning": {2012: ({"opposes": 1}, {}, 0)},
    }


def test_a_theme_state_by_state(made):
    assert told(positions_on(made.veto)) == {
        "State B": {2010: ({}, {"supports": 1}, 0), 2011: ({"supports": 1}, {}, 0)},
        "State D": {2012: ({}, {"questions": 1}, 0)},
        "State E": {2013: ({"neutral": 1}, {}, 0)},
    }


def test_a_stance_on_a_part_of_a_theme_is_none_on_the_whole(made):
    assert told(positions_on(made.prevention)) == {
        "State A": {2010: ({"supports": 1}, {}, 0), 2012: ({}, {}, 1)},
        "State C": {2011: ({"not-stated": 1}, {}, 0)},
        "State F": {2011: ({}, {}, 1)},
    }


def test_a_statement_on_a_theme_and_a_part_of_it_counts_once(made):
    assert told(positions_of(made.C)) == {
        "Prevention": {2011: ({"not-stated": 1}, {}, 0)},
        "Warning": {2011: ({"not-stated": 1}, {}, 0)},
    }


def test_a_change_is_one_of_its_own_stances_on_the_theme_itself(made):
    assert [one.changes for one in positions_of(made.A).rows] == [[], []]
    assert [one.changes for one in positions_on(made.veto).rows] == [[], [], []]

    speaks = made.A.participations.get(dialogue=made.dialogues[2012])
    make_statement(participation=speaks, themes=[made.prevention], stance="opposes")

    change = (2012, frozenset({"supports"}), frozenset({"opposes"}))
    assert [one.changes for one in positions_of(made.A).rows] == [[change], []]


def test_a_stance_that_is_not_stated_changes_nothing(made):
    speaks = made.A.participations.get(dialogue=made.dialogues[2012])
    make_statement(participation=speaks, themes=[made.veto], stance="supports")
    make_statement(participation=speaks, themes=[made.veto], stance="not-stated")

    assert row(positions_of(made.A), made.veto).changes == []


@pytest.mark.parametrize(
    ("letter", "theme", "first"),
    [("A", "prevention", 2010), ("B", "veto", 2010), ("E", "veto", 2013), ("A", "warning", 2012)],
)
def test_the_first_mention_is_the_first_that_is_recorded(made, letter, theme, first):
    assert row(positions_on(getattr(made, theme)), getattr(made, letter)).first == first


def test_years_are_those_of_dialogues_and_of_statements_of_anybody(made):
    make_dialogue(held_on=date(2014, 5, 1))

    traces = positions_of(made.B)

    assert traces.years == [2010, 2011, 2012, 2013, 2014]
    assert traces.entered == [2010, 2011, 2012, 2013]


def test_a_statement_on_a_report_without_a_dialogue_has_its_year(db):
    not_held = make_dialogue(held_on=None, year=2020, format="not-held")
    theme = make_theme()
    make_statement(not_held, themes=[theme])

    traces = positions_on(theme)

    assert (traces.years[-1], traces.entered[-1]) == (2020, 2020)
    assert [one.first for one in traces.rows] == [2020]


def test_who_supported_and_is_heard_no_more_is_not_said_to_be_silent(made):
    assert row(positions_on(made.veto), made.B).not_mentioned_since_support is None


def test_who_supported_and_then_spoke_of_other_themes_is_told(made):
    speaks = made.B.participations.get(dialogue=made.dialogues[2013])
    make_statement(participation=speaks, themes=[made.warning])

    for traces, record in ((positions_on(made.veto), made.B), (positions_of(made.B), made.veto)):
        assert row(traces, record).not_mentioned_since_support == (2011, [2013])


def test_who_said_something_else_last_did_not_fall_silent_after_support(made):
    speaks = made.B.participations.get(dialogue=made.dialogues[2013])
    make_statement(participation=speaks, themes=[made.veto], stance="questions")

    assert row(positions_on(made.veto), made.B).not_mentioned_since_support is None


@pytest.mark.parametrize("more", [0, 3])
def test_they_cost_the_same_at_any_size(made, more, django_assert_num_queries):
    for _ in range(more):
        make_statement(themes=[made.veto])

    with django_assert_num_queries(3):
        positions_of(made.B)
    with django_assert_num_queries(5):
        positions_on(made.veto)
