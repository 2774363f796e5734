"""Position traces, beside the numbers worked out on paper."""

import pytest

from dialogues.analytics.positions import positions_of, positions_on
from tests.records import make_statement


def told(traces):
    """{record: {year: (its own stances, those of joint statements)}}."""
    return {
        str(row.record): {
            year: (dict(said.own), dict(said.joint)) for year, said in sorted(row.years.items())
        }
        for row in traces.rows
    }


def row(traces, record):
    return next(one for one in traces.rows if one.record == record)


def test_a_state_theme_by_theme(made):
    assert told(positions_of(made.A)) == {
        "Prevention": {2010: ({"supports": 1}, {}), 2012: ({"opposes": 1}, {})},
        "Warning": {2012: ({"opposes": 1}, {})},
    }


def test_a_theme_state_by_state(made):
    assert told(positions_on(made.veto)) == {
        "State B": {2010: ({}, {"supports": 1}), 2011: ({"supports": 1}, {})},
        "State D": {2012: ({}, {"questions": 1})},
        "State E": {2013: ({"neutral": 1}, {})},
    }


def test_a_theme_includes_those_below_and_counts_a_statement_once(made):
    assert told(positions_on(made.prevention)) == {
        "State A": {2010: ({"supports": 1}, {}), 2012: ({"opposes": 1}, {})},
        "State C": {2011: ({"not-stated": 1}, {})},
        "State F": {2011: ({"supports": 1}, {})},
    }
    assert told(positions_of(made.C)) == {
        "Prevention": {2011: ({"not-stated": 1}, {})},
        "Warning": {2011: ({"not-stated": 1}, {})},
    }


def test_a_change_is_one_of_its_own_stances(made):
    changes = {str(one.record): one.changes for one in positions_of(made.A).rows}

    assert changes == {
        "Prevention": [(2012, frozenset({"supports"}), frozenset({"opposes"}))],
        "Warning": [],
    }
    assert [one.changes for one in positions_on(made.veto).rows] == [[], [], []]


def test_a_stance_that_is_not_stated_changes_nothing(made):
    speaks = made.A.participations.get(dialogue=made.dialogues[2012])
    make_statement(participation=speaks, themes=[made.veto], stance="supports")
    make_statement(participation=speaks, themes=[made.veto], stance="not-stated")

    assert row(positions_of(made.A), made.veto).changes == []


@pytest.mark.parametrize(
    ("letter", "theme", "first", "silent_after"),
    [
        ("A", "prevention", 2010, None),
        ("B", "veto", 2010, 2011),
        ("E", "veto", 2013, None),
        ("F", "prevention", 2011, 2011),
    ],
)
def test_first_mention_and_silence_after_support(made, letter, theme, first, silent_after):
    trace = row(positions_on(getattr(made, theme)), getattr(made, letter))

    assert (trace.first, trace.silent_after_support) == (first, silent_after)


def test_years_without_any_statement_are_no_silence(made):
    traces = positions_of(made.B)

    assert (traces.years, traces.entered) == ([2010, 2011, 2012, 2013],) * 2


def test_support_in_the_last_year_that_is_entered_is_no_silence(made):
    speaks = made.E.participations.get(dialogue=made.dialogues[2013])
    make_statement(participation=speaks, themes=[made.warning], stance="supports")

    assert row(positions_of(made.E), made.warning).silent_after_support is None


@pytest.mark.parametrize("more", [0, 3])
def test_they_cost_the_same_at_any_size(made, more, django_assert_num_queries):
    for _ in range(more):
        make_statement(themes=[made.veto])

    with django_assert_num_queries(3):
        positions_of(made.B)
    with django_assert_num_queries(4):
        positions_on(made.veto)
