"""Names and groups by each clock, against the numbers worked out on paper."""

import pytest

from dialogues.analysis.group_history import has_differences, history_by_clock


def as_dict(histories):
    return {
        history.clock.value: (
            history.names,
            [
                (str(activity.group), activity.dialogues, activity.statements)
                for activity in history.groups
            ],
        )
        for history in histories
    }


def test_a_state_that_changed_groups_counts_differently_by_each_clock(made):
    assert as_dict(history_by_clock(made.A)) == {
        "printed": (["The A"], [("North", 2, 2)]),
        "date": (["State A"], [("North", 1, 1), ("South", 1, 1)]),
        "today": (["State A"], [("South", 2, 2)]),
    }


def test_a_renamed_state_has_its_name_on_the_day(made):
    assert as_dict(history_by_clock(made.F)) == {
        "printed": ([], [("None", 1, 1)]),
        "date": (["Old F"], [("South", 1, 1)]),
        "today": (["State F"], [("South", 1, 1)]),
    }


@pytest.mark.parametrize(("letter", "expected"), [("A", True), ("B", False), ("F", True)])
def test_clocks_differ_if_names_or_groups_do(made, letter, expected):
    assert has_differences(history_by_clock(getattr(made, letter))) == expected


@pytest.mark.parametrize("letter", ["A", "E"])
def test_the_number_of_queries_does_not_grow(made, letter, django_assert_num_queries):
    with django_assert_num_queries(4):
        history_by_clock(getattr(made, letter))
