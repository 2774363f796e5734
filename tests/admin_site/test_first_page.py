"""The first page: what the user has in draft, how far each dialogue is, what was done today."""

import pytest
from django.urls import reverse

from dialogues import publishing
from dialogues.models import Finding, open_edition
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_source,
    make_state,
    make_statement,
)

pytestmark = pytest.mark.django_db


def first_page(client):
    return client.get("/admin/").context


def draft_by(user, **values):
    with open_edition("Entered", user):
        return make_draft(**values)


def test_the_user_s_own_drafts_are_listed_and_those_sent_back_with_the_reason(
    contributor_client, contributor, curator
):
    own, returned = draft_by(contributor), draft_by(contributor)
    draft_by(curator)
    publishing.submit([returned], "", contributor)
    publishing.send_back([returned], "Give the paragraph.", curator)

    page = first_page(contributor_client)

    assert page["own_drafts"] == [own]
    (draft,) = page["sent_back"]
    assert (draft, draft.sent_back_because) == (returned, "Give the paragraph.")


def test_a_draft_that_was_corrected_since_still_says_why_it_was_sent_back(
    contributor_client, contributor, curator
):
    returned = draft_by(contributor)
    publishing.submit([returned], "", contributor)
    publishing.send_back([returned], "Give the paragraph.", curator)
    returned.refresh_from_db()
    returned.paragraph = "3"
    with open_edition("Paragraph added", contributor):
        returned.save()

    (draft,) = first_page(contributor_client)["sent_back"]

    assert draft.sent_back_because == "Give the paragraph."


def step_of(client, dialogue):
    steps = {listed.pk: step for listed, step in first_page(client)["dialogues"]}
    return steps[dialogue.pk] and steps[dialogue.pk].label


@pytest.mark.both
def test_the_next_step_follows_the_order_in_which_a_dialogue_is_entered(curator_client):
    dialogue = make_dialogue(status="draft")
    steps = [step_of(curator_client, dialogue)]

    source = make_source()
    source.dialogues.add(dialogue)
    steps.append(step_of(curator_client, dialogue))
    speaker = make_participation(dialogue, make_state("Peru"))
    steps.append(step_of(curator_client, dialogue))
    draft = make_draft(participation=speaker, source=source)
    steps.append(step_of(curator_client, dialogue))
    publishing.submit([draft], "")
    steps.append(step_of(curator_client, dialogue))
    dialogue.status = "published"
    dialogue.save()
    steps.append(step_of(curator_client, dialogue))
    publishing.publish([draft], "")
    Finding.objects.update_or_create(check_name="theme", key="x", text="x", dialogue=dialogue)
    Finding.objects.exclude(key="x").delete()
    steps.append(step_of(curator_client, dialogue))
    Finding.objects.all().delete()
    steps.append(step_of(curator_client, dialogue))

    assert steps == [
        "Add a source",
        "Paste its list of speakers",
        "Enter its statements",
        "Finish 1 draft",
        "Publish the dialogue",
        "Review 1 statement",
        "Resolve 1 finding",
        None,
    ]


def test_every_next_step_leads_to_a_page(curator_client):
    make_dialogue(status="draft")
    make_source().dialogues.add(make_dialogue())
    make_statement()

    for _dialogue, step in first_page(curator_client)["dialogues"]:
        assert step is None or curator_client.get(step.address).status_code == 200


@pytest.mark.both
def test_today_s_work_is_counted_by_person(curator_client, curator, contributor):
    with open_edition("Entered", curator):
        statement = make_statement()
    statement.summary = "Another summary"
    with open_edition("Corrected", contributor):
        statement.save()

    today = first_page(curator_client)["today"]

    sums = {each.kind: (each.number, str(each.verb)) for each in today["A. Curator"]}
    assert sums["statement"] == (1, "added")
    (change,) = today["A. Contributor"]
    assert (change.number, change.kind, str(change.verb)) == (1, "statement", "changed")


def test_the_number_of_queries_does_not_grow_with_the_records(
    curator_client, django_assert_max_num_queries
):
    for _number in range(3):
        make_statement()
    curator_client.get("/admin/")

    with django_assert_max_num_queries(60):
        curator_client.get("/admin/")


def test_the_kinds_of_record_are_grouped(editor_client):
    groups = {
        str(group["name"]): group["models"] for group in first_page(editor_client)["app_list"]
    }

    assert list(groups) == [
        "Work",
        "What a source says",
        "Participants and themes",
        "People who sign in",
        "Written by the site",
    ]
    assert [model["object_name"] for model in groups["Work"]] == [
        "Dialogue",
        "Statement",
        "DocumentImport",
        "SourceDocument",
        "Finding",
        "ErrorReport",
        "PendingImport",
    ]


def test_a_user_without_a_role_is_told_what_to_do(client, django_user_model):
    client.force_login(
        django_user_model.objects.create_user("Nobody", is_staff=True),
        "django.contrib.auth.backends.ModelBackend",
    )

    assert "Ask an editor for one" in client.get(reverse("admin:index")).content.decode()
