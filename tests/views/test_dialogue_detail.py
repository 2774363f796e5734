"""The page of a dialogue: participants, figures, and the order of its statements."""

import re
from datetime import date

import pytest

from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fields", [{"office": "The Chair"}, {"person": None}])
def test_a_dialogue_lists_speakers_in_person(client, fields):
    dialogue = make_dialogue()
    if "person" in fields:
        fields = {"person": make_person("Somebody")}
    make_participation(dialogue, **fields)

    response = client.get(dialogue.get_absolute_url())

    assert response.status_code == 200
    assert "In person" in text_of(response)


def test_an_incomplete_list_has_no_total(client):
    dialogue = make_dialogue(speaker_list="incomplete")
    make_participation(dialogue)

    text = text_of(client.get(dialogue.get_absolute_url()))

    assert "List incomplete." in text
    assert "recorded here as speaking" not in text


def test_figures_that_disagree_are_all_listed_with_their_sources(client):
    dialogue = make_dialogue()
    for value, title in ((81, "The summary"), (83, "The news")):
        make_figure(dialogue=dialogue, value=value, source=make_source(title=title))

    text = re.sub(r"\s+", " ", text_of(client.get(dialogue.get_absolute_url())))

    assert re.search(
        r"<strong>81</strong> states.*The summary.*<strong>83</strong>.*The news", text
    )


def test_a_full_list_has_bars_by_regional_group(client):
    group, dialogue = make_group("African States"), make_dialogue()
    make_participation(dialogue, printed_group=group, group_as_printed="Africa Group")
    make_participation(dialogue)

    text = text_of(client.get(dialogue.get_absolute_url()))

    row = r'<td class="number">(\d+)</td><td class="bar-cell">.*?class="measure" width="(\d+)%"'
    rows = re.findall(row, text)
    assert rows == [("1", "50"), ("1", "50")]


def test_the_contents_list_only_sections_of_the_page(client):
    dialogue = make_dialogue()

    text = text_of(client.get(dialogue.get_absolute_url()))

    contents = re.search(r'<nav class="contents".*?</nav>', text)[0]
    anchors = re.findall(r'href="#([\w-]+)"', contents)
    assert anchors == ["participation", "statements", "sources"]
    assert all(f'id="{anchor}"' in text for anchor in anchors)


def headings(text):
    return re.findall(r'<h3>([^<]+)</h3><span class="count">(\d+)</span>', text)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?by=theme", [("Veto", "2")]),
        ("?by=speaker", [("Cuba", "1"), ("Peru", "1")]),
        ("?by=printed", []),
        ("", []),
    ],
)
def test_by_arranges_the_statements(client, query, expected):
    veto, dialogue = make_theme("Veto", slug="veto"), make_dialogue()
    for name in ("Peru", "Cuba"):
        spoke = make_participation(dialogue, make_state(name))
        make_statement(participation=spoke, themes=[veto])

    text = text_of(client.get(dialogue.get_absolute_url() + query))

    section = re.search(r'<section id="statements".*?</section>', text)[0]
    assert headings(section) == expected
    assert section.count("data-reference") == (0 if expected else 2)


def test_statements_are_on_pages(client):
    dialogue = make_dialogue()
    spoke = make_participation(dialogue, make_state("Peru"))
    for number in range(17):
        make_statement(participation=spoke, position=number, summary=f"Test sentence {number}.")

    address = dialogue.get_absolute_url()
    pages = [text_of(client.get(address + query)) for query in ("", "?page=2")]

    assert [page.count("data-reference") for page in pages] == [10, 7]
    assert 'href="?page=2#statements"' in pages[0]
    assert ">17 statements, with filters<" in pages[1].replace("\n", "").replace("  ", "")


def test_a_page_that_does_not_exist_is_a_problem(client):
    dialogue = make_dialogue()

    text = text_of(client.get(dialogue.get_absolute_url() + "?page=9"))

    assert "There is no page “9”. Pages run from 1 to 1; this is page 1." in text


def test_the_heading_is_the_forum_and_day(client):
    dialogue = make_dialogue(title="A very long official title", held_on=date(2017, 9, 6))

    text = text_of(client.get(dialogue.get_absolute_url()))

    assert "<h1>General Assembly, 6 September 2017</h1>" in text
    assert '<p class="official">A very long official title</p>' in text


def test_an_unknown_arrangement_is_a_problem(client):
    dialogue = make_dialogue()

    text = text_of(client.get(dialogue.get_absolute_url() + "?by=%00mood"))

    problem = "Statements can be arranged by: printed, theme, speaker. They are shown as printed."
    assert problem in text


def test_unattributed_positions_are_listed_separately(client):
    dialogue = make_dialogue()
    make_statement(dialogue, attribution="some delegations")

    response = client.get(dialogue.get_absolute_url() + "?by=speaker")

    assert (list(response.context["statements"]), len(response.context["positions"])) == ([], 1)
