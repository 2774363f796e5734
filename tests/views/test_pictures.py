"""Charts as pictures, and the cards that other sites show with a link."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from lxml import etree, html

from dialogues.pictures.cards import PictureCard
from dialogues.pictures.text import is_latin, lines_of
from dialogues.views.pictures import card_of_dialogue, card_of_state, card_of_statement
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_membership,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db

PNG_START = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"


def size_of(png):
    """(width, height) as the first chunk of the file says."""
    assert png.startswith(PNG_START)
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


@pytest.fixture
def speech():
    return make_participation(make_dialogue(held_on=date(2017, 9, 6)), make_state("Peru"))


def test_a_chart_is_an_svg_file_with_title_legend_and_source(client, speech):
    response = client.get("/dialogues/speakers.svg")

    assert response["Content-Type"] == "image/svg+xml"
    tree = etree.fromstring(response.content)
    assert tree.findtext(f"{SVG}title") == "States that spoke in each dialogue"
    texts = [text.text.strip() for text in tree.iter(f"{SVG}text")]
    assert "recorded as speaking; the list is full" in texts
    assert texts[-1].startswith("Source: R2P Dialogues, edition")
    assert not tree.xpath("//@style|//@class")


def test_a_chart_is_a_png_file_of_twice_the_width(client, speech):
    response = client.get("/states/peru/record.png")

    assert (response["Content-Type"], size_of(response.content)[0]) == ("image/png", 1920)


CHARTS = (
    "/dialogues/speakers",
    "/coverage",
    "/series",
    "/groups/participation",
    "/compare",
    "/commitment",
    "/map",
    "/themes/years",
    "/themes/veto/years",
    "/states/peru/record",
    "/organizations/an-office/record",
)
QUERIES = {"/compare": "?side=peru&side=grulac", "/commitment": "?group=grulac"}


@pytest.fixture
def of_all_charts(speech):
    make_state("An office", kind="un-entity", slug="an-office")
    make_theme("Veto", slug="veto")
    make_participation(make_dialogue(held_on=date(2018, 6, 25)), speech.participant)
    make_membership(make_group("GRULAC", slug="grulac"), speech.participant)


@pytest.mark.parametrize("address", CHARTS)
def test_each_chart_has_a_drawing_and_a_card(client, of_all_charts, address):
    query = QUERIES.get(address, "")

    drawing = etree.fromstring(client.get(f"{address}.svg{query}").content)
    card = client.get(f"{address}/card.png{query}")

    assert drawing.findtext(f"{SVG}title")
    assert size_of(card.content) == (1200, 630)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/coverage/", "/coverage"),
        ("/series/", "/series"),
        ("/groups/", "/groups/participation"),
        ("/compare/", "/compare"),
        ("/commitment/", "/commitment"),
        ("/map/", "/map"),
        ("/themes/years/", "/themes/years"),
        ("/themes/veto/", "/themes/veto/years"),
    ],
)
def test_a_page_with_a_chart_names_its_card_and_its_frame(client, of_all_charts, path, address):
    query = QUERIES.get(address, "")
    site = "http://testserver"

    tree = html.fromstring(client.get(path + query).content)

    assert tree.xpath("//meta[@property='og:image']/@content") == [
        f"{site}{address}/card.png{query}"
    ]
    (frame,) = tree.xpath("//link[@type='application/json+oembed']/@href")
    assert frame == f"{site}/oembed/?{urlencode({'url': f'{site}/embed{address}/{query}'})}"
    assert client.get(frame).status_code == 200


def test_a_page_with_a_wrong_filter_names_no_card(client, of_all_charts):
    page = client.get("/coverage/?group=nothing").content.decode()

    assert ("og:image" in page, "oembed" in page) == (False, False)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("/compare.svg?side=peru", "Choose at least two to compare"),
        ("/compare/card.png", "Choose at least two to compare"),
        ("/commitment.png", "Choose a group or an initiative."),
        ("/embed/commitment/", "Choose a group or an initiative."),
        ("/map/card.png?dialogue=x9", "x9"),
    ],
)
def test_a_chart_of_nothing_says_what_to_choose(client, of_all_charts, address, problem):
    response = client.get(address)

    assert (response.status_code, problem in response.content.decode()) == (400, True)


def test_panels_of_a_drawing_are_in_rows_of_three(client, of_all_charts):
    for number in range(4):
        make_theme(f"Theme {number}", slug=f"theme-{number}")

    tree = etree.fromstring(client.get("/themes/years.svg").content)

    places = [(panel.get("x"), panel.get("width")) for panel in tree.iter(f"{SVG}svg")][1:]
    assert places == [("24", "285"), ("337", "285"), ("650", "285"), ("24", "285"), ("337", "285")]


def test_a_map_has_its_note_in_the_drawing(client, of_all_charts):
    text = " ".join(etree.fromstring(client.get("/map.svg").content).itertext())

    assert "do not imply official" in text


def test_a_name_is_escaped_in_a_drawing(client):
    make_participation(make_dialogue(), make_state("<b>&", slug="odd"))

    tree = etree.fromstring(client.get("/states/odd/record.svg").content)

    assert tree.findtext(f"{SVG}title") == "<b>& is recorded as speaking in 1 dialogue"


def test_a_chart_without_filters_repeats_no_text_of_the_address(client, speech):
    response = client.get("/dialogues/speakers.svg?x=WITHDRAWN")

    assert b"WITHDRAWN" not in response.content


def test_a_wrong_filter_has_no_picture(client):
    assert client.get("/coverage.png?group=nothing").status_code == 400


def test_a_card_shows_the_words_and_who_said_them_when(speech):
    statement = make_statement(
        participation=speech, text="We must act.", provenance="quoted-in-summary"
    )

    assert card_of_statement(statement, "https://r2p.example") == PictureCard(
        text="“We must act.”",
        heading="Peru",
        details="General Assembly, 6 September 2017",
        address=f"https://r2p.example/statements/{statement.reference}/",
    )


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"text": "نحن", "translation": "We", "summary": "A summary."}, "We"),
        ({"text": "我们", "summary": "A summary."}, "A summary."),
        ({"text": "", "summary": "Résumé – « ô »."}, "Résumé – « ô »."),
    ],
)
def test_a_card_shows_a_text_that_its_fonts_can_write(speech, fields, text):
    assert card_of_statement(make_statement(participation=speech, **fields), "").text == text


def test_a_dialogue_and_a_state_have_cards(client, speech):
    make_statement(participation=speech)

    assert card_of_dialogue(speech.dialogue, "").details == "Plenary debate, 1 statement"
    assert card_of_state(speech.participant, "").heading == "1 statement"
    for record in (speech.dialogue, speech.participant):
        card = client.get(f"{record.get_absolute_url()}card.png")
        assert size_of(card.content) == (1200, 630)


def test_a_draft_has_no_card(client, speech):
    draft = make_draft(participation=speech)

    assert client.get(f"/statements/{draft.reference}/card.png").status_code == 404


def test_a_long_text_ends_with_an_ellipsis():
    lines = lines_of("word " * 200, 40, 1000, 0, 3)

    assert (len(lines), lines[-1].text[-2:], [line.y for line in lines]) == (3, " …", [40, 92, 144])
    assert lines_of("", 40, 1000, 0) == []


def test_letters_of_other_scripts_are_known():
    texts = ["Côte d’Ivoire – “…”", "Türkiye, Việt Nam", "Россия", "保护", "حماية"]

    assert [is_latin(text) for text in texts] == [True, True, False, False, False]


def test_all_lines_of_a_long_source_are_in_the_picture(client, speech):
    query = "&".join(f"dialogue={speech.dialogue.slug}" for _ in range(20))

    tree = etree.fromstring(client.get(f"/coverage.svg?{query}").content)

    last = list(tree.iter(f"{SVG}text"))[-1]
    assert int(tree.get("height")) - int(last.get("y")) == 24


def test_the_same_drawing_is_drawn_once(client, speech, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    files = [client.get(f"/states/peru/record.png?x={n}").content for n in (1, 2)]

    key = next(key for key in cache._cache if "png:" in key)
    assert files[0] == files[1] == cache.get(key.partition(":1:")[2])
