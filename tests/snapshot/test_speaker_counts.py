"""Speakers counted as sources count them."""

import pytest

from dialogues.choices import FigureMeasure, ParticipantKind
from dialogues.snapshot.speaker_counts import KIND_BY_MEASURE, distinct_speakers

pytestmark = pytest.mark.once


def test_a_speaker_that_took_the_floor_twice_counts_once():
    speakers = distinct_speakers([("state", 1), ("state", 1), ("state", 2), ("observer", 3)])

    assert speakers == {"state": {1, 2}, "observer": {3}}


def test_a_kind_without_speakers_is_empty():
    assert distinct_speakers([])["state"] == set()


def test_the_kinds_of_measures_are_kinds_of_participants():
    assert {*KIND_BY_MEASURE} <= {*FigureMeasure}
    assert {*KIND_BY_MEASURE.values()} <= {*ParticipantKind}
