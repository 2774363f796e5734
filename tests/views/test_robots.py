"""Sitemaps, robots.txt, OpenSearch, feeds, the corrections and Memento."""

import re
from datetime import date
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import feedparser
import pytest
from memento_client import MementoClient

from dialogues import publishing
from dialogues.models import open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_state,
    make_statement,
    make_theme,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def correct(statement, summary="Corrected.", reason="A misprint"):
    with open_edition(reason):
        statement.summary = summary
        statement.save()


class TestSitemap:
    def test_it_lists_public_records_with_the_date_of_the_last_change(self, client):
        statement, draft = make_statement(), make_draft()
        hidden = make_dialogue(status="draft")

        text = text_of(client.get("/sitemap-statements.xml"))

        day = statement.versions.get().made_at.date().isoformat()
        assert re.findall(r"<loc>([^<]+)</loc><lastmod>([^<]+)</lastmod>", text) == [
            (f"http://testserver{statement.get_absolute_url()}", day)
        ]
        assert draft.reference not in text
        assert hidden.slug not in text_of(client.get("/sitemap-dialogues.xml"))

    def test_an_empty_collection_has_a_sitemap(self, client):
        assert client.get("/sitemap.xml").status_code == 200
        assert client.get("/sitemap-statements.xml").status_code == 200

    def test_an_unknown_section_is_404(self, client):
        assert client.get("/sitemap-nothing.xml").status_code == 404


class TestRobots:
    def test_only_combinations_of_filters_are_disallowed(self, client):
        text = text_of(client.get("/robots.txt"))

        assert "Sitemap: http://testserver/sitemap.xml" in text
        robots = RobotFileParser()
        robots.parse(text.splitlines())
        for path in ("/", "/statements/", "/statements/0000000/?v=1&d=x", "/results/0000000/"):
            assert robots.can_fetch("a", path)
        for path in ("/admin/", "/suggest/?q=x", "/results/new/?year=2017"):
            assert not robots.can_fetch("a", path)


def test_opensearch_describes_the_search(client):
    response = client.get("/opensearch.xml")

    assert response["Content-Type"] == "application/opensearchdescription+xml"
    root = ElementTree.fromstring(text_of(response))
    templates = [url.get("template") for url in root if url.tag.endswith("Url")]
    assert templates == [
        "http://testserver/statements/?q={searchTerms}",
        "http://testserver/feeds/statements.atom?q={searchTerms}",
    ]
    assert 'href="/opensearch.xml"' in text_of(client.get("/"))


