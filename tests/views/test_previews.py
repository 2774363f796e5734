"""Drafts as the public would see them. Nobody but the desk learns that there are any."""

import pytest
from django.urls import reverse

from tests.conftest import SIGNED_IN_BY
from tests.records import make_dialogue, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["statement", "dialogue"])
def draft(request):
    """(the address of a preview, words that only a draft has, its public address)."""
    if request.param == "statement":
        one = make_draft(summary="Not yet said.")
        preview = reverse("statement-preview", args=[one.reference])
        return preview, "Not yet said.", one.get_absolute_url()
    one = make_dialogue(status="draft", summary="Not yet held.")
    return reverse("dialogue-preview", args=[one.slug]), "Not yet held.", one.get_absolute_url()


def test_a_draft_is_shown_at_the_desk_as_its_page_would_be(contributor_client, draft):
    preview, words, _address = draft

    page = contributor_client.get(preview)

    assert page.status_code == 200
    assert words in page.content.decode()
    assert "It is not published" in page.content.decode()
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]


def test_the_public_is_asked_to_sign_in_whether_there_is_a_draft_or_not(client, draft):
    preview, _words, address = draft
    other = preview.rsplit("/", 2)[0] + "/0000000/"

    assert client.get(preview)["Location"] == f"/admin/login/?next={preview}"
    assert client.get(other)["Location"] == f"/admin/login/?next={other}"
    assert client.get(address).status_code == 404


def test_nothing_of_a_preview_is_kept_for_others(contributor_client, client, draft):
    preview, words, _address = draft
    contributor_client.get(preview)
    contributor_client.logout()

    assert words not in client.get(preview, follow=True).content.decode()


def test_who_signed_in_without_a_role_sees_none(client, django_user_model, draft):
    client.force_login(django_user_model.objects.create_user("x", is_staff=True), SIGNED_IN_BY)

    assert client.get(draft[0]).status_code == 404
