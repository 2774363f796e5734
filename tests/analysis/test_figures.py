"""Printed figures checked against the record, by the numbers worked out on paper."""

from datetime import date

import pytest

from dialogues.analysis.figures import figure_checks
from dialogues.models import ReportedFigure
from tests.records import (
    make_dialogue,
    make_figure,
    make_membership,
    make_participation,
    make_source,
    make_state,
)

NOT_ENTERED = "No list of speakers is recorded."
IN_PART = "The list of speakers is incomplete. Recorded: 2."


def quantities():
    return figure_checks(ReportedFigure.objects.public())


def only_check():
    ((check,),) = [quantity.checks for quantity in quantities()]
    return check


def outcome(check):
    return check.result_text, check.recorded.number, check.reason


@pytest.mark.parametrize(
    ("year", "measure", "value", "qualifier", "expected"),
    [
        (2010, "states-speaking", 2, "exact", ("matches", 2, "")),
        (2011, "states-speaking", 4, "exact", ("1 fewer here", 3, "")),
        (2013, "states-speaking", 1, "exact", ("1 more here", 2, "")),
        (2013, "states-speaking", 3, "at-least", ("1 fewer here", 2, "")),
        (2013, "states-speaking", 2, "at-least", ("matches", 2, "")),
        (2013, "states-speaking", 1, "at-least", ("matches", 2, "")),
        (2013, "states-speaking", 2, "over", ("1 fewer here", 2, "")),
        (2013, "states-speaking", 1, "over", ("matches", 2, "")),
        (
            2010,
            "states-speaking",
            2,
            "about",
            ("cannot be checked", 2, "The source prints a round number."),
        ),
        (2012, "states-speaking", 5, "exact", ("cannot be checked", 2, IN_PART)),
        (2012, "states-speaking", 1, "exact", ("1 more here", 2, "")),
        (2012, "states-speaking", 2, "at-least", ("matches", 2, "")),
        (2012, "states-speaking", 3, "at-least", ("cannot be checked", 2, IN_PART)),
        (2010, "observers-speaking", 0, "exact", ("matches", 0, "")),
        (2010, "organizations-speaking", 1, "exact", ("1 fewer here", 0, "")),
        (2010, "states-covered", 3, "over", ("matches", 4, "")),
        (2013, "states-covered", 3, "at-least", ("1 fewer here", 2, "")),
        (
            2011,
            "states-covered",
            4,
            "exact",
            (
                "cannot be checked",
                4,
                "For whom these spoke is not recorded by name: State F.",
            ),
        ),
        (2011, "states-ever", 4, "exact", ("matches", 4, "")),
        (
            2013,
            "states-ever",
            6,
            "exact",
            (
                "cannot be checked",
                6,
                "Dialogues of the series up to then: 4; with a full list of speakers: 3.",
            ),
        ),
        (2011, "states-every", 1, "exact", ("matches", 1, "")),
        (
            2013,
            "states-every",
            1,
            "exact",
            (
                "cannot be checked",
                None,
                "Dialogues of the series up to then: 4; with a full list of speakers: 3.",
            ),
        ),
        (
            2013,
            "people-present",
            90,
            "exact",
            ("cannot be checked", None, "Who was in the room is not recorded."),
        ),
        (
            2013,
            "vote",
            90,
            "exact",
            ("cannot be checked", None, "How each state voted is not recorded."),
        ),
        (
            2013,
            "other",
            90,
            "exact",
            ("cannot be checked", None, "The collection does not record it."),
        ),
    ],
)
def test_each_measure_has_its_result(made, year, measure, value, qualifier, expected):
    make_figure(dialogue=made.dialogues[year], measure=measure, value=value, qualifier=qualifier)

    assert outcome(only_check()) == expected


