"""Numbers of the starter collection that are known to agree or disagree with its sources."""

import pytest

from dialogues.analysis.commitment import commitment_of_supporters
from dialogues.analysis.coverage import coverage
from dialogues.analysis.coverage_status import CoverageStatus
from dialogues.analysis.figures import figure_checks
from dialogues.analysis.group_history import history_by_clock
from dialogues.analysis.series import series_attendance
from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.choices import Clock
from dialogues.models import (
    Dialogue,
    Edition,
    Participant,
    ReportedFigure,
    Theme,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]


def check_of(key):
    for quantity in figure_checks(ReportedFigure.objects.public()):
        for check in quantity.checks:
            if check.figure.key == key:
                return check
    raise AssertionError(key)


def ledger_of(slug, **options):
    return coverage(Dialogue.objects.filter(slug=slug), **options)


def with_status(slug, status):
    ledger = ledger_of(slug)
    (dialogue,) = ledger.dialogues
    return [state.slug for state in ledger.states if ledger.status(dialogue, state) == status]


def totals(slug, **options):
    ledger = ledger_of(slug, **options)
    return ledger.totals(ledger.dialogues[0])


def test_in_2017_73_states_took_the_floor_and_87_are_covered():
    numbers = totals("unga-2017-09-06")

    assert (numbers.spoke, numbers.interventions, numbers.covered, numbers.states) == (
        73,
        73,
        87,
        193,
    )


def test_in_2017_six_states_are_only_named_as_spoken_for():
    slugs = ["denmark", "estonia", "finland", "iceland", "lithuania", "sweden"]

    assert with_status("unga-2017-09-06", CoverageStatus.NAMED) == slugs


def test_the_98_of_2017_cannot_be_checked():
    check = check_of("unga-2017-states-covered-98")

    assert (check.result_text, check.recorded.number) == ("cannot be checked", 87)
    assert check.reason == (
        "The members of these are not all recorded: "
        "Group of Friends of the Responsibility to Protect."
    )
    assert check.recorded.note == "Took the floor: 73; named as spoken for: 6; as members: 8."


def test_the_75_on_the_prevention_agenda_are_more_than_spoke():
    check = check_of("unga-2017-position-75-sg-prevention-agenda")

    assert check.result_text == "cannot be checked"
    assert check.recorded.excess == "75 is more than the 73 states that took the floor."


def test_the_23_states_of_2021_are_23_interventions_by_22():
    check = check_of("hrc-2021-states-speaking-23")

    assert (check.result_text, check.recorded.number) == ("1 fewer here", 22)
    assert check.recorded.note == "23 interventions by 22 states."


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("unga-2017-states-speaking-73", "matches"),
        ("unga-2017-observers-speaking-2", "matches"),
        ("unga-2017-civil-society-speaking-5", "matches"),
        ("hrc-2021-organizations-speaking-1", "matches"),
        ("unga-2017-other-27", "1 more here"),
        ("unga-2017-other-34", "cannot be checked"),
        ("unga-2016-states-covered-93", "cannot be checked"),
        ("hrc-2021-group-size-53", "cannot be checked"),
    ],
)
def test_each_figure_has_its_result(key, verdict):
    assert check_of(key).result_text == verdict


def test_sources_disagree_on_these_numbers():
    keys = [
        quantity.figure.key
        for quantity in figure_checks(ReportedFigure.objects.public())
        if quantity.sources_disagree
    ]

    assert keys == [
        "unga-2017-position-65-formal-agenda",
        "unga-2016-states-covered-93",
        "unga-2014-09-08-states-covered-81",
        "unga-2013-09-11-states-speaking-69",
        "unga-2012-09-05-states-speaking-58",
        "unga-2009-07-23-states-speaking-94",
        "record-code-102",
    ]


def test_the_seventeen_that_spoke_every_time_are_a_figure_of_a_source():
    _unnamed, figure = series_attendance("ga-consideration").figures

    assert (figure.figure.key, len(figure.states)) == ("unga-2017-other-17", 17)
    assert (figure.dialogues, figure.lists_known, figure.contradicted) == (9, 1, [])
    # None of them is missing from a list that is full.
    assert {tuple(state)[3] for state in figure.states} == {0}
    assert check_of("unga-2017-other-17").recorded.note == (
        "States it names: 17; recorded in each list that is full: 17."
    )


def test_of_no_state_is_it_known_that_it_spoke_every_time():
    series = series_attendance("ga-consideration")

    assert (len(series.dialogues), len(series.full_lists)) == (16, 1)
    assert {attendance.in_all for attendance in series.states if attendance.recorded} == {
        None,
        False,
    }


@pytest.mark.parametrize(("slug", "members"), [("unga-2017-09-06", 28), ("hrc-2021-05-11", 27)])
def test_the_european_union_covers_its_members_on_the_day(slug, members):
    numbers = totals(slug, group=Participant.objects.get(slug="european-union"))

    assert (numbers.states, numbers.covered) == (members, members)


def test_a_member_that_dissociated_is_not_covered():
    assert with_status("unga-2016-09-06", CoverageStatus.DISSOCIATED) == ["liechtenstein"]


def test_turkiye_counts_in_a_group_by_the_clock():
    histories = {
        history.clock.value: (
            history.names,
            [(str(activity.group), activity.dialogues) for activity in history.groups],
        )
        for history in history_by_clock(Participant.objects.get(slug="turkiye"))
    }

    assert histories == {
        "printed": (["Turkey", "Türkiye"], [("Asia-Pacific States", 1), ("None", 3)]),
        "date": (["Turkey", "Türkiye"], [("Western European and other States", 4)]),
        "today": (["Türkiye"], [("Western European and other States", 4)]),
    }


@pytest.mark.parametrize(
    ("clock", "asia_pacific", "weog"),
    [(Clock.EITHER, 19, 17), (Clock.PRINTED, 19, 17), (Clock.DATE, 18, 18), (Clock.TODAY, 18, 18)],
)
def test_speakers_of_2017_by_regional_group_and_clock(clock, asia_pacific, weog):
    dialogues = Dialogue.objects.filter(slug="unga-2017-09-06")
    _groups, (speakers,) = speakers_by_group(dialogues, Edition.objects.current_stamp(), clock)

    by_slug = {group.slug: number for group, number in speakers.by_group.items()}
    assert by_slug == {
        "african": 8,
        "asia-pacific": asia_pacific,
        "eastern-european": 13,
        "grulac": 16,
        "weog": weog,
    }


def test_initiators_support_an_initiative_from_its_first_mention():
    dialogues = list(Dialogue.objects.held().oldest_first())
    commitment = commitment_of_supporters(
        dialogues, Theme.objects.get(slug="france-mexico-initiative")
    )

    first = next(dialogue for dialogue in dialogues if commitment.totals(dialogue))
    slugs = ["canada", "france", "germany", "italy", "japan", "mexico"]
    assert [state.slug for state in commitment.states] == slugs
    assert first.slug == "unga-2014-09-08"
