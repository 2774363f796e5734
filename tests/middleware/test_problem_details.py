"""Errors at addresses of data are problem details."""

import pytest

from dialogues import publishing
from tests.records import make_statement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "status", "detail"),
    [
        ("/states/nowhere.json", 404, "Nothing matches the given URI"),
        ("/api/v2/", 404, "Nothing matches the given URI"),
        ("/coverage.json?colour=red", 400, "There is no filter called “colour”."),
        ("/statements.json?colour=red", 400, "There is no filter called “colour”."),
    ],
)
def test_an_error_of_data_is_a_problem(client, address, status, detail):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["detail"] == detail


def test_a_withdrawn_statement_keeps_its_own_json(client):
    statement = make_statement()
    publishing.withdraw([statement], "Wrong")

    answer = client.get(f"/statements/{statement.reference}.json")

    assert (answer.status_code, answer["Content-Type"]) == (410, "application/json")
    assert answer.json()["reason"] == "Wrong"


def test_an_error_of_a_page_is_a_page(client):
    answer = client.get("/states/nowhere/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "text/html; charset=utf-8")
