from datetime import date

import pytest

from dialogues.models import Membership, Name, Participant
from tests.records import make_group, make_membership, make_state

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed", ["Türkiye", "turkiye", "TURKEY", "the  Turkey", "Turkiye", "Turkei"]
)
def test_named_finds_one_by_any_of_its_names(typed):
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former", until="2022-06")
    Name.objects.create(participant=state, name="Turkei", kind="misprint")
    make_state("Turkmenistan")

    assert list(Participant.objects.by_name(typed)) == [state]


@pytest.mark.parametrize("typed", ["", "Turk", "Nowhere"])
def test_named_never_guesses(typed):
    make_state("Türkiye")

    assert list(Participant.objects.by_name(typed)) == []


def test_matching_offers_all_with_these_letters_once():
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")
    other = make_state("Turkmenistan")
    make_state("Peru")

    assert list(Participant.objects.matching("turk")) == [state, other]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2013, 6, 30), False),
        (date(2013, 7, 1), True),
        (date(2020, 1, 31), True),
        (date(2020, 2, 1), False),
    ],
)
def test_a_membership_holds_on_its_first_and_last_day(day, held):
    make_membership(make_group(), make_state(), since=date(2013, 7, 1), until=date(2020, 1, 31))

    assert Membership.objects.valid_on(day).exists() == held


def test_a_membership_without_dates_always_holds():
    make_membership(make_group(), make_state())

    assert Membership.objects.valid_on(date(1900, 1, 1)).exists()


def test_in_groups_today_leaves_out_former_members_and_those_who_only_take_part():
    group = make_group()
    member, former, guest = make_state(), make_state(), make_state()
    make_membership(group, member)
    make_membership(group, former, until=date(2020, 1, 31))
    make_membership(group, guest, role="takes-part")

    assert list(Participant.objects.in_groups_today([group.slug])) == [member]
