"""The drawings on pages, and their numbers as files."""

import csv
from io import StringIO

import pytest

from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


COMPLETE = "As the source prints it, complete"


def table_of(response):
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


def test_the_year_grid_of_a_state_is_a_drawing_a_table_and_a_file(client):
    state = make_state("Peru")
    make_participation(make_dialogue(), state)

    page = text_of(client.get("/states/peru/"))
    file = client.get("/states/peru/record.csv")

    assert '<svg role="img" aria-labelledby="record-title" aria-describedby="record-says"' in page
    assert '<title id="record-title">Peru is recorded as speaking in 1 dialogue</title>' in page
    assert '<desc id="record-says">spoke: 1.</desc>' in page
    assert 'href="/states/peru/record.csv"' in page
    assert file["Content-Disposition"] == 'attachment; filename="peru-dialogue-by-dialogue.csv"'
    assert table_of(file) == [
        ["Year", "Dialogue", "Recorded", "On behalf of", "Printed under"],
        ["2017", "General Assembly, 6 September 2017", "spoke", "", ""],
    ]


@pytest.mark.parametrize(
    ("address", "first_row"),
    [
        ("/groups/participation.csv", ["2017", "General Assembly, 6 September 2017", "1", "1", ""]),
        (
            "/dialogues/speakers.csv",
            ["2017", "General Assembly, 6 September 2017", "1", "0", "", COMPLETE],
        ),
        ("/themes/a-theme/years.csv", ["2017", "1", "1", "0", "Peru"]),
        (
            "/organizations/an-organization/record.csv",
            ["2017", "General Assembly, 6 September 2017", "nothing recorded", "", ""],
        ),
    ],
)
def test_each_chart_has_its_numbers_as_a_file(client, address, first_row):
    make_state("An organization", kind="un-entity", slug="an-organization")
    spoke = make_participation(make_dialogue(), make_state("Peru"))
    make_statement(participation=spoke, themes=[make_theme("A theme", slug="a-theme")])

    response = client.get(address)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert table_of(response)[1] == first_row


def test_a_name_that_is_a_formula_is_escaped_in_the_file(client):
    spoke = make_participation(make_dialogue(), make_state("=1+1", slug="formula"))
    make_statement(participation=spoke, themes=[make_theme(slug="a-theme")])

    response = client.get("/themes/a-theme/years.csv")

    assert table_of(response)[1][4] == "'=1+1"


@pytest.mark.parametrize(
    "address",
    ["/states/none/record.csv", "/organizations/none/record.csv", "/themes/none/years.csv"],
)
def test_a_record_that_does_not_exist_has_no_file(client, address):
    assert client.get(address).status_code == 404


def test_a_drawing_escapes_its_texts(client):
    make_participation(make_dialogue(), make_state("<b>&", slug="odd"))

    page = client.get("/states/odd/").content.decode()

    assert "&lt;b&gt;&amp;, dialogue by dialogue" in page
    assert "<b>&" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/map",
        "/themes/years",
        "/dialogues/speakers",
        "/groups/participation",
        "/states/peru/record",
    ],
)
def test_a_chart_has_the_same_numbers_as_json(client, address):
    spoke = make_participation(make_dialogue(), make_state("Peru"))
    make_statement(participation=spoke, themes=[make_theme("A theme", slug="a-theme")])
    header, *rows = table_of(client.get(f"{address}.csv"))

    answer = client.get(f"{address}.json").json()

    assert [list(row.values()) for row in answer["rows"]] == rows
    assert {tuple(row) for row in answer["rows"]} == {tuple(header)}
    assert answer["about"]["licence"] == "CC BY 4.0"
