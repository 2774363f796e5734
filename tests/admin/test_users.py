"""Editors manage users, and nobody can rise above an editor."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

pytestmark = pytest.mark.django_db

USERS = "/admin/auth/user/"


def form_of(user, **values):
    fields = {"username": user.username, "first_name": "", "last_name": "", "email": ""}
    return (
        fields | {"is_active": "on", "groups": [group.pk for group in user.groups.all()]} | values
    )


def test_an_editor_adds_a_user_with_a_role(editor_client):
    role = Group.objects.get(name="Curators")
    password = "a curator's own words"
    form = {
        "username": "new",
        "usable_password": "true",
        "password1": password,
        "password2": password,
    }

    response = editor_client.post(f"{USERS}add/", form | {"groups": [role.pk]})

    assert response.status_code == 302
    person = User.objects.get(username="new")
    assert (person.is_staff, person.is_superuser, list(person.groups.all())) == (
        True,
        False,
        [role],
    )


def test_an_editor_cannot_make_a_superuser(editor_client, curator):
    right = Permission.objects.first()
    form = form_of(curator, is_superuser="on", user_permissions=[right.pk])

    editor_client.post(reverse("admin:auth_user_change", args=[curator.pk]), form)

    curator.refresh_from_db()
    assert (curator.is_superuser, curator.user_permissions.count()) == (False, 0)


def test_an_editor_cannot_see_or_change_a_superuser(editor_client):
    above = User.objects.create_superuser("above", password="x")

    for name in ("admin:auth_user_change", "admin:auth_user_password_change"):
        response = editor_client.post(reverse(name, args=[above.pk]), form_of(above))
        assert response.status_code in (302, 404)

    above.refresh_from_db()
    assert above.check_password("x")
    assert "above" not in editor_client.get(USERS).content.decode()


def test_a_user_is_never_deleted(editor_client, curator):
    response = editor_client.post(
        reverse("admin:auth_user_delete", args=[curator.pk]), {"post": "1"}
    )

    assert response.status_code == 403
    assert User.objects.filter(pk=curator.pk).exists()


def test_an_editor_removes_a_lost_second_factor(editor_client, curator):
    TOTPDevice.objects.create(user=curator, confirmed=True)

    editor_client.post(USERS, {"action": "remove_second_factor", "_selected_action": [curator.pk]})

    assert not TOTPDevice.objects.exists()


@pytest.mark.parametrize("address", [USERS, f"{USERS}add/"])
def test_a_curator_cannot_see_users(curator_client, address):
    assert curator_client.get(address).status_code == 403
