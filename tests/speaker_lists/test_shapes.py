"""Recall and precision on the six shapes that documents print: nothing lost, nobody invented."""

import pytest

from tests.speaker_lists.collection_names import parse, slug
from tests.speaker_lists.shapes import ASKED, SHAPES


@pytest.mark.parametrize("number", [20, 40, 85])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_known_name_is_read_and_every_other_asked_about(shape, number):
    text, rows = shape(number)

    speakers = [slug(speaker.name) for speaker in parse(text).speakers]

    known = [speaker for speaker in speakers if not speaker.endswith("?")]
    assert sorted(known) == sorted(slug for _printed, slug in rows if slug)
    questions = " ".join(speaker.rstrip("?") for speaker in speakers if speaker.endswith("?"))
    assert questions in ("", " ".join(ASKED))


def test_the_people_of_a_numbered_list_and_of_a_table_are_kept():
    for shape in SHAPES[2:4]:
        text, _rows = shape(30)
        people = [speaker.person for speaker in parse(text).speakers]

        assert all(person.endswith(". Example") for person in people)
        assert len(people) == 30
