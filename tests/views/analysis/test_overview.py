"""The first page of the analyses, and the menu that links them."""

import re

import pytest

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def menu_of(client, address):
    menu = re.search(r'<nav class="sub-menu".*?</nav>', text_of(client.get(address)))[0]
    return re.findall(r'<a href="([^"]+)"( aria-current="page")?>([^<]+)<', menu)


def test_each_analysis_says_what_is_seen_in_it(client, made):
    text = text_of(client.get("/analysis/"))

    assert re.findall(r'<dd class="finding">([^<]*)</dd>', text) == [
        "States recorded, and how; with how many are covered where the list is full",
        "6 of 6 states and observers are recorded as speaking in a dialogue",
        "Groups that were spoken for: 2",
        "3 states are recorded in the dialogue of 1 May 2011, more than in any other",
        "2 of the 2 states that spoke on 1 May 2013 were South",
        "Of 0 figures, 0 can be checked: 0 match",
        "States and observers with statements: 6",
        "Groups with recorded members: 4",
        "Themes with statements: 3",
        "Themes with statements: 3",
        "States and observers with statements: 6",
    ]


def test_the_overview_is_of_the_whole_record_whatever_its_address(client, made):
    pages = [text_of(client.get(f"/analysis/{query}")) for query in ("", "?group=pact&year=2010")]

    findings = [re.findall(r'<dd class="finding">([^<]*)</dd>', page) for page in pages]
    assert findings[0] == findings[1]


def test_the_page_names_who_spoke_for_a_group(client, made):
    table = re.search(r"<tbody>.*?</tbody>", text_of(client.get("/joint/")))[0]

    assert re.findall(r'href="(/[^"]+)"', table) == [
        "/groups/pact/",
        "/states/state-b/",
        "/states/state-d/",
        "/states/state-d/",
        "/states/state-f/",
    ]


def test_the_menu_leads_to_the_analyses_of_the_same_group(client, made):
    assert menu_of(client, "/coverage/?group=pact") == [
        ("/analysis/", "", "Overview"),
        ("/coverage/?group=pact", ' aria-current="page"', "Who spoke"),
        ("/map/", "", "Map"),
        ("/joint/", "", "Who spoke for whom"),
        ("/series/?group=pact", "", "Attendance"),
        ("/compare/?side=pact", "", "Compare"),
        ("/commitment/?group=pact", "", "Do members speak?"),
        ("/themes/years/", "", "Themes"),
        ("/figures/", "", "Figures"),
    ]


@pytest.mark.parametrize("address", ["/themes/years/", "/themes/veto/positions/", "/figures/"])
def test_each_analysis_has_the_menu(client, made, address):
    assert [label for _url, _current, label in menu_of(client, address)][0] == "Overview"