@pytest.mark.parametrize(
    ("group", "year", "measure", "value", "expected"),
    [
        ("pact", 2010, "group-size", 3, ("matches", 3, "")),
        ("pact", 2012, "group-size", 3, ("1 fewer here", 2, "")),
        ("pact", 2011, "members-speaking", 2, ("matches", 2, "")),
        (
            "club",
            2010,
            "group-size",
            2,
            (
                "cannot be checked",
                1,
                "Its members on that day are known in part. Recorded: 1.",
            ),
        ),
        (
            "club",
            2011,
            "group-size",
            2,
            ("cannot be checked", 0, "No member on that day is recorded."),
        ),
        (
            "pact",
            2012,
            "members-speaking",
            2,
            (
                "cannot be checked",
                1,
                "The list of speakers is incomplete. Recorded: 1.",
            ),
        ),
    ],
)
def test_members_are_counted_on_the_day(made, group, year, measure, value, expected):
    make_figure(
        dialogue=made.dialogues[year], measure=measure, value=value, group=getattr(made, group)
    )

    assert outcome(only_check()) == expected


def test_counted_states_are_named(made):
    make_figure(dialogue=made.dialogues[2011], value=4)

    recorded = only_check().recorded

    assert recorded.participants == [made.B, made.C, made.F]
    assert recorded.note == "4 interventions by 3 states."


def test_a_note_says_how_states_are_covered(made):
    make_figure(dialogue=made.dialogues[2010], measure="states-covered", value=4)

    assert only_check().recorded.note == "Took the floor: 2; named as spoken for: 1; as members: 1."


@pytest.mark.parametrize(
    ("value", "excess"), [(3, ""), (4, "4 is more than the 3 states that took the floor.")]
)
def test_a_position_of_more_states_than_spoke_is_marked(made, value, excess):
    make_figure(
        dialogue=made.dialogues[2011], measure="position", value=value, theme=made.prevention
    )

    check = only_check()

    assert outcome(check) == (
        "cannot be checked",
        None,
        "A summary counts states and names few of them: 2 states have a statement on it here.",
    )
    assert check.recorded.excess == excess
    assert check.recorded.participants == [made.C, made.F]


def test_a_statement_on_the_theme_need_not_take_the_position(made):
    make_figure(dialogue=made.dialogues[2011], measure="position", value=1, theme=made.prevention)

    assert only_check().result_text == "cannot be checked"


def test_a_position_without_a_theme_cannot_be_checked(made):
    make_figure(dialogue=made.dialogues[2011], measure="position", value=1)

    assert only_check().reason == "It is on no theme of this collection."


def test_a_position_of_another_day_is_not_compared_with_the_speakers(made):
    make_figure(
        dialogue=made.dialogues[2011],
        measure="position",
        value=90,
        theme=made.prevention,
        counted_on=date(2011, 6, 1),
    )

    check = only_check()

    assert outcome(check) == (
        "cannot be checked",
        None,
        "It is of another day than the dialogue.",
    )
    assert check.recorded.excess == ""


def test_printed_names_are_compared_with_the_full_lists(made):
    figure = make_figure(dialogue=made.dialogues[2013], measure="states-every", value=2)
    figure.named.set([made.B, made.D])

    check = only_check()

    assert check.names == [made.B, made.D]
    assert check.recorded.note == "States it names: 2; recorded in each list that is full: 0."


def test_figures_of_sources_that_disagree_are_one_quantity(made):
    first = make_figure(dialogue=made.dialogues[2010], value=2)
    make_figure(dialogue=made.dialogues[2011], value=3)
    second = make_figure(dialogue=made.dialogues[2010], value=3)

    single, disputed = quantities()

    assert [check.figure for check in disputed.checks] == [first, second]
    assert (single.sources_disagree, disputed.sources_disagree) == (False, True)


def test_one_source_does_not_disagree_with_itself(made):
    source = make_source()
    for value in (2, 3):
        make_figure(dialogue=made.dialogues[2010], value=value, source=source)

    assert [quantity.sources_disagree for quantity in quantities()] == [False]


