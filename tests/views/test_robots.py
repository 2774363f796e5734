"""What programs read before they read the site: maps, robots, OpenSearch, feeds, mementos."""

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
    def test_it_lists_what_is_public_with_the_day_of_its_last_change(self, client):
        statement, draft = make_statement(), make_draft()
        hidden = make_dialogue(status="draft")

        text = text_of(client.get("/sitemap-statements.xml"))

        day = statement.versions.get().made_at.date().isoformat()
        assert re.findall(r"<loc>([^<]+)</loc><lastmod>([^<]+)</lastmod>", text) == [
            (f"http://testserver{statement.get_absolute_url()}", day)
        ]
        assert draft.reference not in text
        assert hidden.slug not in text_of(client.get("/sitemap-dialogues.xml"))

    def test_an_empty_collection_has_a_map(self, client):
        assert client.get("/sitemap.xml").status_code == 200
        assert client.get("/sitemap-statements.xml").status_code == 200

    def test_a_part_that_is_not_is_not_found(self, client):
        assert client.get("/sitemap-nothing.xml").status_code == 404


class TestRobots:
    def test_only_endless_combinations_are_refused(self, client):
        text = text_of(client.get("/robots.txt"))

        assert "Sitemap: http://testserver/sitemap.xml" in text
        robots = RobotFileParser()
        robots.parse(text.splitlines())
        for path in ("/", "/statements/", "/statements/0000000/?v=1&d=x", "/results/0000000/"):
            assert robots.can_fetch("a", path)
        for path in ("/admin/", "/suggest/?q=x", "/results/new/?year=2017"):
            assert not robots.can_fetch("a", path)


def test_opensearch_says_where_to_search(client):
    response = client.get("/opensearch.xml")

    assert response["Content-Type"] == "application/opensearchdescription+xml"
    root = ElementTree.fromstring(text_of(response))
    templates = [one.get("template") for one in root if one.tag.endswith("Url")]
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

    def test_new_and_corrected_statements_the_latest_first(self, client):
        first, second = make_statement(summary="One."), make_statement(summary="Two.")
        correct(first, "Corrected.", "A misprint")

        feed = self.read(client, "/feeds/statements.atom")

        assert [one.link for one in feed.entries] == [
            f"http://testserver{one.get_absolute_url()}" for one in (first, second)
        ]
        assert [one.id for one in feed.entries] == [
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

        assert [one.link for one in feed.entries] == [
            f"http://testserver{shown.get_absolute_url()}"
        ]
        assert feed.feed.title == "R2P Dialogues: Veto"

    def test_the_list_leads_to_its_feed(self, client):
        make_statement()

        text = text_of(client.get("/statements/?year=2017"))

        assert 'type="application/atom+xml"' in text
        assert 'href="/feeds/statements.atom?year=2017"' in text

    def test_corrections_and_withdrawals(self, client):
        corrected, gone = make_statement(), make_statement(summary="The wrong words.")
        correct(corrected, reason="A misprint")
        publishing.withdraw([gone], "Wrong <state>")

        feed = self.read(client, "/feeds/corrections.atom")

        assert [one.summary for one in feed.entries] == ["Wrong &lt;state&gt;", "A misprint"]
        assert "The wrong words." not in text_of(client.get("/feeds/corrections.atom"))

    @pytest.mark.parametrize("address", ["/feeds/statements.atom", "/feeds/corrections.atom"])
    def test_an_empty_collection_has_a_feed(self, client, address):
        assert self.read(client, address).entries == []

    def test_letters_that_xml_cannot_hold_are_left_out(self, client):
        make_statement(summary="A bell\x07 rings \ufffe <b>&amp;")

        assert len(self.read(client, "/feeds/statements.atom").entries) == 1

    @pytest.mark.parametrize("query", ["year=abc", "x=1", "q=%22veto", "state=nowhere"])
    def test_a_filter_that_is_not_understood_is_refused(self, client, query):
        make_statement()

        response = client.get(f"/feeds/statements.atom?{query}")

        assert (response.status_code, response["Content-Type"]) == (
            400,
            "text/plain; charset=utf-8",
        )

    @pytest.mark.parametrize("query", ["q=%01veto", "page=99"])
    def test_what_is_typed_is_no_error(self, client, query):
        make_statement()

        self.read(client, f"/feeds/statements.atom?{query}")

    def test_a_slug_that_is_no_more_leads_to_the_feed_of_the_one_that_is(self, client):
        theme = make_theme(slug="veto")
        theme.slug = "vetoes"
        theme.save()

        response = client.get("/feeds/statements.atom?theme=veto")

        assert response["Location"] == "/feeds/statements.atom?theme=vetoes"

    def test_it_costs_the_same_for_any_number(self, client, django_assert_num_queries):
        make_statement()
        client.get("/feeds/statements.atom")
        for _n in range(4):
            make_statement()
        client.get("/statements/")

        with django_assert_num_queries(2):
            client.get("/feeds/statements.atom?sort=oldest")


class TestCorrections:
    def test_each_says_what_changed_and_why(self, client):
        statement = make_statement(summary="It asked for one.")
        correct(statement, "It asked for two.", "Two, not one")

        text = text_of(client.get("/corrections/"))

        assert "Two, not one" in text
        assert re.search(r'one<span\s+class="hidden">\]</span></del>', text)
        assert f'href="{statement.get_absolute_url()}v2/"' in text

    def test_what_was_withdrawn_is_there_without_its_words(self, client):
        gone = make_statement(summary="The wrong words.")
        correct(gone, "Other wrong words.", "The wrong words. were not right")
        publishing.withdraw([gone], "Attributed to the wrong state")

        text = text_of(client.get("/corrections/"))

        assert "Attributed to the wrong state" in text
        assert "wrong words" not in text

    def test_there_are_pages_of_them(self, client):
        statement = make_statement()
        for n in range(30):
            correct(statement, f"Correction {n}.")

        assert "Page 2 of 2" in text_of(client.get("/corrections/?page=2"))

    @pytest.mark.parametrize("number", [1, 3])
    def test_they_cost_the_same_for_any_number(self, client, number, django_assert_num_queries):
        for _n in range(number):
            correct(make_statement())

        with django_assert_num_queries(4):
            client.get("/corrections/")


def test_memento_client_finds_the_versions(live_server):
    """The client of the authors of RFC 7089, over HTTP."""
    statement = make_statement()
    correct(statement)
    address = live_server.url + statement.get_absolute_url()

    found = MementoClient().get_memento_info(address, date_time(2026, 1, 1))

    assert found["original_uri"] == address
    assert found["timegate_uri"] == f"{address}timegate/"
    assert found["mementos"]["closest"]["uri"] == [f"{address}v1/"]
    assert found["mementos"]["first"]["uri"] == [f"{address}v1/"]
    assert found["mementos"]["last"]["uri"] == [f"{address}v2/"]


def date_time(*parts):
    from datetime import datetime

    return datetime(*parts)


def test_a_name_that_was_changed_is_found_by_its_old_slug(client):
    state = make_state("Turkey")
    make_statement(make_dialogue(held_on=date(2017, 9, 6)))
    state.slug = "turkiye"
    state.save()

    response = client.get("/states/turkey/")

    assert (response.status_code, response["Location"]) == (301, "/states/turkiye/")
