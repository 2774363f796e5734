"""How many member states the United Nations had on the day of a dialogue."""

from datetime import date

import pytest

from dialogues.analysis.member_states import member_states_at
from dialogues.snapshot.participants import Participants
from tests.records import make_dialogue, make_group, make_membership, make_state

pytestmark = pytest.mark.django_db


def test_a_state_counts_from_the_day_on_which_it_joined():
    african = make_group("African States")
    make_membership(african, make_state("Sudan", member_since=1956))
    make_membership(african, make_state("South Sudan", member_since=2011), since=date(2011, 7, 14))
    days = [date(2009, 7, 23), date(2011, 7, 12), date(2012, 9, 5)]
    dialogues = [make_dialogue(held_on=day) for day in days]

    totals = member_states_at(dialogues, Participants().memberships)

    assert [totals[dialogue.pk] for dialogue in dialogues] == [1, 1, 2]
