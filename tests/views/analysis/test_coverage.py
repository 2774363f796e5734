"""The page of the coverage ledger, and one dialogue of it."""

import re

import pytest

from tests.views.reading import rows_of, text_of

pytestmark = pytest.mark.django_db


def test_a_dialogue_lists_its_states_by_status(client, made):
    page = text_of(client.get("/coverage/?dialogue=d-2010"))

    assert re.findall(r'data-mark="([\w-]+)" data-count="(\d+)"', page) == [
        ("own", "2"),
        ("named", "1"),
        ("inscribed", "1"),
        ("member", "1"),
    ]
    through = re.search(r'State C</a> <span class="printed">(.*?)</span>', page)
    assert through[1] == "through Pact, State B"


@pytest.mark.parametrize(
    ("clock", "names"),
    [("printed", ["The A", "State B"]), ("date", ["State A", "State B"])],
)
def test_names_depend_on_the_clock(client, made, clock, names):
    page = text_of(client.get(f"/coverage/?dialogue=d-2010&clock={clock}"))

    took_the_floor = page.partition('data-mark="own"')[2].partition("</section>")[0]
    assert re.findall(r'<a href="/states/[\w-]+/">(.*?)</a>', took_the_floor) == names


def test_a_renamed_state_has_its_name_on_the_day(client, made):
    at_the_date = text_of(client.get("/coverage/?dialogue=d-2011"))
    today = text_of(client.get("/coverage/?dialogue=d-2011&clock=today"))

    assert ("Old F" in at_the_date, "Old F" in today) == (True, False)


def test_the_ledger_is_a_table_with_totals(client, made):
    page = text_of(client.get("/coverage/"))

    (row,) = re.findall(r'state-b/">State B</a></th>(.*?)</tr>', page)
    assert re.findall(r'<td class="m-([\w-]+)">', row) == ["own", "both", "member", "dissociated"]
    (covered,) = re.findall(r'<th scope="row">Covered</th>(.*?)</tr>', page)
    assert re.findall(r"<td>([^<]+)</td>", covered) == ["4", "4", "?", "2"]


@pytest.mark.parametrize(
    ("query", "members", "clock"),
    [
        ("?group=south", "South: members on the day.", "on the day"),
        ("?group=south&clock=today", "South: members today.", "today"),
        ("?group=north&clock=printed", "North: members in the source.", "in the source"),
    ],
)
def test_totals_name_their_clock(client, made, query, members, clock):
    page = client.get(f"/coverage/{query}")
    file = rows_of(client.get(f"/coverage.json{query}"))

    assert members in text_of(page)
    assert file["about"]["clock"] == clock


def test_states_that_only_a_group_spoke_for_are_apart(client, made):
    text = text_of(client.get("/coverage/?year=2010&year=2011"))

    apart = re.search(r"Only their groups spoke or were spoken for</h2>.*?</details>", text)[0]
    assert re.findall(r'<th scope="row"><a href="/states/([\w-]+)/">', apart) == ["state-d"]
    assert "Nothing recorded in these dialogues" not in text
