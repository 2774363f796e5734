"""A citation, a symbol or a reference leads to its record."""

import re

import pytest

from dialogues import publishing
from dialogues.references import new_reference
from tests.records import make_dialogue, make_source, make_state, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    make_source(title="Report of 2016", slug="report", symbols="A/71/1016 A/HRC/32/1")
    make_source(title="Record", slug="record", symbols="S/PV.7389")
    make_dialogue(title="On the report", slug="unga-2016", report_symbols="S/2014/449")
    make_state("Peru")
    return make_statement(reference="0000000", summary="It rained.")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ({"symbol": "A/71/1016"}, "/sources/report/"),
        ({"symbol": "a/71/1016"}, "/sources/report/"),
        ({"symbol": "A/HRC/32/1"}, "/sources/report/"),
        ({"symbol": "S/PV.7389"}, "/sources/record/"),
        ({"symbol": "S/2014/449"}, "/dialogues/unga-2016/"),
        ({"citation": "UN Doc. A/71/1016 (5 July 2016), para. 3."}, "/sources/report/"),
        ({"citation": "See https://x.org/statements/0000000/?v=1"}, "/statements/0000000/"),
        (
            {"citation": "“It rained.” (https://x.org/statements/0000000/v1/)."},
            "/statements/0000000/v1/",
        ),
        ({"citation": "https://x.org/statements/0000000/v9/"}, "/statements/0000000/"),
        ({"citation": "Ref. 0000000"}, "/statements/0000000/"),
        ({"citation": "https://x.org/states/peru/#votes"}, "/states/peru/"),
        ({"citation": "https://x.org/dialogues/unga-2016/cite/"}, "/dialogues/unga-2016/"),
        ({"symbol": "A/99/9"}, None),
        ({"citation": "0000001"}, None),
        ({"citation": "x" * 6_000}, None),
        ({"citation": "\0 '\" <b>"}, None),
    ],
)
def test_a_citation_leads_to_its_record(client, statement, query, address):
    answer = client.get("/cite/", query)

    assert (answer.status_code, answer.get("Location")) == (
        (302, address) if address else (404, None)
    )


def test_a_long_citation_is_posted(client, statement):
    answer = client.post("/cite/", {"citation": "“责任。”" * 900 + "\n0000000"})

    assert (answer.status_code, answer.get("Location")) == (302, "/statements/0000000/")


def test_what_is_not_recorded_can_be_searched_for(client):
    text = client.get("/cite/", {"citation": "A/99/9 of 1999"}).content.decode()

    assert "It names no document, dialogue or statement that is recorded here." in text
    assert 'href="/statements/?q=A%2F99%2F9+of+1999"' in text


def test_of_several_records_the_reader_chooses(client, statement):
    text = client.get("/cite/", {"citation": "A/71/1016; 0000000; A/71/1016"}).content.decode()

    assert re.findall(r'<li>(\w+): <a href="([^"]+)">', text) == [
        ("Statement", "/statements/0000000/"),
        ("Source", "/sources/report/"),
    ]


def test_a_withdrawn_statement_leads_to_where_it_says_so(client, statement):
    publishing.withdraw([statement], "Test")

    answer = client.get("/cite/", {"citation": "/statements/0000000/v1/"})

    assert answer["Location"] == "/statements/0000000/"
    assert client.get(answer["Location"]).status_code == 410


def test_many_references_are_looked_up_at_once(client, django_assert_max_num_queries):
    client.get("/cite/", {"citation": "0000000"})
    unknown = " ".join(new_reference() for _ in range(200))

    with django_assert_max_num_queries(8):
        assert client.get("/cite/", {"citation": unknown}).status_code == 404


def test_without_a_citation_there_is_a_form(client):
    answer = client.get("/cite/")

    assert answer.status_code == 200
    assert "<textarea" in answer.content.decode()


def test_a_pasted_citation_in_the_search_box_names_its_records(client, statement):
    answer = client.get("/statements/", {"q": "UN Doc. A/71/1016, quoted after 0000000"})

    records = answer.context["list"].named_in_words.records
    assert [record.address for record in records] == ["/statements/0000000/", "/sources/report/"]
