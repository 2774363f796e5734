"""Every list: drafts stay hidden, the number of queries stays constant, an empty list is a page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues.index.writer import catch_up
from dialogues.models import open_edition
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

LISTS = [
    "home",
    "dialogue-list",
    "statement-list",
    "state-list",
    "group-list",
    "organization-list",
    "person-list",
    "theme-list",
    "source-list",
    "figure-list",
]


def fill(count):
    """Make `count` records of every kind, each with everything that a list shows."""
    for _ in range(count):
        group, theme = make_group(), make_theme()
        state = make_state()
        make_membership(group, state)
        make_state(kind="civil-society")
        dialogue = make_dialogue()
        joint = make_participation(
            dialogue, state, capacity="on-behalf", on_behalf_of=group, printed_group=group
        )
        make_participation(dialogue, status="represented", represented_by=joint)
        make_statement(participation=joint, themes=[theme], situations=[make_state()])
        make_statement(
            participation=make_participation(dialogue, person=make_person(), capacity="panel")
        )
        figure = make_figure(dialogue=dialogue, theme=theme, source=make_source())
        figure.named.add(state)


def fill_in_editions_of_ten(count):
    """The same, ten of each kind in an edition, which takes half the time."""
    for start in range(0, count, 10):
        with open_edition("Made for a test"):
            fill(min(10, count - start))


def queries_of(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.once
def test_the_number_of_queries_is_constant_at_1_3_and_100_records(client):
    counts = []
    for more in (1, 2, 97):
        fill_in_editions_of_ten(more)
        connection.cursor().execute("ANALYZE")
        assert catch_up()
        counts.append({name: queries_of(client, reverse(name)) for name in LISTS})

    assert counts[1] == counts[0]
    assert counts[2] == counts[0]


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_is_a_page(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_drafts_of_dialogues_are_hidden(client):
    make_dialogue(title="Shown dialogue", slug="shown")
    make_dialogue(title="Hidden dialogue", slug="hidden", status="draft")

    for name in ("dialogue-list", "home"):
        text = client.get(reverse(name)).content.decode()
        assert "/dialogues/shown/" in text
        assert "/dialogues/hidden/" not in text


def test_figures_of_hidden_dialogues_are_hidden(client):
    make_figure(dialogue=make_dialogue(status="draft"), unit="hidden states")
    make_figure(dialogue=make_dialogue(), unit="shown states")

    text = client.get(reverse("figure-list")).content.decode()

    assert "shown states" in text
    assert "hidden states" not in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("q=turkey", ["turkiye"]),
        ("q=TURKI", ["turkiye"]),
        ("q=tur", ["turkiye"]),
        ("q=txx", ["turkiye"]),
        ("group=weog", ["turkiye"]),
        ("q=zz", []),
    ],
)
def test_states_are_found_by_any_name_and_by_group(client, query, shown):
    state = make_state("Türkiye", iso3="TXX")
    state.names.create(name="Turkey", kind="former")
    make_membership(make_group("WEOG"), state)
    make_state("Peru")

    response = client.get(f"/states/?{query}")

    assert [state.slug for state in response.context["states"]] == shown


@pytest.mark.parametrize(("query", "now"), [("", "?"), ("?group=weog", "?group=weog")])
def test_the_list_of_states_offers_each_regional_group(client, query, now):
    make_group("WEOG")
    make_group("GRULAC")
    make_group("Network", group_kind="network")

    text = client.get(f"/states/{query}").content.decode()

    links = re.search(r'<ul class="ways row".*?</ul>', text, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', links) == ["?group=grulac", "?group=weog", "?"]
    assert re.findall(r'href="([^"]+)" aria-current="true"', links) == [now]


def test_people_of_draft_dialogues_are_hidden(client):
    draft, public = make_dialogue(status="draft"), make_dialogue()
    hidden, shown, alone = make_person("Hidden"), make_person("Shown"), make_person("Alone")
    make_participation(draft, person=hidden, capacity="panel")
    make_participation(draft, person=shown, capacity="panel")
    make_participation(public, person=shown, capacity="panel")

    listed = client.get("/people/").context["people"]

    assert list(listed) == [shown, alone]
    assert client.get(hidden.get_absolute_url()).status_code == 404


def test_a_reported_figure_has_a_bar_for_its_share_of_all_states(client):
    for _ in range(4):
        make_state()
    dialogue, source = make_dialogue(), make_source(publisher="Publisher")
    make_figure(dialogue=dialogue, value=3, source=source)
    make_figure(dialogue=dialogue, value=1, measure="states-covered", source=source)
    make_figure(dialogue=dialogue, value=99, measure="people-present", source=source)

    text = text_of(client.get("/dialogues/"))

    assert "<strong>3</strong> states spoke · source: <cite>Publisher</cite>" in text
    assert "<strong>1</strong> states represented in total" in text
    assert re.findall(r'class="measure[ \w]*" width="(\d+)%"', text) == ["75", "25"]


def test_a_dialogue_counts_statements_of_speakers_not_named(client):
    dialogue = make_dialogue(slug="d-17")
    make_statement(participation=make_participation(dialogue))
    for _ in range(2):
        make_statement(dialogue=dialogue, attribution="some")

    text = text_of(client.get("/dialogues/"))

    assert re.search(r">\s*3 statements\s*</a>, 2 of them of speakers not named", text)
