"""The page that checks quotations, and its JSON."""

import json

import pytest

from tests.records import make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    return make_statement(text="The veto has been abused.", provenance="quoted-in-summary")


def test_the_page_shows_the_result_for_each_quotation(client, statement):
    response = client.post(
        "/verify/", {"text": "“The veto has been abused” and “the veto has been misused”"}
    )

    text = response.content.decode()
    assert text.count('data-verdict="exact"') == 1
    assert text.count('data-verdict="differs"') == 1
    assert "misused<span" in text
    assert f'href="{statement.get_absolute_url()}"' in text


def test_the_pasted_text_is_shown_again_and_escaped(client):
    text = client.post("/verify/", {"text": "<script>x</script> “<b>one two</b>”"}).content.decode()

    assert "&lt;script&gt;x&lt;/script&gt;" in text
    assert "<b>one" not in text


def test_the_results_as_json(client, statement):
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
    data = {"text": "“The veto has been abused”"}

    for response in (
        client.get("/verify.json", data),
        client.post("/verify.json", data),
        client.post("/verify.json", json.dumps(data), content_type="application/json"),
    ):
        assert response.json() == {"results": [expected]}


@pytest.mark.parametrize("body", ["", "[]", "1", "{", '{"text": 1}', "[" * 100_000, "\xff"])
def test_invalid_json_is_refused(client, body):
    response = client.post("/verify.json", body, content_type="application/json")

    assert response.status_code == 400
    assert "Send " in response.json()["error"]


def test_too_long_a_text_is_refused_and_shown_again(client):
    text = "nonsense " * 22_000

    response = client.post("/verify/", {"text": text})

    assert response.status_code == 400
    assert "This has 198000 characters; up to 100000 are checked at once." in (
        response.content.decode()
    )
    assert text[:1000] in response.content.decode()
    assert client.post("/verify.json", {"text": text}).status_code == 400


def test_half_a_surrogate_pair_is_left_out(client, statement):
    response = client.post(
        "/verify.json", '{"text": "\\ud800 The veto has been abused"}', "application/json"
    )

    assert response.json()["results"][0]["result"] == "exact"


def test_line_ends_of_browsers_do_not_divide_a_paragraph(client, statement):
    response = client.post("/verify/", {"text": "The veto\r\nhas been\r\nabused"})

    assert response.content.decode().count("data-verdict=") == 1


def test_without_a_text_the_page_is_only_the_form(client):
    response = client.get("/verify/")

    assert response.status_code == 200
    assert "data-verdict" not in response.content.decode()


def test_no_cookie_is_needed(client, statement):
    client.handler.enforce_csrf_checks = True

    response = client.post("/verify/", {"text": "“The veto has been abused”"})

    assert (response.status_code, response.cookies) == (200, {})
