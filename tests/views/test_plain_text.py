"""Pages as plain text, and /llms.txt."""

import re
from datetime import date

import pytest

from dialogues import publishing
from dialogues.exports.counting_rules import COUNTING_RULES
from dialogues.views import plain_text
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    peru = make_state("Peru", slug="peru")
    make_membership(make_group("Group", slug="group"), peru)
    dialogue = make_dialogue(slug="dialogue", held_on=date(2017, 9, 6))
    person, source = make_person(slug="person"), make_source(slug="source")
    speech = make_participation(dialogue, peru, person=person, source=source)
    make_vote(slug="vote")
    themes = [make_theme("Veto", slug="veto")]
    return make_statement(
        participation=speech, source=source, themes=themes, text="No\n# veto", summary="Refused."
    )


def text(client, address):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/")
    return answer.content.decode()


def permalink(statement):
    digest = statement.versions.last().short_digest
    return f"http://testserver/statements/{statement.reference}/?v=1&d={digest}"


@pytest.mark.parametrize(
    "address",
    [
        "/states/peru.md",
        "/dialogues/dialogue.md",
        "/themes/veto.md",
        "/sources/source.md",
        "/people/person.md",
        "/statements.md?state=peru",
    ],
)
def test_a_page_as_text_has_the_rules_and_the_permalink_of_each_statement(
    client, statement, address
):
    page = text(client, address)

    assert all(f"- {rule}" in page for rule in COUNTING_RULES)
    assert f"- Permanent address: {permalink(statement)}" in page
    assert "## Statements: 1" in page
    assert "- Text: “No # veto”" in page


@pytest.mark.parametrize("address", ["/groups/group.md", "/votes/vote.md"])
def test_a_record_without_statements_has_its_facts(client, statement, address):
    assert "## Facts" in text(client, address)


def test_a_statement_as_text(client, statement):
    page = text(client, f"/statements/{statement.reference}.md")

    assert page.startswith(f"# Statement {statement.reference}\n")
    assert f"- Permanent address: {permalink(statement)}" in page


def test_facts_name_the_groups_of_a_state(client, statement):
    assert "- Memberships: Group (member)" in text(client, "/states/peru.md")


@pytest.mark.parametrize(
    "kind", ["dialogues", "states", "groups", "people", "themes", "sources", "votes"]
)
def test_a_list_leads_to_the_text_of_each_record(client, statement, kind):
    links = re.findall(r"\]\(http://testserver([^)]+)\)", text(client, f"/{kind}.md"))

    assert {client.get(link).status_code for link in links} == {200}


def test_a_long_list_leads_to_its_next_page(client, statement):
    for _ in range(15):
        make_statement()

    page = text(client, "/statements.md")
    (following,) = re.findall(r"^Next: http://testserver(.*)$", page, re.M)

    assert "## Statements: 16, 15 of them here" in page
    assert "## Statements: 16, 1 of them here" in text(client, following)


def test_a_record_with_many_statements_leads_to_their_list(client, statement, monkeypatch):
    monkeypatch.setattr(plain_text, "MAX_STATEMENTS", 1)
    make_statement(participation=statement.participation)

    page = text(client, "/states/peru.md")

    assert "## Statements: 2, 1 of them here" in page
    assert "All of them: http://testserver/statements.md?state=peru" in page


def test_a_filter_that_cannot_be_used_is_an_error(client, statement):
    assert client.get("/statements.md?colour=red").status_code == 400


def test_drafts_have_no_text(client):
    make_dialogue(slug="draft", status="draft")

    assert client.get("/dialogues/draft.md").status_code == 404
    assert "draft" not in text(client, "/dialogues.md")


def test_llms_txt_has_the_rules_and_links_that_work(client, statement):
    page = text(client, "/llms.txt")

    assert page.startswith("# R2P Dialogues\n")
    assert all(f"- {rule}" in page for rule in COUNTING_RULES)
    links = re.findall(r"\]\(http://testserver([^)]+)\)", page)
    assert {client.get(link).status_code for link in links} == {200}


def test_a_count_of_nothing_is_a_fact(client):
    make_vote(slug="vote", in_favour=10, against=0)

    page = text(client, "/votes/vote.md")

    assert "- In favour: 10" in page
    assert "- Against: 0" in page


def test_a_group_names_its_members_with_their_dates(client):
    group = make_group(slug="group")
    make_membership(group, make_state("Chile"), since=date(2005, 1, 1), until=date(2016, 12, 31))
    make_membership(group, make_state("Peru", slug="peru"))

    page = text(client, "/groups/group.md")

    assert "## Members: 2" in page
    assert "- Chile (member, from 2005-01-01 until 2016-12-31)" in page
    assert "- Peru (member)" in page


def test_a_withdrawn_statement_has_no_text(client, statement):
    publishing.withdraw([statement], "Wrong")

    assert client.get(f"/statements/{statement.reference}.md").status_code == 410
    assert "## Statements: 0" in text(client, "/states/peru.md")


@pytest.mark.parametrize("address", ["/states/peru/", "/themes/veto/", "/dialogues/dialogue/"])
def test_a_page_names_its_plain_text(client, statement, address):
    page = text(client, address)

    file = f"{address.rstrip('/')}.md"
    assert f'<link rel="alternate" type="text/markdown" href="{file}">' in page
    assert client.get(file).status_code == 200
