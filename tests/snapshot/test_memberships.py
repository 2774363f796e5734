"""Memberships and former names on a day."""

from datetime import date

import pytest

from dialogues.models import Name
from dialogues.snapshot.participants import Participants
from tests.records import make_dialogue, make_group, make_membership, make_state

pytestmark = pytest.mark.django_db

DAY = date(2012, 5, 15)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (date(2012, 5, 16), None, False),
        (None, date(2012, 5, 14), False),
        (date(2012, 5, 14), date(2012, 5, 16), True),
    ],
)
def test_a_membership_holds_from_its_first_day_to_its_last(since, until, expected):
    group, state = make_group(), make_state()
    make_membership(group, state, since=since, until=until)

    memberships = Participants().memberships

    assert (group.pk in memberships.groups_on(state.pk, DAY)) == expected
    assert (state.pk in memberships.members_on(group.pk, DAY)) == expected


def test_a_participant_that_only_takes_part_is_no_member():
    group, state = make_group(), make_state()
    make_membership(group, state, role="takes-part")

    memberships = Participants().memberships

    assert (memberships.groups_on(state.pk, DAY), memberships.is_whole(group.pk, DAY)) == (
        set(),
        False,
    )


def test_a_group_has_no_members_without_a_day():
    group, state = make_group(), make_state()
    make_membership(group, state)

    assert Participants().memberships.members_on(group.pk, None) == set()


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        ("", "2012-06", date(2012, 5, 31), "Old name"),
        ("", "2012-06", date(2012, 6, 1), "New name"),
        ("", "2012", date(2011, 12, 31), "Old name"),
        ("", "2012", date(2012, 1, 1), "New name"),
        ("", "2012-06-15", date(2012, 6, 14), "Old name"),
        ("", "2012-06-15", date(2012, 6, 15), "New name"),
        ("2010", "2012", date(2009, 12, 31), "New name"),
        ("2010", "2012", date(2010, 1, 1), "Old name"),
        ("", "", date(2000, 1, 1), "New name"),
        ("", "2012", None, "New name"),
    ],
)
def test_a_former_name_holds_until_the_period_in_which_it_ended(since, until, day, expected):
    state = make_state("New name")
    Name.objects.create(participant=state, name="Old name", kind="former", since=since, until=until)

    assert Participants().former_names.on(state, day) == expected


def test_the_former_name_of_the_day_is_used():
    state = make_state("Third")
    for name, until in (("Second", "2015"), ("First", "2010")):
        Name.objects.create(participant=state, name=name, kind="former", until=until)

    former_names = Participants().former_names
    names = [former_names.on(state, date(year, 5, 1)) for year in (2009, 2010, 2014, 2015)]

    assert names == ["First", "Second", "Second", "Third"]


def test_joining_a_network_later_is_not_joining_the_united_nations_later():
    state, network = make_state(member_since=DAY.year), make_group(group_kind="network")
    make_membership(network, state, since=date(2012, 12, 1))
    dialogue = make_dialogue(held_on=DAY, year=DAY.year)

    assert not Participants().memberships.joined_later(state, dialogue)


def test_a_participant_added_meanwhile_is_left_out():
    state = make_state()
    memberships = Participants().memberships
    later = make_state()

    assert memberships.in_order({later.pk, state.pk}) == [state]
