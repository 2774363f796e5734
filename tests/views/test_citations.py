"""Citation pages and files, and metadata for other programs."""

import json
import re
from datetime import date
from urllib.parse import parse_qs

import pytest
import rispy

from dialogues.citations.styles import STYLES
from dialogues.models import open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_source,
    make_state,
    make_statement,
)
from tests.views.reading import text_of

# A citation is the same on any database.
pytestmark = [pytest.mark.django_db, pytest.mark.once]

MEDIA = {
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex",
    "csl.json": "application/vnd.citationstyles.csl+json",
    "txt": "text/plain",
}


def make_corrected_statement():
    statement = make_statement(summary="One.")
    with open_edition("A misprint"):
        statement.summary = "Two."
        statement.save()
    return statement


@pytest.fixture
def addresses():
    """{kind of page: its address without the last slash}"""
    statement = make_corrected_statement()
    return {
        "statement": f"/statements/{statement.reference}",
        "version": f"/statements/{statement.reference}/v1",
        "dialogue": f"/dialogues/{statement.dialogue.slug}",
        "source": f"/sources/{statement.source.slug}",
        "list": "/statements",
    }


KINDS = ["statement", "version", "dialogue", "source", "list"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_page_with_every_style(client, addresses, kind):
    text = text_of(client.get(f"{addresses[kind]}/cite/"))

    assert re.findall(r'<section class="citation" id="([^"]+)"', text) == list(STYLES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("extension", MEDIA)
def test_each_kind_has_files(client, addresses, kind, extension):
    response = client.get(f"{addresses[kind]}.{extension}")

    assert response.status_code == 200
    assert response["Content-Type"].partition(";")[0] == MEDIA[extension]
    assert "http://testserver/" in text_of(response)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("extension", MEDIA)
def test_an_accept_header_for_a_file_redirects_to_it(client, addresses, kind, extension):
    address = addresses[kind] + "/"
    client.get(address)

    response = client.get(address, headers={"accept": MEDIA[extension]})

    assert response.status_code == 303
    assert response["Location"] == f"{addresses[kind]}.{extension}"
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize(
    "accept",
    [
        "*/*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "image/png",
        "nonsense",
        "application/x-bibtex;q=0.1,text/html",
        "text/html",
    ],
)
def test_an_accept_header_for_html_gets_the_page(client, addresses, accept):
    response = client.get(addresses["statement"] + "/", headers={"accept": accept})

    assert (response.status_code, response["Content-Type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "accept", ["application/x-bibtex, text/html;q=0.1", "text/html;q=0, application/x-bibtex"]
)
def test_an_accept_header_that_prefers_a_file_redirects_to_it(client, addresses, accept):
    response = client.get(addresses["statement"] + "/", headers={"accept": accept})

    assert response["Location"] == addresses["statement"] + ".bib"


@pytest.mark.parametrize("query", ["year=abc", "x=1"])
def test_a_list_with_an_invalid_filter_is_not_cited(client, query):
    assert client.get(f"/statements/cite/?{query}").status_code == 400


def test_control_and_bidirectional_characters_are_not_in_files(client):
    statement = make_statement(attribution="some \u202eetats\u202c\x07 states")

    text = text_of(client.get(f"/statements/{statement.reference}.bib"))

    assert "\u202e" not in text
    assert "\x07" not in text


def test_a_version_is_cited_as_it_was(client, addresses):
    assert "version 1. " in text_of(client.get(addresses["version"] + ".txt"))
    assert "version 2. " in text_of(client.get(addresses["statement"] + ".txt"))
    (item,) = json.loads(text_of(client.get(addresses["version"] + ".csl.json")))
    assert "Summary by the editors of R2P Dialogues: One." in item["note"]


def test_the_latest_version_is_cited_with_the_names_of_its_time(client):
    statement = make_statement(make_dialogue(title="The old title"))
    statement.dialogue.title = "The new title"
    statement.dialogue.save()

    assert "The old title" in text_of(client.get(f"/statements/{statement.reference}.txt"))
    assert "The old title" in text_of(client.get("/statements.txt"))


def test_a_source_is_a_report_with_its_own_date(client):
    source = make_source(title="A report", publisher="An office", symbols="A/1", slug="a-report")
    source.published_on = date(2021, 7, 13)
    source.save()

    (ris,) = rispy.loads(text_of(client.get("/sources/a-report.ris")))
    (item,) = json.loads(text_of(client.get("/sources/a-report.csl.json")))

    assert (ris["type_of_reference"], ris["authors"], ris["date"]) == (
        "RPRT",
        ["An office"],
        "2021/07/13",
    )
    assert (item["type"], item["number"], item["title"]) == ("report", "A/1", "A report")
    assert item["issued"] == {"date-parts": [[2021, 7, 13]]}
    assert "A report" not in item["note"]


def test_the_json_of_a_version_is_the_frozen_record(client, addresses):
    record = json.loads(text_of(client.get(addresses["version"] + ".json")))

    assert record["summary"] == "One."
    latest = json.loads(text_of(client.get(addresses["statement"] + ".json")))
    assert (latest["summary"], latest["version"]) == ("Two.", 2)
    assert latest["address"] == f"http://testserver{addresses['statement']}/"


def test_a_list_is_a_file_of_all_its_statements(client):
    dialogue = make_dialogue()
    for n in range(30):
        make_statement(dialogue, summary="A veto." if n % 2 else "Other.", position=n)
    make_draft(dialogue, summary="A veto in a draft.")

    read = rispy.loads(text_of(client.get("/statements.ris?q=veto&sort=oldest")))

    assert len(read) == 15
    assert {"A veto." in item["notes"][0] for item in read} == {True}


def test_a_list_is_cited_with_its_filters(client):
    make_statement(make_dialogue(title="x"))

    text = text_of(client.get("/statements/cite/?year=2017"))

    assert "R2P Dialogues, “Statements: 2017”, edition " in text
    assert "http://testserver/statements/?year=2017 (accessed on" in text


@pytest.mark.parametrize("address", ["/statements/x.ris", "/statements/0000000.exe", "/x.ris"])
def test_an_unknown_file_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_draft_is_not_cited(client):
    draft = make_draft()
    hidden = make_dialogue(status="draft")

    for address in (
        f"{draft.get_absolute_url()}cite/",
        f"/statements/{draft.reference}.ris",
        f"/statements/{draft.reference}.json",
        f"{hidden.get_absolute_url()}cite/",
        f"/dialogues/{hidden.slug}.ris",
    ):
        assert client.get(address).status_code == 404


class TestForReferenceManagers:
    """Metadata from which Zotero makes a complete presentation, tested with its translators."""

    @pytest.mark.parametrize(
        "name",
        [
            "Republic of Korea",
            "Bolivia (Plurinational State of)",
            "Côte d'Ivoire",
            "Iran, Islamic Republic of",
        ],
    )
    def test_the_name_of_a_state_ends_in_a_comma(self, client, name):
        speech = make_participation(participant=make_state(name), name_as_printed=name)
        statement = make_statement(participation=speech)

        tags = meta_of(client.get(statement.get_absolute_url()))

        assert tags["citation_author"] == f"{name},"

    def test_a_statement_is_a_presentation_with_meeting_place_and_date(self, client):
        dialogue = make_dialogue(title="A plenary debate", place="New York")
        statement = make_statement(dialogue, source=make_source(title="A", publisher="B"))

        tags = meta_of(client.get(statement.get_absolute_url()))

        assert tags | {"viewport": "", "description": ""} == tags | {
            "viewport": "",
            "description": "",
            "citation_title": "Statement at the A plenary debate",
            "citation_publication_date": "2017/09/06",
            "citation_public_url": f"http://testserver{statement.get_absolute_url()}",
            "citation_language": "en",
            "z:itemType": "presentation",
            "z:presentationType": "Statement",
            "z:meetingName": "A plenary debate",
            "z:place": "New York",
            "z:extra": "Paraphrased in B, A, section “Debate”. Summary by the editors of "
            f"R2P Dialogues: {statement.summary} R2P Dialogues, statement "
            f"{statement.reference}, version 1.",
            "DC.title": "Statement at the A plenary debate",
            "DC.creator": "As printed",
            "DC.date": "2017-09-06",
            "og:type": "article",
            "og:title": f"{statement.speaker_name}, 6 September 2017",
            "og:description": statement.summary,
            "og:image": f"http://testserver{statement.get_absolute_url()}card.png",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": f"{statement.speaker_name}, 6 September 2017: {statement.summary}",
            "twitter:card": "summary_large_image",
            "og:url": f"http://testserver{statement.get_absolute_url()}",
            "og:site_name": "R2P Dialogues",
        }
        assert not {"z:type", "DC.type"} & set(tags)

    def test_a_shared_statement_shows_speaker_day_and_quotation(self, client):
        speech = make_participation(make_dialogue(held_on=date(2017, 9, 6)), make_state("Peru"))
        quoted = {"text": "We <must> act.", "provenance": "quoted-in-summary"}
        statement = make_statement(participation=speech, **quoted)

        tags = meta_of(client.get(statement.get_absolute_url()))

        assert tags["og:title"] == "Peru, 6 September 2017"
        assert tags["og:description"] == "“We &lt;must&gt; act.”"

    def test_a_version_has_the_same_tags(self, client):
        statement = make_corrected_statement()

        tags = meta_of(client.get(f"/statements/{statement.reference}/v1/"))

        assert tags["z:itemType"] == "presentation"
        assert tags["z:extra"].endswith("version 1.")

    def test_a_statement_has_no_context_object(self, client):
        statement = make_statement()
        make_statement(statement.dialogue)

        assert "Z3988" not in text_of(client.get(statement.get_absolute_url()))

    def test_a_list_has_one_context_object_per_statement(self, client):
        dialogue = make_dialogue(title="A plenary debate")
        statements = [make_statement(dialogue, position=n) for n in range(3)]

        text = text_of(client.get("/statements/")).replace("&amp;", "&")

        contexts = [parse_qs(title) for title in re.findall(r'class="Z3988" title="([^"]+)"', text)]
        assert contexts == [
            {
                "ctx_ver": ["Z39.88-2004"],
                "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
                "rft.type": ["presentation"],
                "rft.title": ["Statement at the A plenary debate"],
                "rft.creator": ["As printed,"],
                "rft.date": ["2017-09-06"],
                "rft_id": [f"http://testserver{statement.get_absolute_url()}"],
            }
            for statement in statements
        ]


def meta_of(response):
    tags = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text_of(response))
    return {name: content.replace("&#x27;", "'") for name, content in tags}


class TestLinkedData:
    def linked(self, response):
        scripts = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', text_of(response), re.DOTALL
        )
        return [json.loads(script) for script in scripts]

    def test_a_statement_with_words_is_a_quotation(self, client):
        statement = make_statement(
            text="</script><b>Words & more.", provenance="quoted-in-summary", language="en"
        )

        (data,) = self.linked(client.get(statement.get_absolute_url()))

        assert (data["@type"], data["text"]) == ("Quotation", "</script><b>Words & more.")
        assert data["creator"]["@type"] == "Country"
        assert data["identifier"] == statement.reference
        assert data["datePublished"] == "2017-09-06"

    def test_a_paraphrase_is_not_a_quotation(self, client):
        (data,) = self.linked(client.get(make_statement().get_absolute_url()))

        assert data["@type"] == "CreativeWork"

    def test_a_dialogue_is_an_event(self, client):
        dialogue = make_dialogue(title="A dialogue", place="Geneva")

        (data,) = self.linked(client.get(dialogue.get_absolute_url()))

        assert data == {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": "A dialogue",
            "startDate": "2017-09-06",
            "endDate": "2017-09-06",
            "location": {"@type": "Place", "name": "Geneva"},
            "url": f"http://testserver{dialogue.get_absolute_url()}",
        }

    def test_a_dialogue_that_was_not_held_is_not_an_event(self, client):
        dialogue = make_dialogue(held_on=None, year=2020, format="not-held")

        assert self.linked(client.get(dialogue.get_absolute_url())) == []

    def test_a_list_is_a_dataset_with_its_files(self, client):
        make_statement()

        (data,) = self.linked(client.get("/statements/?year=2017"))

        assert (data["@type"], data["name"]) == ("Dataset", "2017")
        files = {file["contentUrl"]: file["encodingFormat"] for file in data["distribution"]}
        assert files["http://testserver/statements.csv?year=2017"] == "text/csv"


class TestSignposting:
    def test_the_header_and_the_linkset_have_the_same_links(self, client):
        statement = make_statement()
        address = f"http://testserver{statement.get_absolute_url()}"

        header = client.get(statement.get_absolute_url())["Link"]
        linkset = client.get(f"{statement.get_absolute_url()}linkset.json")

        assert linkset["Content-Type"] == "application/linkset+json"
        (links,) = json.loads(text_of(linkset))["linkset"]
        assert links.pop("anchor") == address
        assert links["cite-as"] == [{"href": address}]
        in_linkset = {
            (rel, target["href"], target.get("type", ""))
            for rel, targets in links.items()
            for target in targets
        }
        in_header = re.findall(r'<([^>]+)>; rel="([^"]+)"(?:; type="([^"]+)")?', header)
        assert {
            (rel, href, type_) for href, rel, type_ in in_header if rel != "linkset"
        } == in_linkset
        assert f'<{address}linkset.json>; rel="linkset"; type="application/linkset+json"' in header

    def test_each_link_answers(self, client):
        header = client.get(make_statement().get_absolute_url())["Link"]

        for href in re.findall(r"<http://testserver([^>]+)>", header):
            assert client.get(href).status_code in (200, 302)


@pytest.mark.parametrize("rest", ["v1/", "v1/cite/", "cite/", "timegate/", "timemap/", "v1.ris"])
@pytest.mark.parametrize("reference", ["%00", "x", "%F0%9F%92%A9", "..%2f", "0" * 300])
def test_pages_below_an_invalid_reference_are_not_found(client, reference, rest):
    assert client.get(f"/statements/{reference}/{rest}").status_code == 404


def test_a_reference_in_capitals_redirects_to_the_file(client, addresses):
    response = client.get(
        addresses["statement"].upper().replace("/STATEMENTS", "/statements") + ".ris"
    )

    assert (response.status_code, response["Location"]) == (301, addresses["statement"] + ".ris")
