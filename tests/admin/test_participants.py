"""States, groups and their names in the admin."""

import pytest
from django.urls import reverse

from dialogues.models import Edition, Membership, Participant
from tests.records import (
    make_group,
    make_membership,
    make_participation,
    make_state,
    make_statement,
)

pytestmark = pytest.mark.django_db


def state_form(name, slug, names=(), **values):
    """The form of a state with new other names."""
    form = {
        "kind": "state",
        "name": name,
        "slug": slug,
        "names-TOTAL_FORMS": len(names),
        "names-INITIAL_FORMS": 0,
        "memberships-TOTAL_FORMS": 0,
        "memberships-INITIAL_FORMS": 0,
    }
    for number, other in enumerate(names):
        prefix = f"names-{number}"
        form |= {f"{prefix}-name": other, f"{prefix}-kind": "common", f"{prefix}-language": "en"}
    return form | values


@pytest.mark.parametrize(
    ("name", "names", "message"),
    [
        ("", [], "This field is required."),
        ("Old name", [], "“Old name” already leads to Old name."),
        ("OLD  NAME", [], "“OLD  NAME” already leads to Old name."),
        ("New", ["the old name"], "“the old name” already leads to Old name."),
        ("New", ["Newer", "NEWER"], "Two rows are the same. Remove one of them."),
    ],
)
def test_a_missing_or_taken_name_is_refused(curator_client, name, names, message):
    make_state("Old name")

    response = curator_client.post(
        "/admin/dialogues/state/add/", state_form(name, "another", names)
    )

    assert response.status_code == 200
    assert message in response.content.decode()
    assert Participant.objects.count() == 1


def test_a_group_can_be_added_in_the_popup_of_a_field(editor_client):
    form = state_form("Another group", "another-group", kind="group", group_kind="network")
    response = editor_client.post(
        "/admin/dialogues/participant/add/?_popup=1", form | {"_popup": "1"}
    )

    assert response.status_code == 200
    assert Participant.objects.get().group_kind == "network"


def test_a_group_is_not_a_member_of_itself(editor_client):
    group = make_group()
    form = state_form(group.name, group.slug, kind="group", group_kind="regional")
    form |= {
        "memberships_of_it-TOTAL_FORMS": 1,
        "memberships_of_it-INITIAL_FORMS": 0,
        "memberships_of_it-0-member": group.pk,
        "memberships_of_it-0-role": "member",
    }

    response = editor_client.post(reverse("admin:dialogues_group_change", args=[group.pk]), form)

    assert response.status_code == 200
    assert "A group cannot be a member of itself." in response.content.decode()


def test_a_name_recorded_in_another_spelling_is_refused(curator_client):
    state = make_state()
    state.names.create(name="Côte", kind="common")

    response = curator_client.post(
        "/admin/dialogues/name/add/",
        {"participant": state.pk, "name": "cote", "kind": "variant", "language": "en"},
    )

    assert response.status_code == 200
    assert (
        "This name is already recorded, perhaps in another spelling." in response.content.decode()
    )


def test_a_null_character_in_a_search_is_ignored(curator_client):
    where = {"app_label": "dialogues", "model_name": "statement", "field_name": "participation"}

    assert curator_client.get("/admin/autocomplete/", where | {"term": "a\x00b"}).status_code == 200
    assert curator_client.get("/admin/dialogues/state/?q=%00").status_code == 200


def test_a_deleted_membership_is_an_edition_of_the_editor(editor_client, editor):
    member = make_state()
    membership = make_membership(make_group(), member)
    shown = make_statement(participation=make_participation(participant=member))

    editor_client.post(
        "/admin/dialogues/membership/",
        {"action": "delete_selected", "_selected_action": [membership.pk], "post": "yes"},
    )

    assert not Membership.objects.exists()
    edition = Edition.objects.first()
    assert edition.by == editor
    assert [change.statement for change in edition.changes.all()] == [shown]


def test_a_renamed_state_keeps_its_history_and_makes_an_edition(curator_client, curator):
    state = make_state("Old name")
    url = reverse("admin:dialogues_state_change", args=[state.pk])
    form = state_form("New name", state.slug, change_reason="Renamed in 2026")

    assert curator_client.post(url, form).status_code == 302

    rows = Participant.history.filter(id=state.pk).order_by("history_id")
    assert list(rows.values_list("name", "history_user", "history_change_reason")) == [
        ("Old name", None, None),
        ("New name", curator.pk, "Renamed in 2026"),
    ]
    assert Edition.objects.first().reason == "Renamed in 2026"
