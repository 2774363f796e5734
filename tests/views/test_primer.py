"""The pages on what the responsibility to protect is."""

import re

import pytest

from dialogues.models import Dialogue, Person, Theme, Vote
from dialogues.primer.glossary import GLOSSARY
from dialogues.primer.timeline import TIMELINE
from tests.records import make_theme
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

TERMS = [term for group in GLOSSARY for term in group.terms]


def test_the_timeline_links_to_records_of_the_collection_only(client):
    make_theme(slug="veto-restraint")

    text = text_of(client.get("/r2p/"))

    section = re.search(r'<section id="timeline">.*?</section>', text)[0]
    assert re.findall(r'<a href="(/[^"]+)">In this collection', section) == [
        "/themes/veto-restraint/"
    ]
    assert section.count("<li>") == len(TIMELINE)


def test_a_term_links_to_its_theme_if_there_is_one(client):
    make_theme("Restraint", slug="veto-restraint")

    text = text_of(client.get("/r2p/glossary/"))

    on_veto = [term for term in TERMS if term.theme == "veto-restraint"]
    assert text.count("What states said on “Restraint”") == len(on_veto) == 2
    assert text.count("<dt>") == len(TERMS)


@pytest.mark.usefixtures("starter_collection")
def test_what_the_pages_link_to_is_in_the_collection():
    records = [*Theme.objects.all(), *Dialogue.objects.published(), *Person.objects.all()]
    paths = {record.get_absolute_url() for record in [*records, *Vote.objects.public()]}

    assert {entry.path for entry in TIMELINE if entry.path} <= paths
    assert {f"/themes/{term.theme}/" for term in TERMS if term.theme} <= paths


def test_each_entry_and_term_names_a_source():
    assert [entry for entry in (*TIMELINE, *TERMS) if not entry.source] == []


def test_terms_have_addresses_of_their_own(client):
    ids = re.findall(r'<div id="([^"]+)"><dt>', text_of(client.get("/r2p/glossary/")))

    assert len(set(ids)) == len(ids) == len(TERMS)


@pytest.mark.parametrize("address", ["/r2p/", "/r2p/glossary/", "/about/using/"])
def test_the_pages_link_to_each_other(client, address):
    text = text_of(client.get(address))

    menu = re.search(r'<nav class="sub-menu".*?</nav>', text)[0]
    assert re.findall(r'href="([^"]+)"', menu) == ["/r2p/", "/r2p/glossary/", "/about/using/"]
    assert re.findall(r'href="([^"]+)" aria-current="page"', menu) == [address]
