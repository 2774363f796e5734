"""The search over all records."""

import pytest
from django.urls import reverse

from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def search(client, text):
    """{kind of record: [texts]} of the matches."""
    page = client.get(reverse("admin:search"), {"q": text})
    assert page.status_code == 200
    return {
        kind.kind: [label for label, _address in kind.records] for kind in page.context["kinds"]
    }


def test_matches_are_grouped_by_kind_of_record(curator_client):
    make_state("Atlantis"), make_theme("Atlantis rules"), make_person("Ann Atlantis")
    make_dialogue(title="Meeting on Atlantis", slug="m")

    matches = search(curator_client, "atlantis")

    assert {kind: len(labels) for kind, labels in matches.items()} == {
        "dialogues": 1,
        "people": 1,
        "states": 1,
        "themes": 1,
    }


def test_every_match_leads_to_its_form(curator_client):
    make_statement(summary="Atlantis sank"), make_state("Atlantis")

    for kind in curator_client.get(reverse("admin:search"), {"q": "atlantis"}).context["kinds"]:
        for _label, address in kind.records:
            assert curator_client.get(address).status_code == 200


def test_more_matches_lead_to_the_list(curator_client):
    for number in range(9):
        make_state(f"Atlantis {number}")

    (kind,) = curator_client.get(reverse("admin:search"), {"q": "atlantis"}).context["kinds"]

    assert (len(kind.records), kind.has_more) == (8, True)
    assert curator_client.get(kind.address).context["cl"].result_count == 9


@pytest.mark.parametrize("text", ["", " ", "\0", "'\"%_\\", "x" * 5_000, "\ufffe", "سلام"])
def test_anything_may_be_searched_for(curator_client, text):
    assert search(curator_client, text) == {}


def test_users_are_found_only_by_those_who_may_see_them(curator_client, editor_client, editor):
    assert search(editor_client, "An Editor") == {"users": ["An Editor"]}


def test_statements_and_memberships_are_shown_in_words(curator_client):
    state = make_state("Atlantis")
    make_membership(make_group("Isles"), state)
    make_statement(participation=make_participation(participant=state), summary="It sank.")

    matches = search(curator_client, "atlantis")

    assert matches["statements"] == ["Atlantis: It sank."]
    assert matches["memberships"] == ["Atlantis in Isles"]
