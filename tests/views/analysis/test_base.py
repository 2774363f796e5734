"""The analysis pages: what they show, where their links lead, and their files."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues import publishing
from tests.records import (
    make_figure,
    make_participation,
    make_state,
    make_statement,
)
from tests.views.reading import rows_of, table_of, text_of

pytestmark = pytest.mark.django_db

OF_THE_COLLECTION = [
    "/coverage/",
    "/coverage/?group=pact&clock=today",
    "/coverage/?dialogue=d-2011",
    "/figures/",
    "/series/",
    "/series/?voice=joint&group=south",
    "/joint/",
    "/compare/?side=state-a&side=state-b",
    "/compare/?side=state-e&side=south",
    "/commitment/?group=pact&theme=veto",
    "/commitment/?initiative=veto",
    "/states/state-a/positions/",
    "/themes/veto/positions/",
    "/states/state-a/brief/",
]


def file_of(address, extension):
    path, _mark, query = address.partition("?")
    return f"{path.removesuffix('/')}.{extension}{'?' if query else ''}{query}"


@pytest.mark.once
@pytest.mark.parametrize("address", OF_THE_COLLECTION)
def test_each_page_explains_its_method_and_links_its_files(client, made, address):
    page = client.get(address)

    assert page.status_code == 200
    (anchor,) = re.findall(r'href="/about/method/#([\w-]+)">Method', text_of(page))
    assert f'id="{anchor}"' in text_of(client.get("/about/method/"))
    for extension in ("csv", "json"):
        assert file_of(address, extension) in unescape(text_of(page))


@pytest.mark.once
@pytest.mark.parametrize("address", OF_THE_COLLECTION)
def test_both_files_have_the_same_rows(client, made, address):
    make_figure(dialogue=made.dialogues[2010])

    table = table_of(client.get(file_of(address, "csv")))
    content = rows_of(client.get(file_of(address, "json")))

    as_cells = [
        {
            key: "; ".join(value)
            if isinstance(value, list)
            else ""
            if value is None
            else str(value)
            for key, value in row.items()
        }
        for row in content["rows"]
    ]
    assert as_cells == table
    assert len(table) > 0
    assert content["about"]["address"] == "http://testserver" + address


@pytest.mark.once
def test_the_number_of_queries_of_a_page_does_not_grow(client, made):
    counts = []
    for more in (0, 1, 4):
        for _ in range(more):
            for dialogue in made.in_order:
                speaks = make_participation(dialogue, make_state(), on_behalf_of_as_printed="")
                make_statement(participation=speaks, themes=[made.veto], stance="supports")
                figure = make_figure(dialogue=dialogue, measure="states-every", value=3)
                figure.named.add(speaks.participant)
        counts.append({address: queries_of(client, address) for address in OF_THE_COLLECTION})

    assert counts == [counts[0]] * 3


def queries_of(client, address):
    """The number of queries of a page when the caches of the edition are filled."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


COUNTED = re.compile(r'<a href="(/statements/[^"]*)"[^>]* data-count="(\d+)"')


@pytest.mark.parametrize(
    "address",
    [
        "/states/state-a/positions/",
        "/themes/veto/positions/",
        "/themes/prevention/positions/",
        "/compare/?side=state-a&side=state-b&side=state-d",
        *(
            f"/compare/?side=state-e&side={group}&clock={clock}"
            for group in ("south", "north", "pact")
            for clock in ("date", "today", "printed")
        ),
    ],
)
def test_each_number_leads_to_the_statements_it_counts(client, made, address):
    links = COUNTED.findall(unescape(text_of(client.get(address))))

    shown = [re.search(r'data-total="(\d+)"', text_of(client.get(url)))[1] for url, _n in links]

    assert shown == [number for _url, number in links]
    assert len(links) > 2


