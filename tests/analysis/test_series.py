"""Streaks and firsts, beside the numbers worked out on paper."""

import pytest

from dialogues.analysis.series import AttendanceVoice, series_attendance
from tests.records import make_dialogue, make_figure


def of(series, state):
    return next(one for one in series.states if one.state == state)


def heard(attendance):
    return [(dialogue.year, one.value) for dialogue, one in attendance.dialogues]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("A", ["yes", "no", "yes", "no"]),
        ("B", ["yes", "yes", "unknown", "no"]),
        ("C", ["no", "yes", "unknown", "no"]),
        ("D", ["no", "no", "yes", "yes"]),
        ("E", ["no", "no", "unknown", "yes"]),
    ],
)
def test_a_list_that_is_not_full_leaves_open_who_spoke(made, letter, expected):
    attendance = of(series_attendance("annual"), getattr(made, letter))

    assert heard(attendance) == list(zip([2010, 2011, 2012, 2013], expected, strict=True))


def test_years_before_a_state_joined_do_not_count(made):
    assert heard(of(series_attendance("annual"), made.F)) == [
        (2011, "yes"),
        (2012, "unknown"),
        (2013, "no"),
    ]


@pytest.mark.parametrize(
    ("letter", "longest", "current"),
    [
        ("A", (1, 1), (0, 0)),
        ("B", (2, 3), (0, 0)),
        ("C", (1, 2), (0, 0)),
        ("D", (2, 2), (2, 2)),
        ("E", (1, 2), (1, 2)),
        ("F", (1, 2), (0, 0)),
    ],
)
def test_runs_are_what_they_are_at_least_and_at_most(made, letter, longest, current):
    attendance = of(series_attendance("annual"), getattr(made, letter))

    assert (attendance.longest, attendance.current) == (longest, current)


@pytest.mark.parametrize(
    ("letter", "first", "is_certain", "since", "dropped_out"),
    [
        ("A", 2010, True, (2012, 2010), 2012),
        ("B", 2010, True, None, None),
        ("C", 2011, True, None, None),
        ("D", 2012, True, None, None),
        ("E", 2013, False, None, None),
        ("F", 2011, True, None, None),
    ],
)
def test_firsts_and_ends_are_said_where_lists_are_full(
    made, letter, first, is_certain, since, dropped_out
):
    one = of(series_attendance("annual"), getattr(made, letter))

    assert (one.first.year, one.is_first_certain) == (first, is_certain)
    assert (one.latest_return and tuple(part.year for part in one.latest_return)) == since
    assert (one.dropped_out_after and one.dropped_out_after.year) == dropped_out


def test_after_a_list_that_is_not_full_nothing_is_the_first_time_since(made):
    made.dialogues[2011].speaker_list = "incomplete"
    made.dialogues[2011].save()

    assert of(series_attendance("annual"), made.A).latest_return is None


def test_with_joint_statements_more_took_part(made):
    series = series_attendance("annual", AttendanceVoice.JOINT)

    assert [(one.state, len(one.recorded), one.in_all) for one in series.states] == [
        (made.D, 4, True),
        (made.B, 3, False),
        (made.A, 2, False),
        (made.C, 2, False),
        (made.E, 1, False),
        (made.F, 1, False),
    ]


def test_in_all_is_not_known_while_a_list_is_missing(made):
    made.dialogues[2013].speaker_list = "incomplete"
    made.dialogues[2013].save()

    assert of(series_attendance("annual"), made.B).in_all is None


def test_a_group_has_those_who_were_in_it_each_with_the_whole_series(made):
    series = series_attendance("annual", group=made.south)

    assert heard(of(series, made.A)) == heard(of(series_attendance("annual"), made.A))
    assert [one.state for one in series.states] == [made.A, made.D, made.E, made.F]


def test_a_claim_stands_beside_what_is_recorded(made):
    figure = make_figure(measure="states-every", dialogue=made.dialogues[2013], value=2)
    figure.named.set([made.B, made.D])

    (claim,) = series_attendance("annual").figures

    assert (claim.figure, claim.dialogues, claim.lists_known) == (figure, 4, 3)
    assert [tuple(one)[:4] for one in claim.states] == [(made.B, 2, 1, 1), (made.D, 2, 0, 2)]
    assert claim.contradicted == claim.states


def test_a_claim_is_the_same_whichever_group_is_chosen(made):
    figure = make_figure(measure="states-every", dialogue=made.dialogues[2011], value=1)
    figure.named.add(made.B)

    (claim,) = series_attendance("annual", group=made.south).figures

    assert [tuple(one)[:4] for one in claim.states] == [(made.B, 2, 0, 0)]


def test_a_claim_without_names_is_a_claim(made):
    make_figure(measure="states-every", dialogue=made.dialogues[2013], value=2)

    (claim,) = series_attendance("annual").figures

    assert (claim.states, claim.lists_known, claim.contradicted) == ([], 0, [])


@pytest.mark.parametrize("figures", [0, 3])
def test_it_costs_the_same_at_any_size(made, figures, django_assert_num_queries):
    for _ in range(figures):
        make_figure(measure="states-every", dialogue=made.dialogues[2013])

    with django_assert_num_queries(4):
        series_attendance("annual")


def test_dialogues_of_no_series_are_no_series(db):
    make_dialogue()

    assert series_attendance("").dialogues == []


def test_what_editors_note_of_a_speech_is_told(made):
    speaks = made.A.participations.get(dialogue=made.dialogues[2010])
    speaks.editor_note = "The source says that it spoke for the first time."
    speaks.save()

    assert of(series_attendance("annual"), made.A).notes == [speaks.editor_note]


def test_a_list_is_known_where_it_is_known_of_each_named_state(made):
    figure = make_figure(measure="states-every", dialogue=made.dialogues[2013], value=2)
    figure.named.set([made.A, made.B])

    (claim,) = series_attendance("annual").figures

    # Of 2012 it is known that A spoke, and not whether B did.
    assert claim.lists_known == 3
