"""A form whose token is no longer valid is offered again, if it came from this site."""

import pytest
from django.test import Client

from tests.conftest import SIGNED_IN_BY

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/dialogues/theme/add/"
OWN, FOREIGN = "http://testserver", "https://evil.example"


@pytest.fixture
def strict(editor):
    """A browser whose tokens are checked, in which an editor has signed in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor, SIGNED_IN_BY)
    return client


def send(client, origin, address=ADDRESS):
    form = {"label": "Typed for an hour", "csrfmiddlewaretoken": "x" * 64}
    return client.post(address, form, headers={"Origin": origin} if origin else {})


def test_a_stale_form_of_this_site_is_offered_again(strict):
    page = send(strict, OWN)

    assert page.status_code == 403
    assert page.context["address"] == ADDRESS
    assert page.context["fields"] == [("label", "Typed for an hour")]
    assert "no-store" in page["Cache-Control"]


def test_without_cookies_it_is_offered_after_signing_in():
    page = send(Client(enforce_csrf_checks=True), OWN)

    assert page.status_code == 401
    assert 'name="kept"' in page.content.decode()


@pytest.mark.parametrize("origin", [FOREIGN, "null", ""])
def test_a_form_of_another_site_is_refused(strict, origin):
    page = send(strict, origin)

    assert page.status_code == 403
    assert "Typed for an hour" not in page.content.decode()


def test_a_public_form_is_refused_as_before(strict):
    page = send(strict, OWN, "/results/new/")

    assert page.status_code == 403
    assert "Typed for an hour" not in page.content.decode()
