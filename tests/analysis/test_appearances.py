"""Where a state appears though a list has no statement of it."""

import pytest

from dialogues.analysis.appearances import appearances_of
from tests.records import make_dialogue, make_group, make_participation, make_state

pytestmark = pytest.mark.django_db


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
