"""The statements on a theme, year by year."""

from datetime import date

import pytest

from dialogues.analysis.theme_years import theme_years
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def in_year(year, **fields):
    return make_dialogue(held_on=date(year, 6, 1), **fields)


def test_statements_on_a_theme_and_below_it_are_counted_by_year_and_speaker():
    theme = make_theme()
    below, other = make_theme(parent=theme), make_theme()
    old, new = in_year(2009), in_year(2017)
    a, b = make_state("A"), make_state("B")
    spoken = make_participation(new, b)
    make_statement(participation=spoken, themes=[theme, below])
    make_statement(participation=spoken, themes=[below])
    make_statement(participation=make_participation(new, a), themes=[theme])
    make_statement(participation=make_participation(new, a, capacity="closing"), themes=[other])
    by_person = make_participation(new, person=make_person(), capacity="panel")
    make_statement(participation=by_person, themes=[theme])
    make_statement(dialogue=new, attribution="some", themes=[theme])
    make_draft(new, themes=[theme])
    make_statement(dialogue=old, attribution="some", themes=[other])
    in_year(2020)

    rows = [
        (year.year, year.entered, year.on_theme, list(map(str, year.participants)), year.others)
        for year in theme_years(theme, "1 now")
    ]

    assert rows == [(2009, 1, 0, [], 0), (2017, 6, 5, ["A", "B"], 2), (2020, 0, 0, [], 0)]


def test_a_year_with_only_a_draft_dialogue_is_left_out():
    in_year(2017, status="draft")

    assert theme_years(make_theme(), "2 now") == []


@pytest.mark.parametrize("size", [1, 3])
def test_the_number_of_queries_does_not_grow(size, django_assert_num_queries):
    theme = make_theme()
    for n in range(size):
        make_statement(in_year(2009 + n), themes=[theme])

    with django_assert_num_queries(5):
        theme_years(theme, f"{size} of two")
