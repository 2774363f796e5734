"""Participants: their proxies, names and addresses."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.models import (
    Group,
    Name,
    Organization,
    Participant,
    State,
)
from tests.records import make_group, make_state

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("proxy", "fields"),
    [
        (State, {"kind": "state"}),
        (Group, {"kind": "group", "group_kind": "network"}),
        (Organization, {"kind": "un-entity"}),
    ],
)
def test_states_groups_and_organizations_have_a_history(proxy, fields):
    record = proxy.objects.create(name="First name", **fields)
    record.name = "Second name"
    record.save()
    record.delete()

    rows = Participant.history.filter(slug="first-name").order_by("history_id")
    assert list(rows.values_list("name", "history_type")) == [
        ("First name", "+"),
        ("Second name", "~"),
        ("Second name", "-"),
    ]


def test_each_manager_returns_its_own_kinds_only():
    state, group = make_state(), make_group()
    organization = make_state(kind="civil-society")

    assert list(State.objects.all()) == [state]
    assert list(Group.objects.all()) == [group]
    assert list(Organization.objects.all()) == [organization]


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("state", "/states/x/"),
        ("observer", "/states/x/"),
        ("un-entity", "/organizations/x/"),
        ("regional-organization", "/organizations/x/"),
        ("civil-society", "/organizations/x/"),
    ],
)
def test_each_kind_has_its_address(kind, address):
    assert make_state(kind=kind, slug="x").get_absolute_url() == address


def test_a_rename_keeps_the_address():
    state = make_state("Old Name")

    state.name = "New Name"
    state.save()

    assert state.slug == "old-name"


def test_a_name_of_another_participant_is_rejected():
    make_state("Utopia")
    name = Name(participant=make_state(), name="the utopia", kind="variant")

    with pytest.raises(ValidationError) as error:
        name.clean()

    assert error.value.messages == ["“the utopia” already leads to Utopia."]
