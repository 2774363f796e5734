"""The page cache never serves an old page, or a page to the wrong client."""

import gzip
from datetime import date

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from dialogues.middleware import page_cache
from tests.conftest import SIGNED_IN_BY
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_source,
    make_state,
    make_statement,
)

pytestmark = pytest.mark.django_db

PAGES = ["/", "/statements/", "/states/", "/themes/", "/about/", "/help/search/"]


@pytest.fixture(autouse=True)
def page_cache_on(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


def queries_of(client, url, **headers):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url, headers=headers)
    return len(captured), response


@pytest.mark.parametrize("url", PAGES)
def test_a_cached_page_costs_one_query(client, url):
    first = client.get(url)

    count, second = queries_of(client, url)

    assert count == 1
    assert second.content == first.content
    assert second.headers == first.headers


@pytest.mark.parametrize("url", [*PAGES, "/statements.csv"])
def test_an_unchanged_page_is_304(client, url):
    etag = client.get(url)["ETag"]

    count, response = queries_of(client, url, **{"if-none-match": etag})

    assert (count, response.status_code, response.content) == (1, 304, b"")
    assert (response["ETag"], response["Cache-Control"]) == (etag, "no-cache")
    assert response["Vary"] == client.get(url)["Vary"]


def test_a_weak_etag_is_304(client):
    headers = {"accept-encoding": "gzip"}
    first = client.get("/", headers=headers)

    again = client.get("/", headers=headers | {"if-none-match": first["ETag"]})

    assert (first["Content-Encoding"], first["ETag"][:3]) == ("gzip", 'W/"')
    assert again.status_code == 304


def test_a_cached_page_serves_clients_without_gzip(client):
    compressed = client.get("/", headers={"accept-encoding": "gzip"})

    plain = client.get("/")

    assert not plain.has_header("Content-Encoding")
    assert gzip.decompress(compressed.content) == plain.content


def test_every_page_has_its_own_etag(client):
    assert len({client.get(url)["ETag"] for url in PAGES}) == len(PAGES)


def test_a_correction_shows_on_the_next_request(client):
    statement = make_statement(summary="Before.")
    etag = client.get("/statements/")["ETag"]

    statement.summary = "After."
    statement.save()
    response = client.get("/statements/", headers={"if-none-match": etag})

    assert response.status_code == 200
    assert "After." in response.content.decode()


def test_a_draft_does_not_change_the_etag(client):
    participation, source = make_participation(), make_source()
    etag = client.get("/statements/")["ETag"]

    draft = make_draft(participation=participation, source=source)
    draft.summary = "Another summary."
    draft.save()

    assert client.get("/statements/")["ETag"] == etag


@pytest.mark.parametrize("charset", ["cp037", "utf-16", "nonsense"])
def test_a_charset_cannot_make_one_address_read_as_another(client, charset):
    make_statement(make_dialogue(held_on=date(2017, 9, 6)))
    poison = {"content-type": f"text/plain; charset={charset}"}

    first = client.get("/statements/?year=2017", headers=poison)
    second = client.get("/statements/?year=2017")

    assert first.status_code == 200
    assert "could not be applied" not in second.content.decode()
    assert 'data-total="1"' in second.content.decode()


def test_a_missing_page_is_404_for_any_etag(client):
    assert client.get("/states/nowhere/", headers={"if-none-match": "*"}).status_code == 404


def test_very_large_pages_are_not_cached(client, monkeypatch):
    monkeypatch.setattr(page_cache, "MAX_PAGE_BYTES", 100)
    first, _ = queries_of(client, "/states/")

    assert queries_of(client, "/states/")[0] == first > 1


def test_pages_for_a_session_are_not_cached(client, curator):
    client.force_login(curator, SIGNED_IN_BY)

    first, _ = queries_of(client, "/states/")
    second, response = queries_of(client, "/states/")

    assert second == first > 1
    assert "ETag" not in response
    assert response["Cache-Control"] == "private, no-cache"


def test_a_session_gets_no_cached_page(client, curator):
    client.get("/states/")
    client.force_login(curator, SIGNED_IN_BY)

    assert queries_of(client, "/states/")[0] > 1


def test_languages_do_not_share_pages(client):
    english = client.get("/states/")["ETag"]
    with translation.override("fr"):
        count, response = queries_of(client, "/states/")

    assert count > 1
    assert response["ETag"] != english


def test_hosts_do_not_share_pages(client, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    url = make_statement().get_absolute_url()

    first, second = (
        client.get(url, headers={"host": f"{name}.example"}) for name in ("one", "two")
    )

    assert "http://one.example/" in first.content.decode()
    assert "http://one.example/" not in second.content.decode()


def test_an_unknown_host_is_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("url", ["/states/nowhere/", "/statements/zzzzzzz/", "/statements"])
def test_only_existing_pages_are_cached(client, url):
    first, _ = queries_of(client, url)
    second, response = queries_of(client, url)

    assert second == first
    assert "ETag" not in response


def test_a_cached_page_has_the_security_headers(client):
    client.get("/states/")

    response = client.get("/states/")

    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"


def test_head_has_the_same_etag_as_get(client):
    assert client.head("/states/")["ETag"] == client.get("/states/")["ETag"]


def test_an_edited_template_shows_at_once_while_debugging(client, settings):
    settings.DEBUG = True
    first, _ = queries_of(client, "/states/")

    count, response = queries_of(client, "/states/")

    assert count == first > 1
    assert "ETag" not in response


def test_the_admin_is_not_cached(curator_client):
    assert "ETag" not in curator_client.get("/admin/")


def test_a_new_name_shows_on_the_next_request(client):
    state = make_state("Before")
    client.get("/states/")

    state.name = "After"
    state.save()

    assert "After" in client.get("/states/").content.decode()


def test_the_site_answers_without_its_cache(client, settings):
    redis = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = {"default": {"BACKEND": redis, "LOCATION": "redis://127.0.0.1:1/0"}}

    assert client.get("/states/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_lost_connection_is_opened_again(client, curator_client):
    lose_connection()
    public = client.get("/states/")
    lose_connection()

    assert [public.status_code, curator_client.get("/admin/").status_code] == [200, 200]


def lose_connection():
    """Close the connection as a restart of the database does. SQLite has no server to restart."""
    if connection.vendor == "postgresql":
        with pytest.raises(OperationalError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
