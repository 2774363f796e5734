"""Queryset methods of participants and memberships."""

from datetime import date

import pytest

from dialogues.models import Membership, Name, Participant
from tests.records import make_group, make_membership, make_state

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["Türkiye", "turkiye", "TURKEY", "the  Turkey", "Turkiye", "Turkei"]
)
def test_by_name_matches_each_name_of_a_participant(name):
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former", until="2022-06")
    Name.objects.create(participant=state, name="Turkei", kind="misprint")
    make_state("Turkmenistan")

    assert list(Participant.objects.by_name(name)) == [state]


@pytest.mark.parametrize("name", ["", "Turk", "Nowhere"])
def test_by_name_does_not_guess(name):
    make_state("Türkiye")

    assert list(Participant.objects.by_name(name)) == []


def test_matching_returns_each_participant_with_these_letters_once():
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")
    other = make_state("Turkmenistan")
    make_state("Peru")

    assert list(Participant.objects.matching("turk")) == [state, other]


@pytest.mark.parametrize(
    ("day", "is_valid"),
    [
        (date(2013, 6, 30), False),
        (date(2013, 7, 1), True),
        (date(2020, 1, 31), True),
        (date(2020, 2, 1), False),
    ],
)
def test_a_membership_is_valid_on_its_first_and_last_day(day, is_valid):
    make_membership(make_group(), make_state(), since=date(2013, 7, 1), until=date(2020, 1, 31))

    assert Membership.objects.valid_on(day).exists() == is_valid


def test_a_membership_without_dates_is_always_valid():
    make_membership(make_group(), make_state())

    assert Membership.objects.valid_on(date(1900, 1, 1)).exists()


def test_in_groups_today_omits_former_members_and_those_that_only_take_part():
    group = make_group()
    member, former, guest = make_state(), make_state(), make_state()
    make_membership(group, member)
    make_membership(group, former, until=date(2020, 1, 31))
    make_membership(group, guest, role="takes-part")

    assert list(Participant.objects.in_groups_today([group.slug])) == [member]
