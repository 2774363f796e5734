"""Votes: the list, one vote with its roll-call, and their files."""

import csv
import json
import re
from io import StringIO

import pytest

from dialogues.models import Ballot
from tests.records import make_dialogue, make_source, make_state, make_vote
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def titles(response):
    return re.findall(r'href="/votes/[\w-]+/">([^<]+)</a>', response.content.decode())


def rows_of(response):
    return list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig"))))


@pytest.fixture
def roll_call():
    vote = make_vote(title="On R2P", slug="on-r2p", in_favour=2, against=1, abstaining=0)
    for name, cast in (("Peru", "yes"), ("Chad", "no"), ("Fiji", "not-voting")):
        state = make_state(name, iso3=name[:3].upper())
        Ballot.objects.create(vote=vote, participant=state, cast=cast)
    return vote


def test_votes_are_listed_newest_first(client):
    make_vote(title="The older", held_on="2017-09-15")
    make_vote(title="The newer", held_on="2021-05-18")

    assert titles(client.get("/votes/")) == ["The newer", "The older"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [("year=2017", ["Old"]), ("body=hrc", ["Council"]), ("year=2017&body=hrc", [])],
)
def test_votes_are_filtered(client, query, shown):
    make_vote(title="Old", held_on="2017-09-15")
    make_vote(title="Council", body="hrc", held_on="2020-07-17")

    assert titles(client.get(f"/votes/?{query}")) == shown


def test_an_unknown_value_is_named(client):
    make_vote()

    text = text_of(client.get("/votes/?body=nowhere&year=1812"))

    assert "“nowhere” is not a known body" in text
    assert "“1812” is not a known year" in text


def test_a_file_refuses_what_the_page_ignores(client):
    assert client.get("/votes.csv?body=nowhere").status_code == 400


def test_a_count_that_is_not_printed_is_not_zero(client):
    vote = make_vote(in_favour=121)

    text = text_of(client.get("/votes/"))

    assert re.findall(r'<td class="number"[^>]*>\s*([^<\s]+)\s*</td>', text) == ["121", "–", "–"]
    assert "How each state voted is not recorded here." in text_of(
        client.get(vote.get_absolute_url())
    )


def test_what_was_adopted_without_a_vote_says_so(client):
    vote = make_vote(is_without_vote=True)

    assert "Adopted without a vote." in text_of(client.get(vote.get_absolute_url()))
    assert "adopted without a vote" in text_of(client.get("/votes/"))


def test_a_roll_call_lists_states_and_says_what_is_missing(client, roll_call):
    text = text_of(client.get("/votes/on-r2p/"))

    assert re.findall(r'data-cast="([\w-]+)"', text) == ["yes", "no", "abstain", "not-voting"]
    assert "1 are recorded here by name; the source prints 2." in re.sub(r"\s+", " ", text)
    assert text.count("are recorded here by name") == 1


def test_a_month_is_not_a_day(client):
    vote = make_vote(held_on="2020-09-01", precision="month")

    assert "General Assembly, September 2020" in text_of(client.get(vote.get_absolute_url()))


def test_the_page_of_a_state_has_its_votes(client, roll_call):
    text = text_of(client.get("/states/chad/"))

    assert re.search(r"On R2P</a>, 18 May 2021:\s*<strong>against</strong>", text)


def test_a_vote_is_on_the_page_of_its_debate(client):
    dialogue = make_dialogue()
    make_vote(title="Its vote", dialogue=dialogue)

    assert titles(client.get(dialogue.get_absolute_url())) == ["Its vote"]


def test_a_vote_of_a_draft_is_hidden(client):
    vote = make_vote(dialogue=make_dialogue(status="draft"))

    assert client.get(vote.get_absolute_url()).status_code == 404
    assert titles(client.get("/votes/")) == []


def test_the_list_as_a_file(client):
    source = make_source(title="A page", url="https://example.org/a.pdf")
    make_vote(slug="v", title="A vote", in_favour=115, against=15, source=source, page=2)

    (row,) = rows_of(client.get("/votes.csv"))

    assert (row["vote"], row["in_favour"], row["against"], row["abstaining"]) == (
        "v", "115", "15", ""
    )  # fmt: skip
    assert row["source_link"] == "https://example.org/a.pdf#page=2"


def test_a_roll_call_as_a_file(client, roll_call):
    data = json.loads(client.get("/votes/on-r2p.json").getvalue())

    assert [(row["state"], row["iso3"], row["cast"]) for row in data["rows"]] == [
        ("Chad", "CHA", "no"), ("Fiji", "FIJ", "not-voting"), ("Peru", "PER", "yes"),
    ]  # fmt: skip


def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries):
    make_vote()
    client.get("/votes/")
    with django_assert_num_queries(3):
        client.get("/votes/?body=unga")
    for _ in range(3):
        make_vote()
    client.get("/votes/")

    with django_assert_num_queries(3):
        client.get("/votes/?body=unga")
