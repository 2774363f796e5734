"""Who took part in one dialogue, under the headings of its page."""

import pytest

from dialogues.analysis.dialogue_participation import dialogue_participation
from tests.records import make_dialogue, make_group, make_participation, make_state

pytestmark = pytest.mark.django_db


def test_one_state_with_two_interventions_is_one_state():
    dialogue, state = make_dialogue(), make_state()
    make_participation(dialogue, state)
    make_participation(dialogue, state, capacity="on-behalf", on_behalf_of=make_group())
    make_participation(dialogue, status="inscribed")
    make_participation(dialogue, make_state(kind="observer"))
    make_participation(dialogue, office="The Chair", capacity="chair")

    participation = dialogue_participation(dialogue)

    assert (participation.interventions, participation.distinct_states) == (2, 1)
    assert [
        len(part)
        for part in (
            participation.states,
            participation.kinds,
            participation.inscribed,
            participation.officials,
        )
    ] == [
        2,
        1,
        1,
        1,
    ]


def test_states_are_listed_under_the_group_as_printed():
    dialogue, group = make_dialogue(), make_group()
    first = make_participation(
        dialogue, printed_group=group, group_as_printed="Africa Group", position=2
    )
    second = make_participation(
        dialogue, printed_group=group, group_as_printed="Africa Group", position=1
    )

    (row,) = dialogue_participation(dialogue).printed_groups

    assert (row.label, row.group, row.participations) == ("Africa Group", group, [second, first])
