"""What is typed is stored until it is saved, for its own author only."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dialogues.models import UnsavedForm
from tests.admin.forms import sent_by
from tests.records import make_draft

pytestmark = pytest.mark.django_db
FIELDS = [["summary", "Typed\nfor an hour “x” <b>", ""], ["themes", "3", "Prevention"]]


def store(client, screen="/admin/x/", fields=FIELDS, **data):
    form = {"screen": screen, "fields": json.dumps(fields), "page": "1"}
    return client.post(reverse("admin:unsaved"), form | data)


def stored(client, screen="/admin/x/"):
    return client.get(reverse("admin:unsaved"), {"screen": screen}).json().get("fields")


def test_what_was_typed_is_offered_on_the_same_screen(curator_client):
    store(curator_client)
    store(curator_client, fields=[["summary", "Later", ""]])

    assert stored(curator_client) == [["summary", "Later", ""]]
    assert stored(curator_client, "/admin/y/") is None


def test_it_is_offered_to_nobody_else(curator_client, client, editor):
    store(curator_client)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")

    assert stored(client) is None


def test_it_can_be_discarded(curator_client):
    store(curator_client)
    store(curator_client, fields=[], page="2")

    assert stored(curator_client) is None


def test_a_saved_form_is_not_offered_even_if_its_last_request_comes_late(curator_client):
    draft = make_draft()
    address = reverse("admin:dialogues_statement_change", args=[draft.pk])
    store(curator_client, address)
    screen = {"unsaved_screen": address, "unsaved_page": "1"}
    form = sent_by(curator_client.get(address), summary="Saved") | screen

    assert curator_client.post(address, form).status_code == 302
    assert stored(curator_client, address) is None
    store(curator_client, address)
    assert stored(curator_client, address) is None
    store(curator_client, address, page="2")
    assert stored(curator_client, address) == FIELDS


def test_a_refused_form_is_still_offered(curator_client):
    draft = make_draft()
    address = reverse("admin:dialogues_statement_change", args=[draft.pk])
    store(curator_client, address)
    screen = {"unsaved_screen": address, "unsaved_page": "1"}
    form = sent_by(curator_client.get(address), summary="", text="") | screen

    assert curator_client.post(address, form).status_code == 200
    assert stored(curator_client, address) == FIELDS


def test_passwords_are_not_stored(curator_client):
    store(curator_client, fields=[["password1", "secret", ""], ["name", "x", ""]])

    assert stored(curator_client) == [["name", "x", ""]]


def test_old_ones_are_deleted(curator_client):
    store(curator_client)
    UnsavedForm.objects.update(stored_at=timezone.now() - timedelta(days=31))
    store(curator_client, "/admin/y/")

    assert [form.screen for form in UnsavedForm.objects.all()] == ["/admin/y/"]


def test_a_person_has_at_most_two_hundred(curator_client, curator):
    UnsavedForm.objects.bulk_create(
        UnsavedForm(user=curator, screen=str(number)) for number in range(205)
    )
    store(curator_client)

    assert UnsavedForm.objects.count() == 200
    assert stored(curator_client) == FIELDS


@pytest.mark.parametrize(
    "data, status",
    [
        ({"fields": "nonsense"}, 400),
        ({"fields": "{}"}, 400),
        ({"fields": '[["a"]]'}, 400),
        ({"fields": '[["a", 1, ""]]'}, 400),
        ({"fields": '[["a", "\\u0000", ""]]'}, 400),
        ({"fields": "[" * 100_000}, 400),
        ({"screen": ""}, 400),
        ({"screen": "x" * 301}, 400),
        ({"page": "x" * 41}, 400),
        ({"fields": json.dumps([["a", "x" * 2_000_000, ""]])}, 413),
    ],
)
def test_nonsense_is_refused(curator_client, data, status):
    assert store(curator_client, **data).status_code == status
    assert not UnsavedForm.objects.exists()


def test_nobody_stores_without_signing_in(client):
    assert store(client).status_code == 401
    assert client.get(reverse("admin:unsaved")).status_code == 302
