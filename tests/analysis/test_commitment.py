"""Commitment and speech, beside the numbers worked out on paper."""

import pytest

from dialogues.analysis.commitment import commitment_of_members, commitment_of_supporters
from dialogues.choices import Clock
from tests.records import (
    make_figure,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)


def words(commitment, made):
    """{year: {state: what it did}} of those committed at the date."""
    return {
        year: {
            state.name[-1]: word
            for state in commitment.states
            if (word := commitment.status(dialogue, state).value) != "outside"
        }
        for year, dialogue in made.dialogues.items()
    }


def test_members_spoke_mentioned_the_theme_or_neither(made):
    assert words(commitment_of_members(made.in_order, made.pact, made.veto), made) == {
        2010: {"B": "mentioned", "C": "through", "D": "through"},
        2011: {"B": "mentioned", "C": "spoke", "D": "through"},
        2012: {"B": "through", "D": "mentioned"},
        2013: {"B": "other", "D": "spoke"},
    }


def test_without_a_theme_nobody_mentions_it(made):
    assert words(commitment_of_members(made.in_order, made.pact), made)[2010] == {
        "B": "spoke",
        "C": "through",
        "D": "through",
    }


def test_only_a_full_list_leaves_somebody_out(made):
    found = words(commitment_of_members(made.in_order, made.south), made)

    assert found[2012] == {"A": "spoke", "D": "spoke", "E": "unknown", "F": "unknown"}
    assert found[2013] == {"A": "silent", "D": "spoke", "E": "spoke", "F": "silent"}


def test_members_are_told_by_the_clock(made):
    today = commitment_of_members(made.in_order, made.pact, clock=Clock.TODAY)

    assert words(today, made)[2010] == {"B": "spoke", "D": "through"}


@pytest.mark.parametrize(("group", "is_whole"), [("pact", True), ("club", False), ("south", True)])
def test_whether_all_members_are_known_is_said(made, group, is_whole):
    assert commitment_of_members(made.in_order, getattr(made, group)).is_whole == is_whole


def test_supporters_are_those_named_from_that_day_on(made):
    counted = {"measure": "position", "theme": made.veto, "dialogue": made.dialogues[2013]}
    make_figure(**counted, value=2, unit="supporting states").named.add(made.E)
    make_figure(**counted, value=2, unit="states that oppose it").named.add(made.D)

    commitment = commitment_of_supporters(made.in_order, made.veto)

    assert words(commitment, made) == {
        2010: {"A": "spoke"},
        2011: {"A": "silent", "B": "mentioned"},
        2012: {"A": "spoke", "B": "through"},
        2013: {"A": "silent", "B": "other", "E": "mentioned"},
    }
    assert not commitment.is_whole


def test_figures_of_drafts_name_no_supporters(made):
    made.dialogues[2013].status = "draft"
    made.dialogues[2013].save()
    for year, state in ((2012, made.D), (2013, made.E)):
        counted = {"measure": "position", "theme": made.warning, "unit": "states supporting"}
        make_figure(**counted, dialogue=made.dialogues[year], value=2).named.add(state)

    assert commitment_of_supporters(made.in_order, made.warning).states == [made.D, made.F]


def test_an_initiative_has_no_supporters_before_it_is_heard_of(made):
    made.warning.initiators.add(made.C)

    found = words(commitment_of_supporters(made.in_order, made.warning), made)

    assert [sorted(found[year]) for year in (2010, 2011)] == [[], ["C", "F"]]


def test_an_initiative_is_heard_of_where_nobody_is_named(made):
    theme = make_theme()
    theme.initiators.add(made.C)
    make_statement(made.dialogues[2012], themes=[theme], attribution="some delegations")

    assert sorted(words(commitment_of_supporters(made.in_order, theme), made)[2012]) == ["C"]
    assert words(commitment_of_supporters(made.in_order, theme), made)[2011] == {}


def test_an_initiative_is_heard_of_where_a_source_counts(made):
    theme = make_theme()
    theme.initiators.add(made.C)
    make_figure(measure="position", theme=theme, dialogue=made.dialogues[2011], value=2)

    found = words(commitment_of_supporters(made.in_order, theme), made)

    assert [sorted(found[year]) for year in (2010, 2011)] == [[], ["C"]]


def test_support_of_a_part_is_no_support_of_the_whole(made):
    assert commitment_of_supporters(made.in_order, made.prevention).states == [made.A]


def test_totals_count_those_committed_at_the_date(made):
    commitment = commitment_of_members(made.in_order, made.pact, made.veto)

    assert [dict(commitment.totals(one)) for one in made.in_order] == [
        {"mentioned": 1, "through": 2},
        {"mentioned": 1, "spoke": 1, "through": 1},
        {"through": 1, "mentioned": 1},
        {"other": 1, "spoke": 1},
    ]


@pytest.mark.parametrize("more", [0, 3])
def test_they_cost_the_same_at_any_size(made, more, django_assert_num_queries):
    for _ in range(more):
        speaks = make_participation(made.dialogues[2013], make_state())
        make_statement(participation=speaks, themes=[made.veto], stance="supports")

    with django_assert_num_queries(4):
        commitment_of_members(made.in_order, made.pact, made.veto)
    with django_assert_num_queries(5):
        commitment_of_supporters(made.in_order, made.veto)
