"""What each role may do. A contributor changes nothing that the public sees."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from dialogues.models import Statement
from tests.conftest import SIGNED_IN_BY
from tests.records import (
    make_draft,
    make_participation,
    make_source,
    make_state,
    make_statement,
)

pytestmark = pytest.mark.django_db


def change_url(record, model=None):
    name = model or record._meta.model_name
    return reverse(f"admin:dialogues_{name}_change", args=[record.pk])


def form_of(statement, **values):
    """The data of a statement's form in which only `values` are changed."""
    fields = {
        "dialogue": statement.dialogue_id,
        "participation": statement.participation_id or "",
        "attribution": statement.attribution,
        "text": statement.text,
        "language": statement.language,
        "translation": statement.translation,
        "summary": statement.summary,
        "provenance": statement.provenance,
        "source": statement.source_id,
        "section": statement.section,
        "paragraph": statement.paragraph,
        "line": "",
        "themes": [theme.pk for theme in statement.themes.all()],
        "stance": statement.stance,
        "act": statement.act,
        "source_word": statement.source_word,
        "situations": [],
        "editor_note": statement.editor_note,
        "position": statement.position,
        "change_reason": "A correction" if statement.is_public() else "",
    }
    return fields | values


def action(name, *statements, **values):
    return {"action": name, "_selected_action": [statement.pk for statement in statements]} | values


LIST = "/admin/dialogues/statement/"
VERBS = ("add", "change", "delete")
CURATED = (
    "participant state organization name person dialogue furtherday webcast sourcedocument passage "
    "sourceparagraph participation statement reportedfigure editorsnote engagement vote ballot"
)
VOCABULARY = "theme themealias group membership"


def test_roles_have_exactly_their_permissions():
    changes = {
        group.name: {
            f"{permission.content_type.app_label}.{permission.codename}"
            for permission in group.permissions.select_related("content_type")
            if not permission.codename.startswith("view_")
        }
        for group in Group.objects.all()
    }
    full_access = {
        records: {f"dialogues.{verb}_{record}" for record in records.split() for verb in VERBS}
        for records in (CURATED, VOCABULARY)
    }

    assert changes["Contributors"] == {"dialogues.add_statement", "dialogues.change_statement"}
    assert changes["Curators"] == full_access[CURATED] | {
        "dialogues.publish_statement",
        "dialogues.delete_frozenresult",
        "dialogues.delete_failedquery",
        "dialogues.change_finding",
        "dialogues.change_errorreport",
        "dialogues.add_documentimport",
        "dialogues.change_documentimport",
        "dialogues.delete_documentimport",
    }
    assert changes["Editors"] == changes["Curators"] | full_access[VOCABULARY] | {
        "dialogues.merge_records",
        "auth.add_user",
        "auth.change_user",
    }


def test_a_curator_cannot_change_users(curator_client):
    for address in ("/admin/auth/user/", "/admin/auth/group/", "/admin/auth/user/add/"):
        assert curator_client.get(address).status_code in (403, 404)


@pytest.mark.parametrize("address", ["", "dialogues/statement/", "dialogues/statement/add/"])
def test_the_admin_requires_sign_in(client, address):
    response = client.get(f"/admin/{address}")

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_a_contributor_enters_a_draft(contributor_client):
    participation, source = make_participation(), make_source()
    blank = Statement(
        dialogue=participation.dialogue,
        participation=participation,
        summary="Entered.",
        provenance="paraphrased-in-summary",
        source=source,
        section="III",
    )

    response = contributor_client.post("/admin/dialogues/statement/add/", form_of_new(blank))

    assert response.status_code == 302
    statement = Statement.objects.get()
    assert (statement.summary, statement.status) == ("Entered.", "draft")


def form_of_new(statement):
    """The form of a statement that is not saved yet."""
    return {
        "dialogue": statement.dialogue_id,
        "participation": statement.participation_id,
        "summary": statement.summary,
        "provenance": statement.provenance,
        "source": statement.source_id,
        "section": statement.section,
        "language": "en",
        "stance": "not-stated",
        "act": "states",
        "position": "0",
    }


def test_a_contributor_changes_a_draft(contributor_client):
    draft = make_draft()

    contributor_client.post(change_url(draft), form_of(draft, summary="Better."))

    draft.refresh_from_db()
    assert draft.summary == "Better."


PUBLISH = {
    "with the button of a new statement": lambda draft: (
        "/admin/dialogues/statement/add/",
        form_of_new(draft) | {"_publish": "1"},
    ),
    "with the button of the form": lambda draft: (change_url(draft), form_of(draft, _publish="1")),
    "with a status in the form": lambda draft: (
        change_url(draft),
        form_of(draft, status="published", published_at="2026-01-01"),
    ),
    "with the action of the list": lambda draft: (LIST, action("publish", draft)),
    "with the list's fields": lambda draft: (
        LIST,
        {"form-TOTAL_FORMS": 1, "form-0-id": draft.pk, "form-0-status": "published", "_save": "1"},
    ),
}


@pytest.mark.parametrize("how", PUBLISH)
def test_a_contributor_cannot_publish(contributor_client, how):
    draft = make_draft()

    contributor_client.post(*PUBLISH[how](draft))

    assert not Statement.objects.published().exists()


CHANGE = {
    "by the form": lambda statement: (
        change_url(statement),
        form_of(statement, summary="Changed."),
    ),
    "by withdrawing in the form": lambda statement: (
        change_url(statement),
        form_of(statement, _withdraw="1", change_reason="No"),
    ),
    "by withdrawing in the list": lambda statement: (
        LIST,
        action("withdraw", statement, reason="No"),
    ),
    "by deleting": lambda statement: (
        reverse("admin:dialogues_statement_delete", args=[statement.pk]),
        {"post": "yes"},
    ),
    "by deleting in the list": lambda statement: (
        LIST,
        action("delete_selected", statement, post="yes"),
    ),
    "by restoring an earlier version": lambda statement: (
        reverse(
            "admin:dialogues_statement_simple_history",
            args=[statement.pk, statement.history.earliest().history_id],
        ),
        form_of(statement, summary="Changed."),
    ),
}


@pytest.mark.parametrize("how", CHANGE)
def test_a_contributor_cannot_change_what_is_public(contributor_client, how):
    statement = make_statement(summary="Published.")

    contributor_client.post(*CHANGE[how](statement))

    statement.refresh_from_db()
    assert (statement.summary, statement.status) == ("Published.", "published")


@pytest.mark.parametrize(
    ("model", "make"),
    [("state", make_state), ("participation", make_participation), ("sourcedocument", make_source)],
)
def test_a_contributor_sees_other_records_and_cannot_change_them(contributor_client, model, make):
    record = make()
    url = change_url(record, model)

    assert contributor_client.get(url).status_code == 200
    assert contributor_client.post(url, {"name": "Changed"}).status_code == 403


def test_a_user_without_a_role_is_refused(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True), SIGNED_IN_BY)

    assert client.get(LIST).status_code == 403
    assert client.get(change_url(make_draft())).status_code == 403
