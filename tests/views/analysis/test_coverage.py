"""The page of the coverage ledger, and one dialogue of it."""

import re

import pytest

from tests.views.reading import rows_of, text_of

pytestmark = pytest.mark.django_db


def test_a_dialogue_lists_its_states_by_mark(client, made):
    found = text_of(client.get("/coverage/?dialogue=d-2010"))

    assert re.findall(r'data-mark="([\w-]+)" data-count="(\d+)"', found) == [
        ("own", "2"),
        ("named", "1"),
        ("inscribed", "1"),
        ("member", "1"),
    ]
    named = re.search(r'State C</a> <span class="printed">(.*?)</span>', found)
    assert named[1] == "through Pact, State B"


@pytest.mark.parametrize(
    ("clock", "names"),
    [("printed", ["The A", "State B"]), ("date", ["State A", "State B"])],
)
def test_names_go_by_the_clock(client, made, clock, names):
    found = text_of(client.get(f"/coverage/?dialogue=d-2010&clock={clock}"))

    took_the_floor = found.partition('data-mark="own"')[2].partition("</section>")[0]
    assert re.findall(r'<a href="/states/[\w-]+/">(.*?)</a>', took_the_floor) == names


def test_a_renamed_state_has_its_name_of_the_day(client, made):
    at_the_date = text_of(client.get("/coverage/?dialogue=d-2011"))
    today = text_of(client.get("/coverage/?dialogue=d-2011&clock=today"))

    assert ("Old F" in at_the_date, "Old F" in today) == (True, False)


def test_the_ledger_is_a_table_with_totals(client, made):
    found = text_of(client.get("/coverage/"))

    (row,) = re.findall(r'state-b/">State B</a></th>(.*?)</tr>', found)
    assert re.findall(r'<td class="m-([\w-]+)">', row) == ["own", "both", "member", "dissociated"]
    (covered,) = re.findall(r'<th scope="row">Covered</th>(.*?)</tr>', found)
    assert re.findall(r"<td>([^<]+)</td>", covered) == ["4", "4", "≥ 3", "2"]


@pytest.mark.parametrize(
    ("query", "members", "clock"),
    [
        ("?group=south", "South: members at the date.", "at the date"),
        ("?group=south&clock=today", "South: members today.", "today"),
        ("?group=north&clock=printed", "North: members as printed.", "as printed"),
    ],
)
def test_a_total_says_by_which_clock_it_is(client, made, query, members, clock):
    page = client.get(f"/coverage/{query}")
    file = rows_of(client.get(f"/coverage.json{query}"))

    assert members in text_of(page)
    assert file["about"]["clock"] == clock
