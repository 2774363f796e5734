"""Members and supporters, against the numbers worked out on paper."""

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


def statuses(commitment, made):
    """{year: {state: status}} of the states committed on the day."""
    return {
        year: {
            state.name[-1]: status
            for state in commitment.states
            if (status := commitment.status(dialogue, state).value) != "outside"
        }
        for year, dialogue in made.dialogues.items()
    }


def test_members_spoke_mentioned_the_theme_or_neither(made):
    assert statuses(commitment_of_members(made.in_order, made.pact, made.veto), made) == {
        2010: {"B": "mentioned", "C": "through", "D": "through"},
        2011: {"B": "mentioned", "C": "spoke", "D": "through"},
        2012: {"B": "through", "D": "mentioned"},
        2013: {"B": "other", "D": "spoke"},
    }


def test_without_a_theme_no_state_mentions_it(made):
    assert statuses(commitment_of_members(made.in_order, made.pact), made)[2010] == {
        "B": "spoke",
        "C": "through",
        "D": "through",
    }


def test_a_state_is_silent_only_if_the_list_is_full(made):
    by_year = statuses(commitment_of_members(made.in_order, made.south), made)

    assert by_year[2012] == {"A": "spoke", "D": "spoke", "E": "unknown", "F": "unknown"}
    assert by_year[2013] == {"A": "silent", "D": "spoke", "E": "spoke", "F": "silent"}


def test_members_depend_on_the_clock(made):
    today = commitment_of_members(made.in_order, made.pact, clock=Clock.TODAY)

    assert statuses(today, made)[2010] == {"B": "spoke", "D": "through"}


@pytest.mark.parametrize(("group", "is_whole"), [("pact", True), ("club", False), ("south", True)])
def test_it_says_whether_all_members_are_known(made, group, is_whole):
    assert commitment_of_members(made.in_order, getattr(made, group)).is_whole == is_whole


def test_supporters_count_from_the_day_they_are_named(made):
    counted = {"measure": "position", "theme": made.veto, "dialogue": made.dialogues[2013]}
    make_figure(**counted, value=2, unit="supporting states").named.add(made.E)
    make_figure(**counted, value=2, unit="states that oppose it").named.add(made.D)

    commitment = commitment_of_supporters(made.in_order, made.veto)

    assert statuses(commitment, made) == {
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


def test_an_initiative_has_no_supporters_before_its_first_mention(made):
    made.warning.initiators.add(made.C)

    by_year = statuses(commitment_of_supporters(made.in_order, made.warning), made)

    assert [sorted(by_year[year]) for year in (2010, 2011)] == [[], ["C", "F"]]


def test_an_unattributed_statement_is_a_first_mention(made):
    theme = make_theme()
    theme.initiators.add(made.C)
    make_statement(made.dialogues[2012], themes=[theme], attribution="some delegations")

    assert sorted(statuses(commitment_of_supporters(made.in_order, theme), made)[2012]) == ["C"]
    assert statuses(commitment_of_supporters(made.in_order, theme), made)[2011] == {}


def test_a_figure_is_a_first_mention(made):
    theme = make_theme()
    theme.initiators.add(made.C)
    make_figure(measure="position", theme=theme, dialogue=made.dialogues[2011], value=2)

    by_year = statuses(commitment_of_supporters(made.in_order, theme), made)

    assert [sorted(by_year[year]) for year in (2010, 2011)] == [[], ["C"]]


def test_support_of_a_sub_theme_is_no_support_of_the_whole(made):
    assert commitment_of_supporters(made.in_order, made.prevention).states == [made.A]


def test_totals_count_states_committed_on_the_day(made):
    commitment = commitment_of_members(made.in_order, made.pact, made.veto)

    assert [dict(commitment.totals(dialogue)) for dialogue in made.in_order] == [
        {"mentioned": 1, "through": 2},
        {"mentioned": 1, "spoke": 1, "through": 1},
        {"through": 1, "mentioned": 1},
        {"other": 1, "spoke": 1},
    ]


@pytest.mark.parametrize("more", [0, 3])
def test_the_number_of_queries_does_not_grow(made, more, django_assert_num_queries):
    for _ in range(more):
        speaks = make_participation(made.dialogues[2013], make_state())
        make_statement(participation=speaks, themes=[made.veto], stance="supports")

    with django_assert_num_queries(4):
        commitment_of_members(made.in_order, made.pact, made.veto)
    with django_assert_num_queries(5):
        commitment_of_supporters(made.in_order, made.veto)
