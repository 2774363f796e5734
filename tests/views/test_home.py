"""The home page, and the main menu and edition of every page."""

import re
from datetime import date

import pytest

from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_each_link_of_the_home_page_shows_its_number_of_statements(client):
    weog, france, veto = make_group("WEOG"), make_state("France"), make_theme("Veto", slug="veto")
    make_membership(weog, france)
    spoke = make_participation(make_dialogue(held_on=date(2017, 9, 6)), france)
    make_statement(participation=spoke, themes=[make_theme(parent=veto)])
    make_statement(participation=spoke, themes=[veto])

    links = re.findall(
        r'href="/statements/(\?[^"]+)"[^>]* data-count="(\d+)"', text_of(client.get("/"))
    )

    assert links == [("?year=2017", "2"), ("?group=weog", "2"), ("?theme=veto", "2")]


def test_a_quotation_is_shown_with_its_speaker_and_source(client):
    words = "We must act before the violence begins, and not when it is too late. " * 2
    source = make_source(title="Test summary", publisher="Test publisher")
    speaker = make_participation(make_dialogue(held_on=date(2017, 9, 6)), make_state("Peru"))
    quoted = {"participation": speaker, "source": source, "provenance": "quoted-in-summary"}
    statement = make_statement(text=words, **quoted)
    make_statement(text="Too short.", **quoted)
    make_statement(text=words, language="fr", **quoted)

    figure = re.search(r'<figure class="pull">(.*?)</figure>', text_of(client.get("/")), re.S)[1]

    assert f"“{words.strip()}”" in figure
    assert f'<a href="{statement.get_absolute_url()}">Peru, 6 September 2017</a>' in figure
    assert "<cite>Test publisher</cite>" in figure


def test_an_empty_collection_has_neither_quotation_nor_answers_nor_chart(client):
    text = text_of(client.get("/"))

    assert "0 statements made at the United Nations" in text
    assert not re.search(r'class="(?:pull|answers|chart)"', text)


def test_the_number_of_queries_of_the_home_page_does_not_grow(
    client, django_assert_max_num_queries
):
    for year in (2011, 2012, 2013):
        dialogue = make_dialogue(held_on=date(year, 6, 1))
        make_figure(dialogue=dialogue, value=3, source=make_source())
        for _ in range(3):
            make_statement(participation=make_participation(dialogue, make_state()))

    with django_assert_max_num_queries(45):
        client.get("/")


def test_every_page_names_its_edition(client):
    assert "of the collection" not in text_of(client.get("/about/"))

    make_statement()
    response = client.get("/about/")

    number = response.wsgi_request.edition.split()[0]
    assert re.search(rf"Edition {number} of the collection, \d+ \w+ \d{{4}}\.", text_of(response))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/states/", [("page", "States")]),
        ("/states/peru/", [("true", "States")]),
        ("/analysis/", [("page", "Analysis")]),
        ("/coverage/", [("true", "Analysis")]),
        ("/figures/", [("true", "Analysis")]),
        ("/themes/years/", [("true", "Analysis")]),
        ("/people/", []),
        ("/nowhere/", []),
    ],
)
def test_the_menu_marks_the_current_page(client, address, expected):
    make_state("Peru")

    menu = re.search(r'<nav aria-label="Main">.*?</nav>', text_of(client.get(address)))[0]

    assert re.findall(r'aria-current="(\w+)">([^<]+)<', menu) == expected
