"""Help with searching, and suggestions."""

import re
from datetime import date
from html import unescape

import pytest

from tests.records import (
    make_dialogue,
    make_group,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def suggested(client, query):
    return [
        (suggestion["kind"], suggestion["label"], suggestion["url"])
        for suggestion in client.get("/suggest/", {"q": query}).json()["suggestions"]
    ]


@pytest.fixture
def records():
    make_state("Türkiye", iso2="TR").names.create(name="Turkey", kind="former")
    make_state("Costa Rica")
    make_theme("Veto restraint", slug="veto").aliases.create(alias="turning points")
    make_dialogue(title="Turku meeting", slug="turku", held_on=date(2017, 9, 6))
    make_dialogue(title="Turku draft", slug="draft", status="draft")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("turk", [("State", "Türkiye", "/states/turkiye/")]),
        ("TÜRK", [("State", "Türkiye", "/states/turkiye/")]),
        ("rica", [("State", "Costa Rica", "/states/costa-rica/")]),
        ("turquie", [("State", "Türkiye", "/states/turkiye/")]),
        ("Турция", [("State", "Türkiye", "/states/turkiye/")]),
        ("costta", [("State", "Costa Rica", "/states/costa-rica/")]),
        ("osta", []),
        ("turni", [("Theme", "Veto restraint", "/themes/veto/")]),
        ("t", []),
        ("", []),
        ("\0<b>", []),
    ],
)
def test_suggestions_have_a_word_that_starts_like_the_query(client, records, query, expected):
    suggestions = suggested(client, query)

    assert [each for each in suggestions if each[0] != "Dialogue"] == expected


def test_published_dialogues_are_suggested(client, records):
    assert suggested(client, "turku") == [
        ("Dialogue", "Turku meeting (2017-09-06)", "/dialogues/turku/")
    ]


def test_a_record_with_statements_leads_to_them_with_their_number(client):
    make_statement(participation=make_participation(make_dialogue(), make_state("Costa Rica")))

    assert client.get("/suggest/", {"q": "costa"}).json()["suggestions"] == [
        {
            "kind": "State",
            "label": "Costa Rica",
            "url": "/statements/?state=costa-rica",
            "count": 1,
        }
    ]


def test_without_the_index_nothing_is_counted_for_a_suggestion(client, settings):
    participation = make_participation(participant=make_state("Costa Rica"))
    make_statement(participation=participation)
    settings.SEARCH_INDEX = ""

    assert client.get("/suggest/", {"q": "costa"}).json()["suggestions"] == [
        {"kind": "State", "label": "Costa Rica", "url": "/states/costa-rica/", "count": None}
    ]


def test_people_and_groups_are_suggested_too(client):
    person, group = make_person("Ann Testperson"), make_group("Test Group")
    make_participation(make_dialogue(), person=person, capacity="panel")

    assert suggested(client, "test") == [
        ("Group", "Test Group", group.get_absolute_url()),
        ("Person", "Ann Testperson", person.get_absolute_url()),
    ]


def test_at_most_four_of_a_kind_are_suggested(client):
    for n in range(6):
        make_state(f"Saint {n}")

    assert len(suggested(client, "saint")) == 4


def test_every_example_of_the_help_page_is_understood(client, starter_collection):
    text = client.get("/help/search/").content.decode()
    examples = [
        unescape(address) for address in re.findall(r'href="(/statements/\?q=[^"]+)"', text)
    ]

    assert len(examples) == 18
    for address in examples:
        response = client.get(address)
        assert response.status_code == 200
        assert "could not be applied" not in response.content.decode(), address


def test_every_search_box_offers_help(client):
    make_statement()

    for address in ("/", "/statements/"):
        assert 'href="/help/search/"' in client.get(address).content.decode()
