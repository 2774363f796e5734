"""Sign-in: throttled, with a second factor, and without losing an interrupted post."""

import re
import time

import pytest
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from dialogues.models import Theme
from tests.admin.test_roles import change_url, form_of
from tests.conftest import make_user
from tests.records import make_draft

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
PASSWORD = "long enough to be one"


@pytest.fixture
def person(db):
    person = make_user("A. Person", "Editors")
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(client, password=PASSWORD, **fields):
    return client.post(LOGIN, {"username": "A. Person", "password": password} | fields)


def interrupted_post(response):
    return re.search(r'name="kept" value="([^"]+)"', response.content.decode())[1]


def code_of(device):
    return f"{totp(device.bin_key):06}"


def test_after_five_wrong_passwords_the_right_one_is_refused(client, person):
    answers = [sign_in(client, "wrong").status_code for _ in range(5)]

    assert answers == [200, 200, 200, 200, 429]
    locked_out = sign_in(client)
    assert locked_out.status_code == 429
    assert "Wait a quarter of an hour" in locked_out.content.decode()


def test_a_forged_client_address_does_not_unlock(client, person):
    for _ in range(5):
        sign_in(client, "wrong")

    answer = client.post(
        LOGIN,
        {"username": "A. Person", "password": PASSWORD},
        headers={"X-Forwarded-For": "203.0.113.9"},
    )

    assert answer.status_code == 429


def test_another_person_signs_in_from_the_same_address(client, person):
    for _ in range(5):
        sign_in(client, "wrong")
    other = make_user("Other", "Curators")
    other.set_password(PASSWORD)
    other.save()

    assert client.post(LOGIN, {"username": "Other", "password": PASSWORD}).status_code == 302


def test_a_session_is_renewed_at_sign_in_and_ended_at_sign_out(client, person):
    client.get(LOGIN)
    client.cookies["session"] = "chosen-by-somebody-else"
    sign_in(client)
    session = client.cookies["session"].value

    assert session != "chosen-by-somebody-else"
    client.post("/admin/logout/")
    client.cookies["session"] = session
    assert client.get("/admin/").status_code == 302


def test_sign_in_does_not_redirect_to_another_site(client, person):
    answer = sign_in(client, next="https://evil.example/")

    assert answer.status_code == 302
    assert "evil" not in answer["Location"]


def test_an_interrupted_post_is_offered_after_sign_in(client, person):
    draft = make_draft(summary="Before.")
    fields = form_of(draft, summary="Typed for an hour.\r\n\r\n“Quoted” <b>", change_reason="Long")

    signed_out = client.post(change_url(draft), fields)
    signed = interrupted_post(signed_out)
    offered = sign_in(client, kept=signed)

    assert signed_out.status_code == 401
    assert offered.context["address"] == change_url(draft)
    assert ["summary", fields["summary"]] in offered.context["fields"]
    assert "&lt;b&gt;" in offered.content.decode()
    client.post(offered.context["address"], dict(offered.context["fields"]))
    draft.refresh_from_db()
    assert draft.summary == "Typed for an hour.\n\n“Quoted” <b>"


def test_a_wrong_password_keeps_the_interrupted_post(client, person):
    signed_out = client.post("/admin/dialogues/theme/add/", {"label": "Typed"})
    signed = interrupted_post(signed_out)

    again = sign_in(client, "wrong", kept=signed)

    assert f'name="kept" value="{signed}"' in again.content.decode()


@pytest.mark.parametrize("forged", ["", "nonsense", "eyJ4IjoxfQ:1abcde:forged"])
def test_a_forged_post_is_not_offered(client, person, forged):
    assert sign_in(client, kept=forged).status_code == 302


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("password_change/", {"old_password": "secret 1", "new_password1": "secret 2"}),
        ("auth/user/add/", {"username": "x", "password1": "secret 1"}),
        ("dialogues/theme/add/", {"label": "x", "a_password": "secret 1"}),
    ],
)
def test_no_password_is_carried(client, person, address, fields):
    signed_out = client.post(f"/admin/{address}", fields)
    signed = interrupted_post(signed_out)

    offered = sign_in(client, kept=signed)

    assert "secret" not in str(offered.context["fields"])
    for answer in (signed_out, offered):
        assert "no-store" in answer["Cache-Control"]


