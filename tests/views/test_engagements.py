"""Engagements: on the source's page, on organizations and people, and found by words."""

import re
from datetime import date

import pytest

from tests.records import make_engagement, make_person, make_source, make_state, make_statement
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def keys(response):
    return re.findall(r'data-engagement="([\w-]+)"', response.content.decode())


def test_a_source_shows_its_engagements_by_date(client):
    source = make_source()
    for key, day in (("undated", None), ("later", "2013-04-22"), ("earlier", "2010-02-01")):
        make_engagement(source=source, key=key, begins_on=day)

    assert keys(client.get(source.get_absolute_url())) == ["earlier", "later", "undated"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"begins_on": date(2013, 4, 22), "ends_on": date(2013, 4, 23)},
            "22 April 2013 – 23 April 2013",
        ),
        ({"begins_on": date(2013, 4, 22), "ends_on": date(2013, 4, 22)}, "22 April 2013"),
        ({"begins_on": date(2012, 5, 1), "precision": "month"}, "May 2012"),
        ({"begins_on": date(2012, 1, 1), "precision": "year"}, "2012"),
        ({"date_as_printed": "21-23 August"}, "21-23 August"),
    ],
)
def test_a_date_is_no_more_exact_than_the_source(fields, words):
    assert make_engagement(**fields).when == words


def test_it_is_on_the_pages_of_those_who_took_part(client):
    organization, person = make_state(kind="civil-society"), make_person()
    make_engagement(organizations=[organization], people=[person], key="seminar")

    for record in (organization, person):
        assert keys(client.get(record.get_absolute_url())) == ["seminar"]


def test_a_country_is_a_place_and_no_participant(client):
    uganda = make_state("Uganda")
    make_engagement(key="seminar", country=uganda)

    response = client.get(uganda.get_absolute_url())

    assert keys(response) == ["seminar"]
    assert "No statement by Uganda is recorded here." in text_of(response)


@pytest.mark.parametrize("words", ["kampala", "Kampala seminar", "Lemkin"])
def test_words_find_it(client, words):
    make_engagement(key="a", title="A seminar", place="Kampala", people=[make_person("R. Lemkin")])
    make_engagement(key="b", place="Nairobi")

    assert keys(client.get("/engagements/", {"q": words})) == ["a"]


def test_it_is_offered_where_no_statement_matches(client):
    make_statement()
    make_engagement(key="a", place="Zanzibar")

    response = client.get("/statements/?q=zanzibar")

    assert keys(response) == ["a"]
    assert response.context["list"].count == 0


@pytest.mark.parametrize(
    ("address", "count"), [("/engagements/", 50), ("/statements/", 60), ("/statements/", 3_000)]
)
def test_any_number_of_words_is_answered(client, address, count):
    make_engagement(key="a", place="Nairobi")
    words = [chr(ord("a") + n % 26) for n in range(count)]

    assert client.get(address, {"q": " ".join(words)}).status_code == 200
    assert client.get(address, {"q": " ".join(f"z{n}" for n in range(count))}).status_code == 200


def test_a_nul_in_the_words_is_ignored(client):
    make_engagement(key="a", place="Nairobi")

    assert client.get("/engagements/", {"q": "Nai\0robi"}).status_code == 200


def test_an_empty_list_is_a_page(client):
    assert "No engagement is recorded here." in text_of(client.get("/engagements/"))
