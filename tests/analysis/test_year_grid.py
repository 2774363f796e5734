from datetime import date

import pytest

from dialogues.analysis.appearances import appearances_of
from dialogues.analysis.dialogue_participation import dialogue_participation
from dialogues.analysis.year_grid import year_grid
from dialogues.models import Dialogue
from tests.records import (
    make_dialogue,
    make_group,
    make_participation,
    make_state,
)

pytestmark = pytest.mark.django_db


def statuses(participant):
    return {cell.dialogue.slug: cell.statuses for cell in year_grid(participant)}


def test_a_grid_says_what_a_state_did_in_each_dialogue():
    state = make_state(member_since=2011)
    baltic = make_group(group_kind="sub-regional")
    for year, slug in enumerate(
        ["before", "spoke", "both", "inscribed", "represented", "aligned", "silent"], 2010
    ):
        make_dialogue(slug=slug, held_on=date(year, 9, 6))
    make_dialogue(slug="lost", held_on=date(2017, 9, 6), speaker_list="incomplete")
    make_dialogue(slug="unknown", held_on=date(2018, 9, 6), speaker_list="not-entered")
    make_dialogue(slug="none", format="not-held", held_on=None, year=2020)
    make_dialogue(slug="hidden", held_on=date(2021, 9, 6), status="draft")

    at = Dialogue.objects.in_bulk(field_name="slug")
    make_participation(at["spoke"], state)
    make_participation(at["both"], state)
    make_participation(at["both"], state, capacity="on-behalf", on_behalf_of=baltic)
    make_participation(at["inscribed"], state, status="inscribed")
    voice = make_participation(at["represented"], capacity="on-behalf", on_behalf_of=baltic)
    make_participation(at["represented"], state, status="represented", represented_by=voice)
    make_participation(at["aligned"], state, status="aligned")
    make_participation(at["hidden"], state)

    assert statuses(state) == {
        "before": ["not-a-member"],
        "spoke": ["spoke"],
        "both": ["spoke", "on-behalf"],
        "inscribed": ["inscribed"],
        "represented": ["represented"],
        "aligned": ["aligned"],
        "silent": ["nothing"],
        "lost": ["list-unknown"],
        "unknown": ["list-unknown"],
        "none": ["not-held"],
    }


def test_appearances_are_participations_and_situations():
    state, other = make_state("Here"), make_state("Other")
    dialogue, about = make_dialogue(), make_dialogue()
    voice = make_participation(dialogue, capacity="on-behalf", on_behalf_of=make_group())
    represented = make_participation(dialogue, state, status="represented", represented_by=voice)
    make_participation(dialogue, other)
    make_participation(make_dialogue(status="draft"), state)
    about.situations.add(state)
    make_dialogue(status="draft").situations.add(state)

    (recorded,) = appearances_of([state.slug])

    assert recorded.participant == state
    assert recorded.participations == [represented]
    assert recorded.situations == [about]


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
