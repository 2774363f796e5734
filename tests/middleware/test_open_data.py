"""Data that scripts of other sites may read, with its licence."""

import pytest

from tests.records import make_state, make_statement

pytestmark = pytest.mark.django_db

LICENCE = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/",
        "/api/v1/states/",
        "/states/peru.json",
        "/statements.csv",
        "/statements.json",
        "/feeds/statements.atom",
        "/coverage.json",
    ],
)
def test_data_can_be_read_by_any_site_and_names_its_licence(client, address):
    make_state("Peru")
    make_statement()

    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert LICENCE in answer["Link"]


@pytest.mark.parametrize("address", ["/", "/states/", "/admin/login/", "/site.webmanifest"])
def test_pages_are_for_this_site_only(client, address):
    allowed = "Access-Control-Allow-Origin" in client.get(address)

    assert allowed == address.endswith("webmanifest")


def test_links_of_a_record_stay_next_to_the_licence(client):
    answer = client.get(f"/statements/{make_statement().reference}.json")

    assert answer["Link"] == LICENCE


def test_files_feeds_and_pages_name_the_licence(client):
    statement = make_statement()

    page = client.get("/statements/").content.decode()

    assert '"license": "https://creativecommons.org/licenses/by/4.0/"' in page
    assert '<a href="/about/who/#licence" rel="license">CC BY 4.0</a>' in page
    assert "<rights>CC BY 4.0</rights>" in client.get("/feeds/statements.atom").content.decode()
    assert client.get("/statements.json").getvalue().count(b'"licence": "CC BY 4.0"') == 1
    assert client.get("/coverage.json").getvalue().count(b"CC BY 4.0") == 1
    assert client.get(f"/statements/{statement.reference}.json").json()["licence"] == "CC BY 4.0"


def test_an_operator_without_a_licence_names_none(client, settings):
    settings.DATA_LICENCE = settings.DATA_LICENCE_URL = ""

    answer = client.get("/api/v1/")

    assert answer.json()["licence"] == ""
    assert "Link" not in answer
