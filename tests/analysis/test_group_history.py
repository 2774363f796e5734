"""What a state counts as under each clock, beside the numbers worked out on paper."""

import pytest

from dialogues.analysis.group_history import has_differences, history_by_clock


def told(rows):
    return {
        row.clock.value: (
            row.names,
            [(str(one.group), one.dialogues, one.statements) for one in row.groups],
        )
        for row in rows
    }


def test_a_state_that_moved_counts_in_another_group_by_each_clock(made):
    assert told(history_by_clock(made.A)) == {
        "printed": (["The A"], [("North", 2, 2)]),
        "date": (["State A"], [("North", 1, 1), ("South", 1, 1)]),
        "today": (["State A"], [("South", 2, 2)]),
    }


def test_a_state_that_was_renamed_has_its_name_of_the_day(made):
    assert told(history_by_clock(made.F)) == {
        "printed": ([], [("None", 1, 1)]),
        "date": (["Old F"], [("South", 1, 1)]),
        "today": (["State F"], [("South", 1, 1)]),
    }


@pytest.mark.parametrize(("letter", "expected"), [("A", True), ("B", False), ("F", True)])
def test_where_the_clocks_say_the_same_nothing_is_to_be_told(made, letter, expected):
    assert has_differences(history_by_clock(getattr(made, letter))) == expected


@pytest.mark.parametrize("letter", ["A", "E"])
def test_it_costs_the_same_at_any_size(made, letter, django_assert_num_queries):
    with django_assert_num_queries(4):
        history_by_clock(getattr(made, letter))
