"""Positions over the years, against the numbers worked out on paper."""

from datetime import date

import pytest

from dialogues.analysis.positions import positions_of, positions_on
from tests.records import make_dialogue, make_statement, make_theme


def as_dict(positions):
    """{record: {year: (its own stances, those of joint statements, how many on parts)}}."""
    return {
        str(row.record): {
            year: (dict(stances.own), dict(stances.joint), stances.on_parts)
            for year, stances in sorted(row.years.items())
        }
        for row in positions.rows
    }


def row(positions, record):
    return next(by_year for by_year in positions.rows if by_year.record == record)


def test_a_state_theme_by_theme(made):
    assert as_dict(positions_of(made.A)) == {
        "Prevention": {2010: ({"supports": 1}, {}, 0), 2012: ({}, {}, 1)},
        "Warning": {2012: ({"opposes": 1}, {}, 0)},
    }


def test_a_theme_state_by_state(made):
    assert as_dict(positions_on(made.veto)) == {
        "State B": {2010: ({}, {"supports": 1}, 0), 2011: ({"supports": 1}, {}, 0)},
        "State D": {2012: ({}, {"questions": 1}, 0)},
        "State E": {2013: ({"neutral": 1}, {}, 0)},
    }


def test_a_stance_on_a_sub_theme_is_no_stance_on_the_whole(made):
    assert as_dict(positions_on(made.prevention)) == {
        "State A": {2010: ({"supports": 1}, {}, 0), 2012: ({}, {}, 1)},
        "State C": {2011: ({"not-stated": 1}, {}, 0)},
        "State F": {2011: ({}, {}, 1)},
    }


def test_a_statement_on_a_theme_and_its_sub_theme_counts_once(made):
    assert as_dict(positions_of(made.C)) == {
        "Prevention": {2011: ({"not-stated": 1}, {}, 0)},
        "Warning": {2011: ({"not-stated": 1}, {}, 0)},
    }


def test_only_own_stances_on_the_theme_itself_are_a_change(made):
    assert [by_year.changes for by_year in positions_of(made.A).rows] == [[], []]
    assert [by_year.changes for by_year in positions_on(made.veto).rows] == [[], [], []]

    speaks = made.A.participations.get(dialogue=made.dialogues[2012])
    make_statement(participation=speaks, themes=[made.prevention], stance="opposes")

    change = (2012, frozenset({"supports"}), frozenset({"opposes"}))
    assert [by_year.changes for by_year in positions_of(made.A).rows] == [[change], []]


def test_a_stance_not_stated_is_no_change(made):
    speaks = made.A.participations.get(dialogue=made.dialogues[2012])
    make_statement(participation=speaks, themes=[made.veto], stance="supports")
    make_statement(participation=speaks, themes=[made.veto], stance="not-stated")

    assert row(positions_of(made.A), made.veto).changes == []


@pytest.mark.parametrize(
    ("letter", "theme", "first"),
    [("A", "prevention", 2010), ("B", "veto", 2010), ("E", "veto", 2013), ("A", "warning", 2012)],
)
def test_the_first_mention_is_the_first_recorded_year(made, letter, theme, first):
    assert row(positions_on(getattr(made, theme)), getattr(made, letter)).first == first


def test_years_have_a_dialogue_or_a_statement_of_any_speaker(made):
    make_dialogue(held_on=date(2014, 5, 1))

    positions = positions_of(made.B)

    assert positions.years == [2010, 2011, 2012, 2013, 2014]
    assert positions.entered == [2010, 2011, 2012, 2013]


def test_a_statement_on_a_report_without_a_dialogue_has_its_year(db):
    not_held = make_dialogue(held_on=None, year=2020, format="not-held")
    theme = make_theme()
    make_statement(not_held, themes=[theme])

    positions = positions_on(theme)

    assert (positions.years[-1], positions.entered[-1]) == (2020, 2020)
    assert [by_year.first for by_year in positions.rows] == [2020]


def test_support_without_later_statements_has_no_end(made):
    assert row(positions_on(made.veto), made.B).not_mentioned_since_support is None


def test_support_followed_by_other_themes_has_an_end(made):
    speaks = made.B.participations.get(dialogue=made.dialogues[2013])
    make_statement(participation=speaks, themes=[made.warning])

    for positions, record in ((positions_on(made.veto), made.B), (positions_of(made.B), made.veto)):
        assert row(positions, record).not_mentioned_since_support == (2011, [2013])


def test_support_followed_by_another_stance_has_no_end(made):
    speaks = made.B.participations.get(dialogue=made.dialogues[2013])
    make_statement(participation=speaks, themes=[made.veto], stance="questions")

    assert row(positions_on(made.veto), made.B).not_mentioned_since_support is None


@pytest.mark.parametrize("more", [0, 3])
def test_the_number_of_queries_does_not_grow(made, more, django_assert_num_queries):
    for _ in range(more):
        make_statement(themes=[made.veto])

    with django_assert_num_queries(3):
        positions_of(made.B)
    with django_assert_num_queries(5):
        positions_on(made.veto)
