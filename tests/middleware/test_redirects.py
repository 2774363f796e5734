"""Addresses that were copied with the marks of a sentence after them."""

import pytest

from tests.records import make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("end", ["/)", "/.", "/).", ").", ".", ",", "/”", "/»", "/)/", "。", "/…"])
def test_the_marks_of_a_sentence_after_an_address_are_left_out(client, end):
    statement = make_statement()

    answer = client.get(f"/statements/{statement.reference}{end}?v=1")

    assert answer.status_code == 301
    assert answer["Location"].partition("?")[0] in (
        f"/statements/{statement.reference}/",
        f"/statements/{statement.reference}{end}/",
    )
    assert client.get(answer["Location"], follow=True).status_code == 200


@pytest.mark.parametrize("path", ["/nothing/here).", "/).", "/%00)", "/statements/)", "/((((("])
def test_marks_after_what_is_no_address_lead_nowhere_else(client, path):
    answer = client.get(path, follow=True)

    assert answer.status_code in (200, 404)
    assert len(answer.redirect_chain) <= 2


@pytest.mark.parametrize("end", [".", ")", "”.", ",", "_", "*"])
def test_the_marks_of_a_sentence_after_a_digest_are_left_out(client, end):
    statement = make_statement()
    digest = statement.versions.last().short_digest

    page = client.get(f"/statements/{statement.reference}/?v=1&d={digest}{end}")

    assert page.status_code == 200
    assert "is not the digest" not in page.content.decode()
