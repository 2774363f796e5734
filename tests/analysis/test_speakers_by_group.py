"""How many states of each regional group took the floor."""

from datetime import date

import pytest

from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.models import Dialogue, Edition
from dialogues.snapshot.registry import registry_at
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_state,
)

pytestmark = pytest.mark.django_db


def counted(dialogue):
    _groups, (speakers,) = speakers_by_group([dialogue], Edition.objects.current_stamp())
    return {str(group): count for group, count in speakers.by_group.items()}


def test_a_state_counts_in_the_group_it_is_printed_under():
    state, printed, held = make_state(), make_group("Printed"), make_group("Held")
    make_membership(held, state)
    dialogue = make_dialogue()
    make_participation(dialogue, state, printed_group=printed)

    assert counted(dialogue) == {"Printed": 1}


def test_without_a_printed_group_it_counts_in_its_group_on_the_day():
    state, before, after = make_state(), make_group("Before"), make_group("After")
    make_membership(before, state, until=date(2017, 9, 5))
    make_membership(after, state, since=date(2017, 9, 6))
    dialogue = make_dialogue(held_on=date(2017, 9, 6))
    make_participation(dialogue, state)

    assert counted(dialogue) == {"After": 1}


def test_a_state_in_no_group_counts_under_none():
    make_group("Empty")
    dialogue = make_dialogue()
    make_participation(dialogue)

    assert counted(dialogue) == {"None": 1}


def test_a_state_that_speaks_twice_counts_once():
    state, group = make_state(), make_group("Group")
    make_membership(group, state)
    dialogue = make_dialogue()
    make_participation(dialogue, state)
    make_participation(dialogue, state, capacity="on-behalf", on_behalf_of=make_group())

    assert counted(dialogue) == {"Group": 1}


def test_only_states_that_took_the_floor_are_counted():
    dialogue = make_dialogue()
    make_participation(dialogue, status="inscribed")
    make_participation(dialogue, make_state(kind="observer"))
    make_participation(dialogue, capacity="chair")

    assert counted(dialogue) == {}


def test_an_incomplete_list_has_no_total():
    dialogue = make_dialogue(speaker_list="incomplete")
    make_participation(dialogue)
    figure = make_figure(dialogue=dialogue)
    make_figure(dialogue=dialogue, measure="states-covered")

    _groups, (speakers,) = speakers_by_group([dialogue], Edition.objects.current_stamp())

    assert (speakers.is_known, speakers.by_group, speakers.reported) == (False, {}, [figure])


def test_a_state_printed_under_another_kind_of_group_counts_in_its_regional_one():
    state, group = make_state(), make_group("Regional")
    make_membership(group, state)
    dialogue = make_dialogue()
    make_participation(dialogue, state, printed_group=make_group("Net", group_kind="network"))

    assert counted(dialogue) == {"Regional": 1}


def test_a_dialogue_without_a_day_has_no_speakers():
    state = make_state()
    make_membership(make_group(), state, since=date(2009, 1, 1))
    dialogue = make_dialogue(held_on=None, year=2020, format="not-held")
    make_participation(dialogue, state)

    assert counted(dialogue) == {}


def test_all_dialogues_are_counted_in_order_in_three_queries(
    django_assert_num_queries,
):
    new = make_dialogue(held_on=date(2017, 1, 1))
    old = make_dialogue(held_on=date(2009, 1, 1))
    make_dialogue(status="draft")
    for _ in range(3):
        make_participation(new, printed_group=make_group())

    edition = Edition.objects.current_stamp()
    registry_at(edition)
    with django_assert_num_queries(3):
        groups, speakers = speakers_by_group(Dialogue.objects.published().oldest_first(), edition)

    assert [each.dialogue for each in speakers] == [old, new]
    assert (len(groups), [each.states for each in speakers]) == (3, [0, 3])
