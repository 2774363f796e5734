"""What was done on a day, by whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dialogues.models import open_edition
from tests.records import make_draft, make_state, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def entries(client, **query):
    page = client.get(reverse("admin:activity"), query)
    assert page.status_code == 200
    return [
        (entry.by, entry.kind, str(entry.verb), entry.record) for entry in page.context["entries"]
    ]


def test_an_act_names_its_person_kind_and_record(curator_client, curator):
    with open_edition("Entered", curator):
        state = make_state("Peru")

    assert entries(curator_client) == [("A. Curator", "participant", "added", "Peru")]
    assert entries(curator_client, person="A. Curator") == entries(curator_client)
    assert entries(curator_client, person="Somebody else") == []
    state.delete()
    assert entries(curator_client)[0][1:] == ("participant", "deleted", "Peru")


def test_a_save_with_themes_is_one_act(curator_client, curator):
    with open_edition("Entered", curator):
        draft = make_draft()
        draft.themes.set([make_theme(), make_theme()])

    kinds = [kind for _by, kind, _verb, _record in entries(curator_client)]

    assert kinds.count("statement") == 1


def test_another_day_has_its_own_entries(curator_client):
    make_state("Peru")
    yesterday = timezone.localdate() - timedelta(days=1)

    assert entries(curator_client, day=str(yesterday)) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "x", "2026-02-30", "٣"])
def test_a_day_that_never_was_is_answered(curator_client, day):
    entries(curator_client, day=day)


def test_the_record_of_what_was_deleted_since_is_still_listed(curator_client):
    draft = make_draft()
    participation = draft.participation
    draft.delete()
    participation.delete()
    participation.participant.delete()

    assert {kind for _by, kind, _verb, _record in entries(curator_client)} >= {"participation"}