class TestFeeds:
    def read(self, client, address):
        response = client.get(address)
        feed = feedparser.parse(response.content)
        assert response["Content-Type"].startswith("application/atom+xml")
        assert not feed.bozo, feed.get("bozo_exception")
        return feed

    def test_it_lists_new_and_corrected_statements_latest_first(self, client):
        first, second = make_statement(summary="One."), make_statement(summary="Two.")
        correct(first, "Corrected.", "A misprint")

        feed = self.read(client, "/feeds/statements.atom")

        assert [entry.link for entry in feed.entries] == [
            f"http://testserver{statement.get_absolute_url()}" for statement in (first, second)
        ]
        assert [entry.id for entry in feed.entries] == [
            f"http://testserver{first.get_absolute_url()}v2/",
            f"http://testserver{second.get_absolute_url()}v1/",
        ]
        assert "Corrected because: A misprint" in feed.entries[0].summary
        assert feed.entries[0].title.endswith(": corrected, version 2")

    def test_it_follows_the_filters(self, client):
        veto = make_theme("Veto", slug="veto")
        shown = make_statement(themes=[veto])
        make_statement()
        make_draft(themes=[veto])

        feed = self.read(client, "/feeds/statements.atom?theme=veto&sort=oldest")

        assert [entry.link for entry in feed.entries] == [
            f"http://testserver{shown.get_absolute_url()}"
        ]
        assert feed.feed.title == "R2P Dialogues: Veto"

    def test_the_list_links_to_its_feed(self, client):
        make_statement()

        text = text_of(client.get("/statements/?year=2017"))

        assert 'type="application/atom+xml"' in text
        assert 'href="/feeds/statements.atom?year=2017"' in text

    def test_corrections_and_withdrawals(self, client):
        corrected, gone = make_statement(), make_statement(summary="The wrong words.")
        correct(corrected, reason="A misprint")
        publishing.withdraw([gone], "Wrong <state>")

        feed = self.read(client, "/feeds/corrections.atom")

        assert [entry.summary for entry in feed.entries] == ["Wrong &lt;state&gt;", "A misprint"]
        assert "The wrong words." not in text_of(client.get("/feeds/corrections.atom"))

    @pytest.mark.parametrize("address", ["/feeds/statements.atom", "/feeds/corrections.atom"])
    def test_an_empty_collection_has_a_feed(self, client, address):
        assert self.read(client, address).entries == []

    def test_characters_that_xml_forbids_are_removed(self, client):
        make_statement(summary="A bell\x07 rings \ufffe <b>&amp;")

        assert len(self.read(client, "/feeds/statements.atom").entries) == 1

    @pytest.mark.parametrize("query", ["year=abc", "x=1", "q=%22veto", "state=nowhere"])
    def test_an_invalid_filter_is_400(self, client, query):
        make_statement()

        response = client.get(f"/feeds/statements.atom?{query}")

        assert (response.status_code, response["Content-Type"]) == (
            400,
            "text/plain; charset=utf-8",
        )

    @pytest.mark.parametrize("query", ["q=%01veto", "page=99"])
    def test_an_odd_query_is_no_error(self, client, query):
        make_statement()

        self.read(client, f"/feeds/statements.atom?{query}")

    def test_an_old_slug_redirects_to_the_feed_of_the_new_one(self, client):
        theme = make_theme(slug="veto")
        theme.slug = "vetoes"
        theme.save()

        response = client.get("/feeds/statements.atom?theme=veto")

        assert response["Location"] == "/feeds/statements.atom?theme=vetoes"

    def test_the_number_of_queries_is_constant(self, client, django_assert_num_queries):
        make_statement()
        client.get("/feeds/statements.atom")
        for _n in range(4):
            make_statement()
        client.get("/statements/")

        with django_assert_num_queries(2):
            client.get("/feeds/statements.atom?sort=oldest")


class TestCorrections:
    def test_each_correction_shows_the_change_and_the_reason(self, client):
        statement = make_statement(summary="It asked for one.")
        correct(statement, "It asked for two.", "Two, not one")

        text = text_of(client.get("/corrections/"))

        assert "Two, not one" in text
        assert re.search(r'one<span\s+class="hidden">\]</span></del>', text)
        assert f'href="{statement.get_absolute_url()}v2/"' in text

    def test_a_withdrawn_statement_is_listed_without_its_text(self, client):
        gone = make_statement(summary="The wrong words.")
        correct(gone, "Other wrong words.", "The wrong words. were not right")
        publishing.withdraw([gone], "Attributed to the wrong state")

        text = text_of(client.get("/corrections/"))

        assert "Attributed to the wrong state" in text
        assert "wrong words" not in text

    def test_the_list_is_paginated(self, client):
        statement = make_statement()
        for n in range(30):
            correct(statement, f"Correction {n}.")

        assert "Page 2 of 2" in text_of(client.get("/corrections/?page=2"))

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_number_of_queries_is_constant(self, client, number, django_assert_num_queries):
        for _n in range(number):
            correct(make_statement())

        with django_assert_num_queries(4):
            client.get("/corrections/")


def test_memento_client_finds_the_versions(live_server):
    """The client of the authors of RFC 7089, over HTTP."""
    statement = make_statement()
    correct(statement)
    address = live_server.url + statement.get_absolute_url()

    info = MementoClient().get_memento_info(address, date_time(2026, 1, 1))

    assert info["original_uri"] == address
    assert info["timegate_uri"] == f"{address}timegate/"
    assert info["mementos"]["closest"]["uri"] == [f"{address}v1/"]
    assert info["mementos"]["first"]["uri"] == [f"{address}v1/"]
    assert info["mementos"]["last"]["uri"] == [f"{address}v2/"]


def date_time(*parts):
    from datetime import datetime

    return datetime(*parts)


def test_an_old_slug_redirects_to_the_page(client):
    state = make_state("Turkey")
    make_statement(make_dialogue(held_on=date(2017, 9, 6)))
    state.slug = "turkiye"
    state.save()

    response = client.get("/states/turkey/")

    assert (response.status_code, response["Location"]) == (301, "/states/turkiye/")
