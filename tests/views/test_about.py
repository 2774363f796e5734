"""Who runs the site: what the operator sets, and what the pages say without it."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from lxml import html

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_without_settings_the_page_says_what_is_not_given(client):
    text = text_of(client.get("/about/who/"))

    assert "The operator of this site has not given a name." in text
    assert "No names are given." in text
    assert "No address is given." in text
    assert "CC BY 4.0" in text


def test_an_operator_can_give_no_licence(client, settings):
    settings.DATA_LICENCE = settings.DATA_LICENCE_URL = ""

    assert "No licence is given" in text_of(client.get("/about/who/"))


def test_the_operator_sets_names_contact_and_licence(client, settings):
    settings.OPERATOR, settings.EDITORS = "A <Society>", ["Ada B.", "Cy D."]
    settings.CONTACT = "desk@r2p.example"
    settings.DATA_LICENCE, settings.DATA_LICENCE_URL = "CC BY 4.0", "https://licence.example/"

    text = text_of(client.get("/about/who/"))

    assert "A &lt;Society&gt;" in text
    assert "Ada B., Cy D." in text
    assert '<a href="mailto:desk@r2p.example">desk@r2p.example</a>' in text
    assert '<a href="https://licence.example/" rel="license">CC BY 4.0</a>' in text


@pytest.mark.parametrize(
    "address",
    [
        "/about/",
        "/about/who/",
        "/about/method/",
        "/help/search/",
        "/corrections/",
        "/data/",
        "/api/",
        "/about/privacy/",
        "/about/accessibility/",
    ],
)
def test_pages_on_the_collection_lead_to_each_other(client, address):
    tree = html.fromstring(client.get(address).content)
    (menu,) = tree.xpath("//nav[@aria-label='About the collection']")

    assert menu.xpath(".//a[@aria-current='page']/@href") == [address]
    assert len(menu.xpath(".//a")) == 9


def test_without_a_contact_there_is_no_security_txt(client):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("desk@r2p.example", "mailto:desk@r2p.example"),
        ("https://r2p.example/report", "https://r2p.example/report"),
    ],
)
def test_security_txt_has_what_rfc_9116_asks_for(client, settings, contact, address):
    settings.SECURITY_CONTACT = contact

    response = client.get("/.well-known/security.txt")

    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    expires = datetime.fromisoformat(fields.pop("Expires"))
    assert fields == {
        "Contact": address,
        "Preferred-Languages": "en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }
    assert timedelta(days=178) < expires - timezone.now() < timedelta(days=181)


@pytest.mark.parametrize("page", ["who", "privacy", "accessibility"])
def test_each_page_is_in_the_footer(client, page):
    footer = text_of(client.get("/")).partition('<footer class="site-footer">')[2]

    assert f'href="/about/{page}/"' in footer


def test_a_reader_gets_no_cookie(client):
    assert [client.get(address).cookies for address in ("/", "/about/privacy/")] == [{}, {}]


def test_a_home_screen_finds_the_name_and_the_icons(client):
    response = client.get("/site.webmanifest")

    assert response["Content-Type"] == "application/manifest+json"
    values = response.json()
    assert (values["name"], values["start_url"]) == ("R2P Dialogues", "/")
    assert [icon["sizes"] for icon in values["icons"]] == ["any", "180x180"]
    assert '<link rel="manifest" href="/site.webmanifest">' in text_of(client.get("/"))
