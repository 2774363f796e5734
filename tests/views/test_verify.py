"""The page that checks quotations, and the same for programs."""

import json

import pytest

from tests.records import make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    return make_statement(text="The veto has been abused.", provenance="quoted-in-summary")


def test_the_page_says_of_each_what_became_of_it(client, statement):
    response = client.post(
        "/verify/", {"text": "“The veto has been abused” and “the veto has been misused”"}
    )

    text = response.content.decode()
    assert text.count('data-verdict="exact"') == 1
    assert text.count('data-verdict="differs"') == 1
    assert "misused<span" in text
    assert f'href="{statement.get_absolute_url()}"' in text


def test_what_was_pasted_is_kept_and_is_no_markup(client):
    text = client.post("/verify/", {"text": "<script>x</script> “<b>one two</b>”"}).content.decode()

    assert "&lt;script&gt;x&lt;/script&gt;" in text
    assert "<b>one" not in text


def test_the_same_as_json(client, statement):
    expected = {
        "text": "The veto has been abused",
        "result": "exact",
        "statement": f"http://testserver{statement.get_absolute_url()}",
        "speaker": statement.speaker_name,
        "version": None,
        "differences": [],
        "changes": [],
        "note": "",
    }
    asked = {"text": "“The veto has been abused”"}

    for response in (
        client.get("/verify.json", asked),
        client.post("/verify.json", asked),
        client.post("/verify.json", json.dumps(asked), content_type="application/json"),
    ):
        assert response.json() == {"results": [expected]}


@pytest.mark.parametrize("body", ["", "[]", "1", "{", '{"text": 1}', "[" * 100_000, "\xff"])
def test_json_that_is_none_is_refused_clearly(client, body):
    response = client.post("/verify.json", body, content_type="application/json")

    assert response.status_code == 400
    assert "Send " in response.json()["error"]


def test_too_much_is_refused_clearly_and_nothing_is_lost(client):
    text = "nonsense " * 22_000

    response = client.post("/verify/", {"text": text})

    assert response.status_code == 400
    assert "This has 198000 characters; up to 100000 are checked at once." in (
        response.content.decode()
    )
    assert text[:1000] in response.content.decode()
    assert client.post("/verify.json", {"text": text}).status_code == 400


def test_half_a_letter_is_left_out(client, statement):
    response = client.post(
        "/verify.json", '{"text": "\\ud800 The veto has been abused"}', "application/json"
    )

    assert response.json()["results"][0]["result"] == "exact"


def test_lines_as_browsers_send_them_are_one_paragraph(client, statement):
    response = client.post("/verify/", {"text": "The veto\r\nhas been\r\nabused"})

    assert response.content.decode().count("data-verdict=") == 1


def test_nothing_pasted_is_only_the_form(client):
    response = client.get("/verify/")

    assert response.status_code == 200
    assert "data-verdict" not in response.content.decode()


def test_no_cookie_is_needed(client, statement):
    client.handler.enforce_csrf_checks = True

    response = client.post("/verify/", {"text": "“The veto has been abused”"})

    assert (response.status_code, response.cookies) == (200, {})
