"""Pages and lists with names and groups as of a clock."""

import csv
import re
from io import StringIO

import pytest

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_a_state_that_changed_groups_is_counted_by_each_clock(client, made):
    text = text_of(client.get("/states/state-a/"))

    rows = re.findall(r'data-clock="(\w+)" data-group="(\w+)">(.*?)</tr>', text, re.DOTALL)
    numbers = [
        (clock, group, *re.findall(r'class="number"[^>]*>(?:<a [^>]*>)?(\d+)', row))
        for clock, group, row in rows
    ]
    assert numbers == [
        ("printed", "north", "2", "2"),
        ("date", "north", "1", "1"),
        ("date", "south", "1", "1"),
        ("today", "south", "2", "2"),
    ]


@pytest.mark.parametrize(
    ("clock", "numbers"),
    [
        ("", [("2010", "2", "0"), ("2011", "2", "1"), ("2013", "0", "2")]),
        ("?clock=date", [("2010", "2", "0"), ("2011", "2", "1"), ("2013", "0", "2")]),
        ("?clock=today", [("2010", "1", "1"), ("2011", "2", "1"), ("2013", "0", "2")]),
        ("?clock=printed", [("2010", "1", "0"), ("2011", "0", "0"), ("2013", "0", "0")]),
    ],
)
def test_states_that_spoke_are_counted_by_the_clock(client, made, clock, numbers):
    page = client.get(f"/groups/{clock}")
    response = client.get(f"/groups/participation.csv{clock}")

    rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))
    full = [row for row in rows if row["North"]]
    assert [(row["Year"], row["North"], row["South"]) for row in full] == numbers
    assert f'href="/groups/participation.csv{clock}"' in text_of(page)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("group=north", ["State A", "State A"]),
        ("group=north&clock=printed", ["The A", "The A"]),
        ("group=north&clock=date", ["State A"]),
        ("group=south&clock=date", ["State A", "Old F"]),
        ("group=south&clock=today", ["State A", "State F", "State A"]),
        ("group=pact&clock=today", []),
    ],
)
def test_a_list_finds_groups_and_names_states_by_the_clock(client, made, query, names):
    address = f"/statements/?theme=prevention&state=state-a&state=state-f&{query}"

    text = text_of(client.get(address))

    assert re.findall(r'class="speaker" href="[^"]*">([^<]+)</a>', text) == names
