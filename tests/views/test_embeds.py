"""What other sites show in a frame, and how they ask for it (oEmbed)."""

import re
from datetime import date

import pytest

from dialogues import publishing
from dialogues.models import open_edition
from tests.html import html_of
from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    speech = make_participation(make_dialogue(held_on=date(2017, 9, 6)), make_state("Peru"))
    return make_statement(
        participation=speech, text="We <must> act.", provenance="quoted-in-summary"
    )


def policy_of(response):
    return dict(
        part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";")
    )


def test_a_version_can_be_framed_and_stays_as_it_is(client, statement):
    address = f"/embed/statements/{statement.reference}/v1/"
    first = html_of(client.get(address))
    with open_edition("Corrected"):
        statement.text = "Something else."
        statement.save()

    assert "“We &lt;must&gt; act.”" in first
    assert html_of(client.get(address)) == first
    assert "Something else." in html_of(client.get(address.replace("v1", "v2")))


@pytest.mark.parametrize(
    "address",
    [
        "/embed/dialogues/speakers/",
        "/embed/coverage/",
        "/embed/series/",
        "/embed/groups/participation/",
        "/embed/compare/?side=peru&side=chile",
        "/embed/map/",
        "/embed/map/?dialogue=a-dialogue",
        "/embed/themes/years/",
        "/embed/states/peru/record/",
        "/embed/themes/veto/years/",
    ],
)
def test_each_chart_can_be_framed(client, statement, address):
    make_theme("Veto", slug="veto")
    make_state("Chile")
    make_dialogue(slug="a-dialogue")

    response = client.get(address)

    assert policy_of(response)["frame-ancestors"] == "*"
    assert policy_of(response)["script-src"] == "'none'"
    assert "X-Frame-Options" not in response
    assert "Source: R2P Dialogues, edition" in html_of(response)
    assert '<base target="_top">' in html_of(response)
    assert not re.search("<script|<form|<input|<button", html_of(response))


@pytest.mark.parametrize(
    "address", ["/", "/coverage/", "/oembed/?url=x", "/dialogues/speakers.svg"]
)
def test_nothing_else_can_be_framed(client, address):
    response = client.get(address)

    assert policy_of(response)["frame-ancestors"] == "'none'"
    assert response["X-Frame-Options"] == "DENY"


def test_a_cached_frame_is_as_open_as_a_new_one(client, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    make_dialogue()

    answers = [client.get("/embed/dialogues/speakers/") for _ in range(2)]

    assert [policy_of(answer)["frame-ancestors"] for answer in answers] == ["*", "*"]
    assert ["X-Frame-Options" in answer for answer in answers] == [False, False]


@pytest.mark.parametrize(
    "path", ["/statements/{}/", "/statements/{}/v1/", "/embed/statements/{}/v1/"]
)
def test_a_site_asks_how_to_show_a_statement(client, statement, path):
    url = "http://testserver" + path.format(statement.reference)

    answer = client.get("/oembed/", {"url": url, "maxwidth": "300"}).json()

    assert answer == {
        "version": "1.0",
        "type": "rich",
        "title": "Peru, 6 September 2017",
        "provider_name": "R2P Dialogues",
        "provider_url": "http://testserver/",
        "html": f'<iframe src="http://testserver/embed/statements/{statement.reference}/v1/"'
        ' title="Peru, 6 September 2017" width="300" height="480" frameborder="0" ></iframe>',
        "width": 300,
        "height": 480,
    }


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 400),
        ({"url": "http://testserver/embed/coverage/?group=x", "format": "xml"}, 501),
        ({"url": "http://testserver/embed/coverage/"}, 200),
        ({"url": "http://TESTSERVER/embed/coverage/"}, 200),
        ({"url": "http://testserver/embed/coverage/?group=nothing"}, 404),
        ({"url": "http://testserver/embed/states/nothing/record/"}, 404),
        ({"url": "http://testserver/embed/compare/?side=peru"}, 404),
        ({"url": "http://testserver/"}, 404),
        ({"url": "http://testserver/admin/"}, 404),
        ({"url": "http://testserver/admin/nothing"}, 404),
        ({"url": "http://testserver/nothing/at/all/"}, 404),
        ({"url": "http://testserver/statements/0000000/"}, 404),
        ({"url": "https://elsewhere.example/embed/coverage/"}, 404),
        ({"url": "//["}, 404),
        ({"url": "\x00"}, 404),
    ],
)
def test_an_address_without_a_frame_is_refused(client, query, status):
    assert client.get("/oembed/", query).status_code == status


def test_a_statement_says_where_to_ask(client, statement):
    page = html_of(client.get(statement.get_absolute_url()))

    href = re.search(r'type="application/json\+oembed" href="([^"]+)"', page)[1]
    assert client.get(href.replace("&amp;", "&")).json()["title"] == "Peru, 6 September 2017"


def test_a_wrong_filter_of_a_chart_is_refused(client):
    assert client.get("/embed/coverage/?group=nothing").status_code == 400


def test_only_versions_that_exist_have_a_frame(client, statement):
    for number, status in ((0, 404), (1, 200), (99, 404)):
        url = f"http://testserver/statements/{statement.reference}/v{number}/"
        assert client.get("/oembed/", {"url": url}).status_code == status


def test_a_reference_in_capitals_has_a_frame(client, statement):
    url = f"http://testserver/statements/{statement.reference.upper()}/"

    answer = client.get("/oembed/", {"url": url}).json()

    assert f"/embed/statements/{statement.reference}/v1/" in answer["html"]


@pytest.mark.parametrize(("size", "width"), [("0", 640), ("\u0663\u0660", 640), ("9999999", 640)])
def test_an_odd_size_is_ignored(client, statement, size, width):
    url = f"http://testserver/statements/{statement.reference}/"

    assert client.get("/oembed/", {"url": url, "maxwidth": size}).json()["width"] == width


def test_the_embed_of_a_renamed_record_leads_to_the_new_one(client, statement):
    state = statement.participation.participant
    state.slug = "peru-renamed"
    state.save()

    response = client.get("/embed/states/peru/record/")

    assert (response.status_code, response["Location"]) == (
        301,
        "/embed/states/peru-renamed/record/",
    )


def test_the_frame_of_a_withdrawn_statement_says_so(client, statement):
    publishing.withdraw([statement], "Wrong")

    response = client.get(f"/embed/statements/{statement.reference}/v1/")

    assert response.status_code == 410
    assert "This record was withdrawn." in html_of(response)
    assert "must" not in html_of(response)
    assert (policy_of(response)["frame-ancestors"], "X-Frame-Options" in response) == ("*", False)


def test_the_frame_of_nothing_says_so(client):
    response = client.get("/embed/states/nothing/record/")

    assert response.status_code == 404
    assert "Not available" in html_of(response)
    assert (policy_of(response)["frame-ancestors"], "X-Frame-Options" in response) == ("*", False)
