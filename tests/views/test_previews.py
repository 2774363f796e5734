"""Previews of drafts, whose existence only signed-in users can see."""

import pytest
from django.urls import reverse

from tests.conftest import SIGNED_IN_BY
from tests.records import make_dialogue, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["statement", "dialogue"])
def draft(request):
    """(address of the preview, words of the draft, its public address)."""
    if request.param == "statement":
        draft = make_draft(summary="Not yet said.")
        preview = reverse("statement-preview", args=[draft.reference])
        return preview, "Not yet said.", draft.get_absolute_url()
    draft = make_dialogue(status="draft", summary="Not yet held.")
    preview = reverse("dialogue-preview", args=[draft.slug])
    return preview, "Not yet held.", draft.get_absolute_url()


def test_a_contributor_sees_a_draft_as_its_page_will_be(contributor_client, draft):
    preview, words, _address = draft

    page = contributor_client.get(preview)

    assert page.status_code == 200
    assert words in page.content.decode()
    assert "It is not published" in page.content.decode()
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]


def test_the_public_must_sign_in_whether_or_not_a_draft_exists(client, draft):
    preview, _words, address = draft
    other = preview.rsplit("/", 2)[0] + "/0000000/"

    assert client.get(preview)["Location"] == f"/admin/login/?next={preview}"
    assert client.get(other)["Location"] == f"/admin/login/?next={other}"
    assert client.get(address).status_code == 404


def test_a_preview_is_not_cached(contributor_client, client, draft):
    preview, words, _address = draft
    contributor_client.get(preview)
    contributor_client.logout()

    assert words not in client.get(preview, follow=True).content.decode()


def test_a_user_without_a_role_sees_no_preview(client, django_user_model, draft):
    client.force_login(django_user_model.objects.create_user("x", is_staff=True), SIGNED_IN_BY)

    assert client.get(draft[0]).status_code == 404
