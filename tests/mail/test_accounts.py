"""Invitations and new passwords: nobody types a password for another person."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache

pytestmark = pytest.mark.django_db
ADD = "/admin/auth/user/add/"
NEW = "a long new password"


@pytest.fixture(autouse=True)
def fresh_cache(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


def invite(client, **values):
    group = Group.objects.get(name="Curators").pk
    form = {"username": "new", "email": "new@r2p.example", "groups": [group]} | values
    return client.post(ADD, form, follow=True)


def choose_password(client, path):
    """Follow the way to a password; returns the page after it."""
    page = client.get(path, follow=True)
    form = {"new_password1": NEW, "new_password2": NEW}
    return client.post(page.request["PATH_INFO"], form, follow=True)


def signs_in(client, password=NEW):
    client.logout()
    form = {"username": "new", "password": password}
    return client.post("/admin/login/", form).status_code == 302


def path_in(text, site=""):
    return re.search(rf"{site}(/admin/reset/[^\s\"<]+)", text)[1]


def test_an_invited_person_chooses_a_password_and_signs_in(editor_client, client, site, mailoutbox):
    page = invite(editor_client)

    assert "Invitation mailed to new." in page.content.decode()
    (mail,) = mailoutbox
    assert mail.to == ["new@r2p.example"]
    path = path_in(mail.body, site)
    choose_password(client, path)
    assert signs_in(client)
    user = User.objects.get(username="new")
    assert (user.is_staff, [group.name for group in user.groups.all()]) == (True, ["Curators"])


def test_a_link_works_once(editor_client, client, site, mailoutbox):
    invite(editor_client)
    path = path_in(mailoutbox[0].body, site)
    choose_password(client, path)

    page = client.get(path, follow=True)

    assert page.context["validlink"] is False


def test_without_mail_the_editor_sees_the_link_to_hand_over(editor_client, client, mailoutbox):
    page = invite(editor_client, email="").content.decode()

    assert "No mail could be sent. Give new this link" in page
    choose_password(client, path_in(page))
    assert signs_in(client)
    assert mailoutbox == []


def test_an_invited_person_cannot_sign_in_without_a_password(editor_client, client, site):
    invite(editor_client)

    assert not signs_in(client, "")


def test_a_person_is_invited_again(editor_client, site, mailoutbox):
    invite(editor_client)
    user = User.objects.get(username="new")
    form = {"action": "invite_again", "_selected_action": [user.pk]}
    editor_client.post("/admin/auth/user/", form)

    assert len(mailoutbox) == 2


def test_a_forgotten_password_is_replaced(client, curator, site, mailoutbox):
    curator.email = "curator@r2p.example"
    curator.save()
    client.post("/admin/password_reset/", {"email": "Curator@r2p.example"})

    (mail,) = mailoutbox
    choose_password(client, path_in(mail.body, site))
    curator.refresh_from_db()
    assert curator.check_password(NEW)


def test_a_reset_says_nothing_of_who_has_an_account(client, curator, site, mailoutbox):
    page = client.post("/admin/password_reset/", {"email": "nobody@r2p.example"}, follow=True)

    assert page.status_code == 200
    assert page.request["PATH_INFO"] == "/admin/password_reset/done/"
    assert mailoutbox == []


def test_nobody_can_fill_the_mail_box_of_another(client, curator, site, mailoutbox):
    curator.email = "curator@r2p.example"
    curator.save()
    for _attempt in range(5):
        client.post("/admin/password_reset/", {"email": curator.email})

    assert len(mailoutbox) == 1


def test_the_link_is_not_of_the_host_of_the_request(client, curator, site, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    curator.email = "curator@r2p.example"
    curator.save()
    client.post(
        "/admin/password_reset/", {"email": curator.email}, headers={"Host": "evil.example"}
    )

    assert "evil.example" not in mailoutbox[0].body


def test_without_mail_the_page_says_whom_to_ask(client, curator):
    page = client.post("/admin/password_reset/", {"email": "curator@r2p.example"})

    assert "Ask an editor for a link to a new password." in page.content.decode()