def test_a_post_without_sign_in_is_not_saved(client):
    client.post("/admin/dialogues/theme/add/", {"label": "Sent", "slug": "sent", "position": 0})

    assert not Theme.objects.exists()


def test_a_second_factor_is_turned_on_and_required(client, person):
    sign_in(client)
    page = client.get(reverse("admin:second-factor"))
    device = TOTPDevice.objects.get()
    assert "<svg" in page.content.decode()
    assert "style=" not in page.content.decode()

    assert client.post(page.wsgi_request.path, {"otp_token": "000000"}).status_code == 200
    device.refresh_from_db()
    device.throttle_reset()
    used = code_of(device)
    assert client.post(page.wsgi_request.path, {"otp_token": used}).status_code == 200

    client.post("/admin/logout/")
    assert sign_in(client).status_code == 200
    assert sign_in(client, otp_token="123456").status_code == 200
    device.refresh_from_db()
    device.throttle_reset()
    assert sign_in(client, otp_token=used).status_code == 200, "a code is used once"
    device.refresh_from_db()
    device.throttle_reset()
    TOTPDevice.objects.update(last_t=int(time.time()) // 30 - 2)
    assert sign_in(client, otp_token=code_of(device)).status_code == 302


def test_a_required_second_factor_must_be_set_up_first(client, person, settings):
    sign_in(client)
    settings.SECOND_FACTOR = True

    for address in ("/admin/", "/admin/dialogues/statement/", "/admin/dialogues/theme/add/"):
        assert client.get(address)["Location"] == reverse("admin:second-factor")
    client.post("/admin/dialogues/theme/add/", {"label": "Sent", "slug": "sent", "position": 0})
    assert not Theme.objects.exists()

    client.get(reverse("admin:second-factor"))
    device = TOTPDevice.objects.get()
    client.post(reverse("admin:second-factor"), {"otp_token": code_of(device)})
    assert client.get("/admin/").status_code == 200


def turn_on(client):
    """Turn on a second factor; returns its recovery codes."""
    client.get(reverse("admin:second-factor"))
    form = {"otp_token": code_of(TOTPDevice.objects.get())}
    return client.post(reverse("admin:second-factor"), form).context["codes"]


def test_a_recovery_code_signs_in_once(client, person):
    sign_in(client)
    codes = turn_on(client)
    client.logout()

    assert len(set(codes)) == 10
    assert sign_in(client, otp_token=f" {codes[0].upper()} ").status_code == 302
    client.logout()
    assert sign_in(client, otp_token=codes[0]).status_code == 200
    StaticDevice.objects.get().throttle_reset()
    assert sign_in(client, otp_token=codes[1]).status_code == 302
    assert client.get(reverse("admin:second-factor")).context["left"] == 8


def test_new_recovery_codes_replace_the_old_ones(client, person):
    sign_in(client)
    old = turn_on(client)
    TOTPDevice.objects.update(last_t=-1)
    new = turn_on(client)
    client.logout()

    assert not set(new) & set(old)
    assert sign_in(client, otp_token=old[0]).status_code == 200
    StaticDevice.objects.get().throttle_reset()
    assert sign_in(client, otp_token=new[0]).status_code == 302


def test_wrong_recovery_codes_are_throttled(client, person):
    sign_in(client)
    codes = turn_on(client)
    client.logout()

    assert sign_in(client, otp_token="abcdefgh").status_code == 200
    assert sign_in(client, otp_token=codes[0]).status_code == 200


def test_a_password_alone_makes_no_recovery_codes(client, person, settings):
    sign_in(client)
    codes = turn_on(client)
    client.logout()
    settings.SECOND_FACTOR = True
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")

    page = client.post(reverse("admin:second-factor"))

    assert page.context["codes"] == []
    assert StaticToken.objects.filter(token__in=codes).count() == 10
