"""Text is compressed for clients that accept gzip; nothing else is."""

import gzip

import pytest
from django.templatetags.static import static

from tests.records import make_statement

pytestmark = pytest.mark.django_db

GZIP = {"accept-encoding": "gzip"}


def body_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("address", ["/statements/", "/statements.csv", "/statements.jsonl"])
def test_text_is_compressed(client, address):
    for _ in range(3):
        make_statement()

    response = client.get(address, headers=GZIP)

    assert (response["Content-Encoding"], "Accept-Encoding" in response["Vary"]) == ("gzip", True)
    assert gzip.decompress(body_of(response)) == body_of(client.get(address))


def test_a_workbook_is_not(client):
    make_statement()

    response = client.get("/statements.xlsx", headers=GZIP)

    assert not response.has_header("Content-Encoding")
    assert body_of(response).startswith(b"PK")


def test_a_part_of_a_file_is_not(client):
    address = static("css/tokens.css")
    headers = {"accept-encoding": "gzip", "range": "bytes=0-599"}

    response = client.get(address, headers=headers)

    assert response.status_code == 206
    assert len(body_of(response)) == 600


def test_a_font_is_not(client):
    response = client.get("/static/fonts/source-serif-4/latin.woff2", headers=GZIP)

    assert response.status_code == 200
    assert not response.has_header("Content-Encoding")
    assert body_of(response).startswith(b"wOF2")
