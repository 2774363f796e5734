"""What the starter collection shows, where sources and counts are known to meet or to part."""

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


def claim_of(key):
    for asked in figure_checks(ReportedFigure.objects.public()):
        for claim in asked.checks:
            if claim.figure.key == key:
                return claim
    raise AssertionError(key)


def ledger_of(slug, **asked):
    return coverage(Dialogue.objects.filter(slug=slug), **asked)


def with_mark(slug, mark):
    ledger = ledger_of(slug)
    (dialogue,) = ledger.dialogues
    return [one.slug for one in ledger.states if ledger.status(dialogue, one) == mark]


def totals(slug, **asked):
    ledger = ledger_of(slug, **asked)
    return ledger.totals(ledger.dialogues[0])


def test_in_2017_73_states_took_the_floor_and_87_are_covered():
    found = totals("unga-2017-09-06")

    assert (found.spoke, found.interventions, found.covered, found.states) == (73, 73, 87, 193)


def test_in_2017_six_states_are_named_as_spoken_for_only():
    named = ["denmark", "estonia", "finland", "iceland", "lithuania", "sweden"]

    assert with_mark("unga-2017-09-06", CoverageStatus.NAMED) == named


def test_the_98_of_2017_cannot_be_checked():
    claim = claim_of("unga-2017-states-covered-98")

    assert (claim.result_text, claim.recorded.number) == ("cannot be checked", 87)
    assert claim.reason == (
        "The members of these are not all recorded: "
        "Group of Friends of the Responsibility to Protect."
    )
    assert claim.recorded.note == "Took the floor: 73; named as spoken for: 6; as members: 8."


def test_the_75_on_the_prevention_agenda_are_more_than_spoke():
    claim = claim_of("unga-2017-position-75-sg-prevention-agenda")

    assert claim.result_text == "cannot be checked"
    assert claim.recorded.excess == "75 is more than the 73 states that took the floor."


def test_the_23_states_of_2021_are_23_interventions_by_22():
    claim = claim_of("hrc-2021-states-speaking-23")

    assert (claim.result_text, claim.recorded.number) == ("1 fewer here", 22)
    assert claim.recorded.note == "23 interventions by 22 states."


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
def test_each_figure_has_its_verdict(key, verdict):
    assert claim_of(key).result_text == verdict


def test_sources_disagree_on_these_numbers():
    found = [
        one.figure.key
        for one in figure_checks(ReportedFigure.objects.public())
        if one.sources_disagree
    ]

    assert found == [
        "unga-2017-position-65-formal-agenda",
        "unga-2016-states-covered-93",
        "unga-2014-09-08-states-covered-81",
        "unga-2012-09-05-states-speaking-58",
        "unga-2009-07-23-states-speaking-94",
    ]


def test_the_seventeen_are_the_claim_of_a_source():
    (claim,) = series_attendance("ga-consideration").figures

    assert (claim.figure.key, len(claim.states)) == ("unga-2017-other-17", 17)
    assert (claim.dialogues, claim.lists_known, claim.contradicted) == (9, 1, [])
    assert {tuple(one)[1:4] for one in claim.states if one.state.slug != "netherlands"} == {
        (1, 8, 0)
    }
    assert claim_of("unga-2017-other-17").recorded.note == (
        "States it names: 17; recorded in each list that is full: 17."
    )


def test_nobody_is_known_to_have_spoken_every_time_nor_not_to():
    series = series_attendance("ga-consideration")

    assert (len(series.dialogues), len(series.full_lists)) == (16, 1)
    assert {one.in_all for one in series.states if one.recorded} == {None}


@pytest.mark.parametrize(("slug", "members"), [("unga-2017-09-06", 28), ("hrc-2021-05-11", 27)])
def test_the_european_union_covers_its_members_of_the_day(slug, members):
    found = totals(slug, group=Participant.objects.get(slug="european-union"))

    assert (found.states, found.covered) == (members, members)


def test_a_member_that_asked_to_stand_apart_is_not_covered():
    assert with_mark("unga-2016-09-06", CoverageStatus.DISSOCIATED) == ["liechtenstein"]


def test_turkiye_counts_in_another_group_by_each_clock():
    found = {
        row.clock.value: (row.names, [(one.group.slug, one.dialogues) for one in row.groups])
        for row in history_by_clock(Participant.objects.get(slug="turkiye"))
    }

    assert found == {
        "printed": (["Turkey"], [("asia-pacific", 1)]),
        "date": (["Turkey"], [("weog", 1)]),
        "today": (["Türkiye"], [("weog", 1)]),
    }


@pytest.mark.parametrize(
    ("clock", "asia_pacific", "weog"),
    [(Clock.EITHER, 19, 17), (Clock.PRINTED, 19, 17), (Clock.DATE, 18, 18), (Clock.TODAY, 18, 18)],
)
def test_speakers_of_2017_by_regional_group_and_clock(clock, asia_pacific, weog):
    dialogues = Dialogue.objects.filter(slug="unga-2017-09-06")
    _groups, (found,) = speakers_by_group(dialogues, Edition.objects.current_stamp(), clock)

    by_slug = {group.slug: number for group, number in found.by_group.items()}
    assert by_slug == {
        "african": 8,
        "asia-pacific": asia_pacific,
        "eastern-european": 13,
        "grulac": 16,
        "weog": weog,
    }


def test_an_initiative_is_of_those_who_began_it_since_it_is_heard_of():
    dialogues = list(Dialogue.objects.held().oldest_first())
    commitment = commitment_of_supporters(
        dialogues, Theme.objects.get(slug="france-mexico-initiative")
    )

    first = next(one for one in dialogues if commitment.totals(one))
    assert [one.slug for one in commitment.states] == ["france", "mexico"]
    assert first.slug == "unga-2016-09-06"
