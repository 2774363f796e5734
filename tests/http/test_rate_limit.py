"""How often a client may ask for data."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from dialogues.http import rate_limit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_requests_a_minute(settings, monkeypatch, request):
    """A cache of its own for each test, and a minute that does not end."""
    locmem = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": locmem, "LOCATION": request.node.name}}
    settings.API_REQUESTS_PER_MINUTE = 2
    now = datetime(2026, 1, 1, 10, 30, tzinfo=UTC)
    monkeypatch.setattr(rate_limit, "timezone", SimpleNamespace(now=lambda: now))


def statuses(client, *numbers, **headers):
    return [client.get(f"/api/v1/states/?limit={n}", headers=headers).status_code for n in numbers]


def test_too_many_requests_are_led_to_the_releases(client):
    assert statuses(client, 1, 2) == [200, 200]

    answer = client.get("/api/v1/states/?limit=3")

    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert answer.json() == {
        "type": "http://testserver/api/v1/#too-many-requests",
        "title": "Too many requests",
        "status": 429,
        "detail": "Too many requests. Wait a minute, or download a release: "
        "http://testserver/data/",
        "releases": "http://testserver/data/",
    }


def test_another_client_is_not_stopped(client):
    statuses(client, 11, 12, 13)

    answer = client.get("/api/v1/states/?limit=14", REMOTE_ADDR="192.0.2.1")

    assert answer.status_code == 200


def test_an_answer_that_is_cached_does_not_count(client):
    assert statuses(client, 21, 21, 21, 21) == [200] * 4


def test_pages_are_not_limited(client):
    assert [client.get("/states/").status_code for _ in range(4)] == [200] * 4


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_data_are_only_read(client, method):
    answer = getattr(client, method)("/api/v1/states/")

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
