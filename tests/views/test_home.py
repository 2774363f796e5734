"""The home page, and the main menu and edition of every page."""

import re
from datetime import date

import pytest

from dialogues import publishing
from dialogues.models import open_edition
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


def test_a_reported_figure_has_a_bar_for_its_share_of_all_states(client):
    for _ in range(4):
        make_state()
    dialogue, source = make_dialogue(), make_source(publisher="Publisher")
    make_figure(dialogue=dialogue, value=3, source=source)
    make_figure(dialogue=dialogue, value=1, measure="states-covered", source=source)
    make_figure(dialogue=dialogue, value=99, measure="people-present", source=source)

    text = text_of(client.get("/"))

    assert "<strong>3</strong> states spoke · source: <cite>Publisher</cite>" in text
    assert "<strong>1</strong> states represented in total" in text
    assert re.findall(r'class="measure[ \w]*" width="(\d+)%"', text) == ["75", "25"]


def corrections(client):
    changes = re.search(r'<ul class="changes">(.*?)</ul>', text_of(client.get("/")))[1]
    return re.findall(r"</time>: <a href=\"([^\"]+)\">([^<]+)</a> ([^<]+)<", changes)


def test_the_latest_corrections_are_listed_with_their_reasons(client):
    spoke = make_participation(make_dialogue(held_on=date(2017, 9, 6)), make_state("Peru"))
    corrected, withdrawn = make_statement(participation=spoke), make_statement()
    with open_edition("A comma was missing"):
        corrected.summary = "Corrected."
        corrected.save()
    publishing.withdraw([withdrawn], "Not in the source")

    assert corrections(client) == [
        (withdrawn.get_absolute_url(), withdrawn.reference, "withdrawn: Not in the source"),
        (
            corrected.get_absolute_url(),
            "Peru, 6 September 2017",
            "corrected: A comma was missing",
        ),
    ]


def test_a_withdrawn_statement_hides_the_reasons_of_its_corrections(client):
    statement = make_statement()
    with open_edition("It said: the wrong words"):
        statement.summary = "Corrected."
        statement.save()
    publishing.withdraw([statement], "Not in the source")

    assert [change for _address, _name, change in corrections(client)] == [
        "withdrawn: Not in the source"
    ]


def test_corrections_of_a_draft_dialogue_are_hidden(client):
    statement = make_statement()
    publishing.withdraw([statement], "Not in the source")
    statement.dialogue.status = "draft"
    statement.dialogue.save()

    assert corrections(client) == []


def test_a_publication_and_a_change_of_another_record_are_no_corrections(client):
    statement = make_statement()
    state = statement.participation.participant
    state.note = "A note."
    state.save()

    assert corrections(client) == []
    assert "No statement has been corrected or withdrawn yet." in text_of(client.get("/"))


def test_only_the_latest_corrections_are_listed(client):
    statement = make_statement()
    for n in range(7):
        statement.summary = f"Corrected {n}."
        statement.save()

    assert text_of(client.get("/")).count("</time>: <a") == 5


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
        ("/people/", []),
        ("/nowhere/", []),
    ],
)
def test_the_menu_marks_the_current_page(client, address, expected):
    make_state("Peru")

    menu = re.search(r'<nav aria-label="Main">.*?</nav>', text_of(client.get(address)))[0]

    assert re.findall(r'aria-current="(\w+)">([^<]+)<', menu) == expected