def test_pages_of_records_link_to_their_analyses(client, made):
    state, theme = text_of(client.get("/states/state-a/")), text_of(client.get("/themes/veto/"))
    group, dialogue = (
        text_of(client.get("/groups/pact/")),
        text_of(client.get("/dialogues/d-2010/")),
    )

    for address in ("brief/", "positions/"):
        assert f'href="/states/state-a/{address}"' in state
    assert 'href="/compare/?side=state-a"' in state
    assert 'href="/themes/veto/positions/"' in theme
    assert 'href="/coverage/?group=pact"' in group
    assert 'href="/coverage/?dialogue=d-2010"' in dialogue
    assert "more were represented by a group: <strong>4</strong> of 5 states." in dialogue


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("/coverage/?group=nowhere", "“nowhere” is not a known group"),
        ("/coverage/?clock=noon", "“noon” is not a known date for names and groups"),
        ("/coverage/?yaer=2010", "There is no filter called “yaer”. Did you mean “year”?"),
        ("/coverage/?page=99", "There is no page “99”"),
        ("/series/?series=none", "“none” is not a known series"),
        ("/compare/?side=nobody&side=state-a", "“nobody” is not a known state or group"),
        (
            "/compare/?side=south&side=north&side=state-a",
            "One group can be compared with states. North was left out.",
        ),
        (
            "/compare/?" + "&".join(f"side=state-{letter}" for letter in "abcde"),
            "Only the first 4 values of “State or group” were used.",
        ),
        ("/commitment/?group=pact&group=south", "Only the first value of “Members of” was used."),
        ("/figures/?verdict=maybe", "“maybe” is not a known result"),
        ("/states/state-a/brief/?yaer=1", "There is no filter called “yaer”"),
        ("/themes/veto/positions/?year=2010", "There is no filter called “year”"),
        (
            "/commitment/?initiative=veto&group=pact",
            "Supporters are those of the initiative on the day of each dialogue. Ignored: group.",
        ),
        ("/groups/?clock=noon", "“noon” is not a known date for names and groups"),
    ],
)
def test_a_page_names_wrong_input(client, made, address, problem):
    page = client.get(address)

    assert page.status_code == 200
    assert problem in unescape(text_of(page))


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("/coverage.csv?group=nowhere", "“nowhere” is not a known group"),
        ("/series.json?series=none", "“none” is not a known series"),
        (
            "/compare.csv?side=south&side=north&side=state-a",
            "One group can be compared with states. North was left out.",
        ),
        ("/commitment.json?group=pact&group=south", "Only the first value of “Members of”"),
        ("/figures.csv?verdict=maybe", "“maybe” is not a known result"),
        ("/groups/participation.csv?clock=noon", "“noon” is not a known date for names"),
    ],
)
def test_a_file_is_refused_for_wrong_input(client, made, address, problem):
    file = client.get(address)

    assert file.status_code == 400
    assert problem in text_of(file)


@pytest.mark.parametrize("address", ["/compare/", "/compare/?side=state-a", "/commitment/"])
def test_a_file_without_a_selection_is_refused(client, made, address):
    assert client.get(file_of(address, "json")).status_code == 400


@pytest.mark.parametrize("address", ["/compare/", "/compare/?side=state-a", "/commitment/"])
def test_a_page_without_a_selection_has_no_file(client, made, address):
    assert 'class="files"' not in text_of(client.get(address))


def test_the_form_sends_nothing_that_supporters_ignore(client, made):
    as_sent = "/commitment/?group=&initiative=veto&theme=&clock=date"

    assert "Ignored:" not in text_of(client.get(as_sent))
    assert client.get(file_of(as_sent, "csv")).status_code == 200


def test_supporters_ignore_another_clock(client, made):
    page = text_of(client.get("/commitment/?initiative=veto&clock=today"))

    assert "Ignored: clock." in page


@pytest.mark.parametrize("address", ["/coverage.xml", "/figures.pdf", "/states/state-a/brief.doc"])
def test_other_formats_are_not_found(client, made, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/states/nowhere/brief/", "/states/pact/positions/", "/themes/nothing/positions.csv"],
)
def test_analyses_of_unknown_records_are_not_found(client, made, address):
    assert client.get(address).status_code == 404


def test_drafts_are_in_no_analysis(client, made):
    for dialogue in made.in_order:
        publishing.withdraw(list(dialogue.statements.all()), "For a test")
        dialogue.status = "draft"
        dialogue.save()

    for address in OF_THE_COLLECTION:
        page = text_of(client.get(address.replace("?dialogue=d-2011", "")))
        assert "/dialogues/d-" not in page


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/compare/?side=State+A&side=state-b", "/compare/?side=state-a&side=state-b"),
        ("/coverage/?group=Pact", "/coverage/?group=pact"),
        ("/coverage.csv?group=Pact", "/coverage.csv?group=pact"),
        ("/commitment/?initiative=Veto", "/commitment/?initiative=veto"),
    ],
)
def test_a_name_redirects_to_the_slug(client, made, address, location):
    assert client.get(address).headers["Location"] == location
