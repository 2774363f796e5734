"""The page of corrections."""

import re
from datetime import date

import pytest

from dialogues import publishing
from dialogues.models import open_edition
from tests.records import make_dialogue, make_participation, make_state, make_statement
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def corrections(client):
    """(address, label, what was done and why) of each correction on the page."""
    changes = re.findall(r'<li id="[^"]+">(.*?)</li>', text_of(client.get("/corrections/")))
    return [
        (*re.search(r'</time>: <a href="([^"]+)">([^<]+)</a>', change).groups(), _act(change))
        for change in changes
    ]


def _act(change):
    """corrected: why."""
    kind = re.search(r"</a> (\w+)", change)[1]
    return f"{kind}: {re.findall(r': ([^<:]+)(?:<dl|$)', change.strip())[-1].strip()}"


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
    assert "No statement has been corrected or withdrawn yet." in text_of(
        client.get("/corrections/")
    )
