"""What a state did in each dialogue."""

from datetime import date

import pytest

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
