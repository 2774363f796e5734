"""Attendance in a series, against the numbers worked out on paper."""

import pytest

from dialogues.analysis.series import AttendanceVoice, series_attendance
from tests.records import make_dialogue, make_figure


def attendance_of(series, state):
    return next(attendance for attendance in series.states if attendance.state == state)


def statuses(attendance):
    return [(dialogue.year, status.value) for dialogue, status in attendance.dialogues]


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
def test_without_a_full_list_it_is_unknown_who_spoke(made, letter, expected):
    attendance = attendance_of(series_attendance("annual"), getattr(made, letter))

    assert statuses(attendance) == list(zip([2010, 2011, 2012, 2013], expected, strict=True))


def test_years_before_a_state_joined_do_not_count(made):
    assert statuses(attendance_of(series_attendance("annual"), made.F)) == [
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
def test_runs_have_a_minimum_and_a_maximum(made, letter, longest, current):
    attendance = attendance_of(series_attendance("annual"), getattr(made, letter))

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
def test_first_return_and_drop_out_need_full_lists(
    made, letter, first, is_certain, since, dropped_out
):
    attendance = attendance_of(series_attendance("annual"), getattr(made, letter))

    assert (attendance.first.year, attendance.is_first_certain) == (first, is_certain)
    assert (
        attendance.latest_return and tuple(dialogue.year for dialogue in attendance.latest_return)
    ) == since
    assert (attendance.dropped_out_after and attendance.dropped_out_after.year) == dropped_out


def test_without_a_full_list_between_there_is_no_return(made):
    made.dialogues[2011].speaker_list = "incomplete"
    made.dialogues[2011].save()

    assert attendance_of(series_attendance("annual"), made.A).latest_return is None


def test_joint_statements_can_count_as_taking_part(made):
    series = series_attendance("annual", AttendanceVoice.JOINT)

    assert [
        (attendance.state, len(attendance.recorded), attendance.in_all)
        for attendance in series.states
    ] == [
        (made.D, 4, True),
        (made.B, 3, False),
        (made.A, 2, False),
        (made.C, 2, False),
        (made.E, 1, False),
        (made.F, 1, False),
    ]


def test_in_all_is_unknown_while_a_list_is_missing(made):
    made.dialogues[2013].speaker_list = "incomplete"
    made.dialogues[2013].save()

    assert attendance_of(series_attendance("annual"), made.B).in_all is None


def test_members_of_a_group_are_shown_with_the_whole_series(made):
    series = series_attendance("annual", group=made.south)

    assert statuses(attendance_of(series, made.A)) == statuses(
        attendance_of(series_attendance("annual"), made.A)
    )
    assert [attendance.state for attendance in series.states] == [made.A, made.D, made.E, made.F]


def test_a_figure_is_compared_with_the_record_of_each_named_state(made):
    reported = make_figure(measure="states-every", dialogue=made.dialogues[2013], value=2)
    reported.named.set([made.B, made.D])

    (figure,) = series_attendance("annual").figures

    assert (figure.figure, figure.dialogues, figure.lists_known) == (reported, 4, 3)
    assert [tuple(state)[:4] for state in figure.states] == [(made.B, 2, 1, 1), (made.D, 2, 0, 2)]
    assert figure.contradicted == figure.states


def test_a_figure_does_not_depend_on_the_selected_group(made):
    reported = make_figure(measure="states-every", dialogue=made.dialogues[2011], value=1)
    reported.named.add(made.B)

    (figure,) = series_attendance("annual", group=made.south).figures

    assert [tuple(state)[:4] for state in figure.states] == [(made.B, 2, 0, 0)]


def test_a_figure_without_names_is_listed(made):
    make_figure(measure="states-every", dialogue=made.dialogues[2013], value=2)

    (figure,) = series_attendance("annual").figures

    assert (figure.states, figure.lists_known, figure.contradicted) == ([], 0, [])


@pytest.mark.parametrize("figures", [0, 3])
def test_the_number_of_queries_does_not_grow(made, figures, django_assert_num_queries):
    for _ in range(figures):
        make_figure(measure="states-every", dialogue=made.dialogues[2013])

    with django_assert_num_queries(4):
        series_attendance("annual")


def test_dialogues_without_a_series_do_not_form_one(db):
    make_dialogue()

    assert series_attendance("").dialogues == []


def test_editors_notes_are_shown(made):
    speaks = made.A.participations.get(dialogue=made.dialogues[2010])
    speaks.editor_note = "The source says that it spoke for the first time."
    speaks.save()

    (note,) = attendance_of(series_attendance("annual"), made.A).notes
    assert note == "2010: The source says that it spoke for the first time."


def test_a_note_on_several_entries_is_shown_once(made):
    for participation in made.C.participations.all():
        participation.editor_note = "The same."
        participation.save()

    assert attendance_of(series_attendance("annual"), made.C).notes == ["2010, 2011: The same."]


def test_a_list_is_known_if_it_tells_of_each_named_state(made):
    reported = make_figure(measure="states-every", dialogue=made.dialogues[2013], value=2)
    reported.named.set([made.A, made.B])

    (figure,) = series_attendance("annual").figures

    # Of 2012 it is known that A spoke, and not whether B did.
    assert figure.lists_known == 3
