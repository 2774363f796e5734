"""The page that compares states: their sentences on the same themes."""

import re

import pytest

from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query",
    ["state=state-a&state=state-b", "a=State+A&b=State+B", "country=state-a&side=state-b"],
)
def test_keys_that_people_would_write_lead_to_the_comparison(client, made, query):
    response = client.get(f"/compare/?{query}", follow=True)

    path, _mark, parameters = response.redirect_chain[-1][0].partition("?")
    assert (path, parameters) == ("/compare/", "side=state-a&side=state-b")


def test_what_they_said_on_a_theme_is_next_to_each_other(client, made):
    text = text_of(client.get("/compare/?side=state-a&side=south"))

    section = re.search(r'<section id="said">.*?</section></div></details>', text)[0]
    assert re.findall(r"<h3>([^<]+)</h3>", section) == ["Warning"]
    assert re.findall(r"<h4>([^<]+)</h4>", section) == ["State A", "Members of South"]
    assert section.count('class="teaser"') == 3


def test_without_a_shared_theme_the_page_says_so(client, made):
    text = text_of(client.get("/compare/?side=state-c&side=state-d"))

    assert "No theme has statements of several of them." in text


def test_each_element_has_an_id_of_its_own(client, made):
    text = text_of(client.get("/compare/?side=state-a&side=south"))

    ids = re.findall(r' id="([^"]+)"', text)
    assert sorted(set(ids)) == sorted(ids)