@pytest.mark.parametrize(
    ("unit", "number"),
    [("states", 3), ("Member States", 3), ("members", 4), ("regional Organizations", 1)],
)
def test_the_unit_says_which_members_are_counted(made, unit, number):
    make_membership(made.pact, make_state(kind="regional-organization"))
    make_figure(
        measure="group-size", group=made.pact, counted_on=date(2010, 5, 1), value=9, unit=unit
    )

    assert only_check().recorded.number == number


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"measure": "group-size"}, "It is of no day."),
        ({"measure": "states-speaking"}, "It is of no dialogue of this collection."),
    ],
)
def test_a_figure_without_a_day_or_dialogue_cannot_be_checked(made, fields, why):
    make_figure(group=made.pact, **fields)

    assert only_check().reason == why


@pytest.mark.parametrize("measure", ["states-ever", "states-every"])
def test_a_dialogue_outside_any_series_has_no_series_numbers(db, measure):
    make_figure(dialogue=make_dialogue(), measure=measure, value=9)

    assert only_check().reason == "The dialogue is recorded as part of no series."


def test_a_year_without_a_dialogue_counts_the_series_up_to_it(made):
    not_held = make_dialogue(held_on=None, year=2011, format="not-held", series="annual")
    make_figure(dialogue=not_held, measure="states-ever", value=4)

    assert outcome(only_check()) == ("matches", 4, "")


def test_a_group_without_known_members_on_the_day_cannot_be_checked(made):
    make_membership(made.club, made.B, since=date(2012, 1, 1))
    made.club.memberships_of_it.filter(member=made.A).get().delete()
    make_figure(measure="group-size", group=made.club, counted_on=date(2010, 5, 1), value=9)

    assert outcome(only_check()) == ("cannot be checked", 0, "No member on that day is recorded.")


@pytest.mark.parametrize("key", ["theme", "group"])
def test_speakers_on_a_theme_or_of_a_group_cannot_be_checked(made, key):
    record = {"theme": made.veto, "group": made.pact}[key]
    make_figure(dialogue=made.dialogues[2010], value=1, **{key: record})

    assert only_check().result == "unchecked"


def test_two_positions_without_a_theme_are_two_quantities(made):
    for value in (5, 20):
        make_figure(dialogue=made.dialogues[2010], measure="position", value=value)

    assert [quantity.sources_disagree for quantity in quantities()] == [
        False,
        False,
    ]


def test_three_are_more_than_two_and_a_half(made):
    make_figure(dialogue=made.dialogues[2011], value="2.5", qualifier="over")

    assert only_check().result == "agrees"


def test_members_that_spoke_may_be_organizations(made):
    union = make_state(kind="regional-organization")
    make_membership(made.pact, union)
    make_participation(made.dialogues[2011], union, capacity="own-name")
    make_figure(
        dialogue=made.dialogues[2011],
        measure="members-speaking",
        group=made.pact,
        value=3,
        unit="members",
    )

    assert outcome(only_check()) == ("matches", 3, "")


def test_two_states_are_more_than_one_and_a_half(made):
    make_figure(dialogue=made.dialogues[2010], value="1.5")

    assert only_check().result == "over"


def test_states_and_organizations_of_a_group_are_two_quantities(made):
    figure = {"measure": "group-size", "group": made.pact, "counted_on": date(2010, 5, 1)}
    make_figure(**figure, value=3, unit="states")
    make_figure(**figure, value=1, unit="regional organizations")

    assert [len(quantity.checks) for quantity in quantities()] == [1, 1]


def test_a_figure_without_a_dialogue_cannot_be_checked(db):
    make_figure()

    assert outcome(only_check()) == (
        "cannot be checked",
        None,
        "It is of no dialogue of this collection.",
    )


def test_a_dialogue_without_a_list_cannot_check_a_figure(db):
    make_figure(dialogue=make_dialogue(speaker_list="not-entered"), value=9)

    assert outcome(only_check()) == ("cannot be checked", 0, NOT_ENTERED)


@pytest.mark.parametrize("more", [1, 4])
def test_the_number_of_queries_does_not_grow(made, more, django_assert_num_queries):
    for _ in range(more):
        for measure in ("position", "states-every", "states-covered"):
            make_figure(dialogue=made.dialogues[2013], measure=measure, theme=made.veto)

    with django_assert_num_queries(5):
        figure_checks(ReportedFigure.objects.public())
