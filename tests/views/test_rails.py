"""Next to a record: its themes, files and feed, and related pages."""

from datetime import date

import pytest
from lxml import html

from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def peru():
    """A state with two statements on Veto, one of them on Aid too, of 2017, and a draft."""
    state, veto = make_state("Peru"), make_theme("Veto", slug="veto")
    speech = make_participation(make_dialogue(slug="d-17", held_on=date(2017, 9, 6)), state)
    make_statement(participation=speech, themes=[veto, make_theme("Aid", slug="aid")])
    make_statement(participation=speech, themes=[veto])
    make_draft(participation=speech, themes=[veto])
    return state


def rail_of(client, address):
    """[(text, address)] of the links next to a record."""
    tree = html.fromstring(client.get(address).content)
    links = tree.xpath("//aside[@class='rail']//a")
    return [(" ".join(link.text_content().split()), link.get("href")) for link in links]


@pytest.mark.parametrize(
    ("address", "query"), [("/states/peru/", "state=peru"), ("/dialogues/d-17/", "dialogue=d-17")]
)
def test_a_record_has_the_themes_of_its_statements(client, peru, address, query):
    links = rail_of(client, address)

    assert [link for link in links if "&theme=" in link[1]] == [
        ("Veto 2", f"/statements/?{query}&theme=veto"),
        ("Aid 1", f"/statements/?{query}&theme=aid"),
    ]


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/states/peru/", "state=peru"),
        ("/dialogues/d-17/", "dialogue=d-17"),
        ("/themes/veto/", "theme=veto"),
    ],
)
def test_a_record_has_a_feed_and_files_of_its_statements(client, peru, address, query):
    links = rail_of(client, address)
    (feed,) = html.fromstring(client.get(address).content).xpath(
        "//link[@type='application/atom+xml']/@href"
    )

    assert ("Subscribe (Atom)", f"/feeds/statements.atom?{query}") in links
    assert ("Download as CSV", f"/statements.csv?{query}") in links
    assert feed == f"/feeds/statements.atom?{query}"
    assert client.get(feed).status_code == 200


def test_a_source_has_the_files_of_its_statements(client, peru):
    source = make_source(slug="a-source")
    statement = make_statement(source=source)

    assert statement.source == source
    assert ("Download as CSV", "/statements.csv?source=a-source") in rail_of(
        client, "/sources/a-source/"
    )


def test_a_record_without_statements_has_no_files(client):
    make_state("Chile")
    make_source(slug="a-source")

    for address in ("/states/chile/", "/sources/a-source/"):
        assert [url for _text, url in rail_of(client, address) if "atom" in url] == []


def test_a_dialogue_leads_to_those_before_and_after_it(client):
    for year in (2009, 2010, 2011, 2012):
        make_dialogue(slug=f"d-{year}", held_on=date(year, 7, 1), year=year)

    around = {
        year: [
            url
            for _text, url in rail_of(client, f"/dialogues/d-{year}/")
            if url.startswith("/dialogues/")
        ]
        for year in (2009, 2011)
    }

    assert around == {
        2009: ["/dialogues/d-2010/"],
        2011: ["/dialogues/d-2010/", "/dialogues/d-2012/"],
    }


def test_a_statement_leads_to_those_of_its_speaker_theme_and_year(client, peru):
    statement = peru.participations.get().statements.order_by("pk")[1]
    address = statement.get_absolute_url()

    assert rail_of(client, address)[-4:] == [
        ("Peru", "/statements/?speaker=peru"),
        ("Veto", "/statements/?theme=veto"),
        ("Veto, 2017", "/statements/?theme=veto&year=2017"),
        ("General Assembly, 6 September 2017", "/statements/?dialogue=d-17"),
    ]


def test_a_group_leads_to_its_analyses(client):
    make_group("African States", slug="african")

    assert [url for _text, url in rail_of(client, "/groups/african/")] == [
        "/statements/?group=african",
        "/coverage/?group=african",
        "/commitment/?group=african",
        "/compare/?side=african",
    ]
