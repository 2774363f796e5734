"""The page of the map, with the table next to it."""

import re

import pytest

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_the_map_has_a_table_of_the_states_that_spoke(client, made):
    text = text_of(client.get("/map/"))

    assert re.findall(r'<th scope="row"><a href="/states/([\w-]+)/">', text) == [
        "state-a",
        "state-b",
        "state-d",
        "state-c",
        "state-e",
        "state-f",
    ]
    assert "do not imply official endorsement or acceptance by the United Nations" in text


def test_a_dialogue_has_a_map_of_its_own(client, made):
    text = text_of(client.get("/map/?dialogue=d-2010"))

    assert "<figcaption>2 states and observers are recorded as speaking on 1 May 2010" in text
    assert 'href="/coverage/?dialogue=d-2010"' in text


def test_an_unknown_dialogue_is_a_problem(client, made):
    text = text_of(client.get("/map/?dialogue=x9"))

    assert re.search(r'role="alert">.*?x9', text)
    assert text.count('<th scope="row"><a href="/states/') == 6
