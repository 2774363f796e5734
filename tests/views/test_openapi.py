"""The description of the data for programs, held against what the addresses answer."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from dialogues import publishing
from dialogues.exports.records.kinds import RECORD_KINDS
from dialogues.filters.changed_statements import StatementChanges
from dialogues.filters.filterset import StatementFilter
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db

SCHEMA = "/api/v1/schema/"


@pytest.fixture
def document(client):
    return client.get(SCHEMA).json()


def parameters(document, path):
    return {
        parameter["name"]: parameter["schema"]
        for parameter in document["paths"][path]["get"].get("parameters", [])
    }


def test_the_description_is_openapi(document):
    validate(document)

    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "http://testserver"}]


def test_every_list_has_the_keys_of_its_filters(document):
    described = {
        kind: set(parameters(document, f"/api/v1/{kind}/")) - {"limit", "page"}
        for kind in RECORD_KINDS
    }

    assert described == {kind: set(how.filters.base_filters) for kind, how in RECORD_KINDS.items()}


def test_the_list_of_statements_has_the_keys_of_the_site(document):
    keys = {*StatementFilter.base_filters, *StatementChanges.base_filters, "limit", "page"}

    assert set(parameters(document, "/api/v1/statements/")) == keys


def test_a_parameter_has_its_values(client):
    make_statement(
        participation=make_participation(participant=make_state("Peru", slug="peru")),
        themes=[make_theme("Veto", slug="veto")],
    )
    keys = parameters(client.get(SCHEMA).json(), "/api/v1/statements/")

    assert keys["theme"] == {
        "type": "array",
        "items": {"type": "string", "enum": ["veto"]},
        "maxItems": 20,
    }
    assert keys["clock"] == {"type": "string", "enum": ["either", "printed", "date", "today"]}
    assert keys["limit"]["maximum"] == 500


@pytest.mark.parametrize("kind", ["statements", *RECORD_KINDS])
def test_a_list_answers_as_described(client, document, kind):
    make_statement(participation=make_participation(participant=make_state("Peru")))
    response = document["paths"][f"/api/v1/{kind}/"]["get"]["responses"]["200"]
    schema = response["content"]["application/json"]["schema"]
    validator = OAS31Validator(schema | {"components": document["components"]})

    answer = client.get(f"/api/v1/{kind}/").json()

    assert [error.message for error in validator.iter_errors(answer)] == []


def test_every_field_says_what_it_means(document):
    without = [
        (name, field)
        for name, schema in document["components"]["schemas"].items()
        for field, described in schema["properties"].items()
        if "description" not in described and name != "Problem"
    ]

    assert without == []


@pytest.mark.long
def test_whatever_the_description_allows_is_answered_as_described(live_server):
    make_statement(
        participation=make_participation(participant=make_state("Peru", slug="peru")),
        themes=[make_theme("Veto", slug="veto")],
    )
    program = Path(sys.executable).with_name("schemathesis")
    options = ("--phases", "fuzzing", "--max-examples", "5", "--no-color")
    # It would read a configuration, and store answers, where it runs.
    with TemporaryDirectory() as folder:
        run = subprocess.run(
            [program, "run", live_server.url + SCHEMA, *options],
            cwd=folder,
            capture_output=True,
            text=True,
        )

    assert run.returncode == 0, run.stdout


def test_a_record_that_ended_answers_as_described(client, document):
    statement = make_statement()
    publishing.withdraw([statement], "Wrong")
    response = document["paths"]["/statements/{reference}.json"]["get"]["responses"]["410"]

    answer = client.get(f"/statements/{statement.reference}.json")

    validator = OAS31Validator(response["content"][answer["Content-Type"]]["schema"])
    assert answer.status_code == 410
    assert [error.message for error in validator.iter_errors(answer.json())] == []


def test_nothing_of_a_draft_is_described(client):
    draft = make_dialogue(slug="draft-dialogue", status="draft")
    person = make_person(slug="draft-person")
    make_participation(draft, person=person, spoke_on=date(2031, 5, 6), office="Draft office")
    make_draft(draft, language="tlh")

    text = client.get(SCHEMA).content.decode()

    words = ("draft-dialogue", "draft-person", "2031-05-06", "Draft office", "tlh")
    assert [word for word in words if word in text] == []
