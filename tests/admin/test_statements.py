"""The curator's work on statements: publish, correct, withdraw, restore."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues import publishing
from dialogues.models import (
    Edition,
    Name,
    Statement,
    open_edition,
)
from tests.admin.test_roles import (
    LIST,
    action,
    change_url,
    form_of,
    form_of_new,
)
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_a_curator_publishes_from_the_list_and_sees_the_refusals(curator_client, curator):
    released, refused = make_draft(), make_draft(section="")

    response = curator_client.post(
        LIST, action("publish", released, refused, reason="Checked"), follow=True
    )

    released.refresh_from_db()
    refused.refresh_from_db()
    assert (released.status, refused.status) == ("published", "draft")
    assert set(messages_of(response)) == {
        "1 statement published.",
        "1 statement was not changed:<ul><li>It does not say where in the source it is. "
        f'Give a section or paragraph. <a href="{change_url(refused)}">'
        f"{refused.speaker_name}: {refused.summary}</a></li></ul>",
    }
    edition = Edition.objects.first()
    assert (edition.reason, edition.by) == ("Checked", curator)


def test_a_curator_enters_and_publishes_in_one_step(curator_client):
    participation, source = make_participation(), make_source()
    new = Statement(
        dialogue=participation.dialogue,
        participation=participation,
        summary="Entered.",
        provenance="paraphrased-in-summary",
        source=source,
        section="III",
    )

    curator_client.post("/admin/dialogues/statement/add/", form_of_new(new) | {"_publish": "1"})

    statement = Statement.objects.get()
    assert statement.is_public()
    assert [change.kind for change in statement.changes.all()] == ["published"]


def test_a_correction_is_one_edition_with_its_reason_and_author(curator_client, curator):
    statement, theme = make_statement(), make_theme()
    before = Edition.objects.current_number()
    form = form_of(statement, summary="Better.", themes=[theme.pk], change_reason="A slip")

    response = curator_client.post(change_url(statement), form)

    assert response.status_code == 302
    edition = Edition.objects.first()
    assert (edition.number, edition.reason, edition.by) == (before + 1, "A slip", curator)
    assert [(change.statement, change.kind) for change in edition.changes.all()] == [
        (statement, "corrected")
    ]
    latest = statement.history.latest()
    assert (latest.history_change_reason, latest.history_user) == ("A slip", curator)


def test_a_browser_that_saves_two_quotations_unchanged_changes_nothing(curator_client):
    statement = make_statement(text="One.\n\nTwo.", provenance="quoted-in-summary")
    before = Edition.objects.current_number()

    curator_client.post(change_url(statement), form_of(statement, text="One.\r\n\r\nTwo."))

    statement.refresh_from_db()
    assert statement.quotations == ["One.", "Two."]
    assert Edition.objects.current_number() == before


def test_a_published_statement_cannot_move_to_a_draft_dialogue(curator_client):
    statement = make_statement(attribution="some delegations")
    draft = make_dialogue(status="draft")

    response = curator_client.post(change_url(statement), form_of(statement, dialogue=draft.pk))

    assert "cannot move to a dialogue that is a draft" in response.content.decode()


def test_saving_the_form_unchanged_changes_nothing(curator_client):
    statement = make_statement()
    before = Edition.objects.current_number(), statement.history.count()

    curator_client.post(change_url(statement), form_of(statement))

    assert (Edition.objects.current_number(), statement.history.count()) == before


def test_withdrawing_from_the_form_requires_a_reason(curator_client):
    statement = make_statement()

    response = curator_client.post(
        change_url(statement), form_of(statement, _withdraw="1", change_reason=""), follow=True
    )

    statement.refresh_from_db()
    assert statement.is_public()
    problems = response.context["adminform"].form.errors["change_reason"]
    assert problems[0] == "Say why the statement is withdrawn."
    assert messages_of(response) == []


def test_withdrawing_from_the_form_records_the_reason(curator_client):
    statement = make_statement()
    form = form_of(statement, _withdraw="1", change_reason="Attributed wrongly")

    curator_client.post(change_url(statement), form)

    statement.refresh_from_db()
    assert statement.status == "withdrawn"
    assert Edition.objects.first().reason == "Attributed wrongly"


def test_restoring_an_earlier_version_keeps_the_status(curator_client):
    statement = make_draft(summary="First.")
    curator_client.post(change_url(statement), form_of(statement, _publish="1"))
    curator_client.post(change_url(statement), form_of(statement, summary="Second."))
    first = statement.history.filter(summary="First.").earliest()
    url = reverse("admin:dialogues_statement_simple_history", args=[statement.pk, first.pk])

    assert curator_client.get(url).status_code == 200
    curator_client.post(url, form_of(statement, summary="First.", change_reason="Back"))

    statement.refresh_from_db()
    assert (statement.summary, statement.status) == ("First.", "published")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"attribution": "some delegations"},
            "Give either a speaker or an attribution as printed.",
        ),
        (
            {"participation": ""},
            "Give either a speaker or an attribution as printed.",
        ),
        ({"summary": ""}, "Give the words, a summary of them, or both."),
        (
            {"provenance": "quoted-in-summary"},
            "This provenance needs the words. If you have only a summary, choose another.",
        ),
    ],
)
def test_an_invalid_form_comes_back_with_the_input(curator_client, values, message):
    draft = make_draft()

    response = curator_client.post(change_url(draft), form_of(draft, source_word="typed", **values))

    assert response.status_code == 200
    assert message in response.content.decode()
    assert 'value="typed"' in response.content.decode()


def test_a_published_statement_must_keep_its_place_in_the_source(curator_client):
    statement = make_statement()

    response = curator_client.post(change_url(statement), form_of(statement, section=""))

    assert response.status_code == 200
    assert "a published statement needs one" in response.content.decode()


def test_a_draft_is_sent_for_review_and_then_published(curator_client):
    draft = make_draft()

    curator_client.post(LIST, action("submit", draft))
    draft.refresh_from_db()
    assert draft.status == "in-review"

    curator_client.post(LIST, action("publish", draft))
    draft.refresh_from_db()
    assert draft.is_public()


@pytest.mark.parametrize("query", ["Türkiye", "turkey", "turkiye"])
def test_the_list_is_searched_by_any_name_of_the_speaker(curator_client, query):
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")
    shown = make_statement(participation=make_participation(participant=state))
    make_statement()

    response = curator_client.get(LIST, {"q": query})

    assert list(response.context["cl"].result_list) == [shown]


def test_a_speaker_of_another_dialogue_is_refused(curator_client):
    draft, other = make_draft(), make_participation(make_dialogue())

    response = curator_client.post(change_url(draft), form_of(draft, participation=other.pk))

    assert "This speaker belongs to another dialogue." in response.content.decode()


def test_the_history_shows_each_field_before_and_after(curator_client):
    statement = make_statement(summary="Before.")
    curator_client.post(
        change_url(statement), form_of(statement, summary="After.", change_reason="Why")
    )

    text = curator_client.get(
        reverse("admin:dialogues_statement_history", args=[statement.pk])
    ).content

    assert "Before. → After." in " ".join(text.decode().split())
    assert b"Why" in text
    assert b"style=" not in text


def test_the_list_costs_the_same_at_any_length(curator_client):
    counts = []
    for more in (1, 2, 10):
        for _ in range(more):
            make_statement(participation=make_participation(person=make_person()))
        with CaptureQueriesContext(connection) as captured:
            curator_client.get(LIST)
        counts.append(len(captured))

    assert counts == [counts[0]] * 3


@pytest.mark.parametrize("term", ["turkey", "TÜRKIYE", "turki", "the Turkey"])
def test_a_participant_is_found_by_any_of_its_names(curator_client, term):
    state = make_state("Türkiye")
    Name.objects.create(participant=state, name="Turkey", kind="former")
    make_state("Peru")

    response = curator_client.get(
        "/admin/autocomplete/",
        {
            "term": term,
            "app_label": "dialogues",
            "model_name": "participation",
            "field_name": "participant",
        },
    )

    assert [result["text"] for result in response.json()["results"]] == ["Türkiye"]


def test_a_speaker_is_found_by_name_and_dialogue(curator_client):
    latvia = make_state("Latvia")
    participation = make_participation(
        make_dialogue(slug="unga-2017-09-06"), latvia, name_as_printed="LV"
    )
    make_participation(make_dialogue(slug="unga-2018-06-25"), latvia)

    response = curator_client.get(
        "/admin/autocomplete/",
        {
            "term": "latvia 2017",
            "app_label": "dialogues",
            "model_name": "statement",
            "field_name": "participation",
        },
    )

    assert response.json()["results"] == [
        {"id": str(participation.pk), "text": "LV (unga-2017-09-06)"}
    ]


def test_the_form_shows_each_change_of_status(curator_client, contributor, curator):
    with open_edition("Entered", contributor):
        draft = make_draft()
    publishing.submit([draft], "", contributor)
    publishing.publish([draft], "Checked", curator)

    page = curator_client.get(change_url(draft))

    statuses = [line.partition(",")[0] for line in _status_lines(page)]
    assert statuses == ["Draft", "In review", "Published"]
    assert [line.rpartition(", ")[2] for line in _status_lines(page)] == [
        "A. Contributor: Entered",
        "A. Contributor",
        "A. Curator: Checked",
    ]


def _status_lines(page):
    statement = page.context["original"]
    return admin.site.get_model_admin(Statement).state_of_publishing(statement).split("<br>")


def test_a_public_quotation_cannot_be_changed_to_words_that_its_source_does_not_have(
    curator_client,
):
    statement = make_statement(text="one", provenance="quoted-in-summary", words_checked="Page 1")
    form = form_of(statement, text="two", words_checked="")

    response = curator_client.post(change_url(statement), form)

    assert response.status_code == 200
    assert "The text of its source is not stored here" in response.content.decode()
    assert (
        curator_client.post(change_url(statement), form | {"words_checked": "Page 2"}).status_code
        == 302
    )


def test_a_statement_in_review_is_sent_back_from_the_list(curator_client):
    draft = make_draft()
    publishing.submit([draft], "")

    curator_client.post(LIST, action("send_back", draft, reason="Another page"))

    draft.refresh_from_db()
    assert draft.status == "draft"


def test_a_correction_of_a_public_statement_requires_a_reason(curator_client):
    statement = make_statement()
    form = form_of(statement, summary="Better.", change_reason="")

    page = curator_client.post(change_url(statement), form)

    assert "Give a reason for the correction. Readers see it." in page.content.decode()
    statement.refresh_from_db()
    assert statement.summary != "Better."


def test_without_a_reason_the_history_names_the_changed_fields(curator_client):
    draft = make_draft()

    curator_client.post(change_url(draft), form_of(draft, summary="Better."))

    assert draft.history.latest().history_change_reason == "Changed: Summary"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"section": ""}, "a published statement needs one"),
        (
            {"text": "never said", "provenance": "quoted-in-summary"},
            "The text of its source is not stored here",
        ),
        ({"dialogue": "draft"}, "cannot move to a dialogue that is a draft"),
        ({"change_reason": ""}, "Give a reason for the correction."),
    ],
)
def test_an_earlier_version_is_restored_only_if_it_may_be_public(curator_client, values, problem):
    statement = make_draft(summary="First.")
    first = statement.history.latest()
    publishing.publish([statement], "Checked")
    url = reverse("admin:dialogues_statement_simple_history", args=[statement.pk, first.pk])
    if "dialogue" in values:
        values = {"dialogue": make_dialogue(status="draft").pk}

    page = curator_client.post(url, form_of(statement, summary="Restored.", **values))

    assert page.status_code == 200
    assert problem in page.content.decode()
    assert not statement.history.filter(summary="Restored.").exists()


def test_restoring_over_a_later_save_shows_the_conflict(curator_client, contributor):
    statement = make_statement(summary="First.")
    first = statement.history.latest()
    url = reverse("admin:dialogues_statement_simple_history", args=[statement.pk, first.pk])
    base_version = curator_client.get(url).context["adminform"].form["base_version"].value()
    statement.summary = "The other's."
    statement.save()

    sent = form_of(statement, summary="First, restored.", seen=base_version)
    page = curator_client.post(url, sent)
    form = page.context["adminform"].form
    assert [(conflict.theirs, conflict.mine) for conflict in form.conflicts] == [
        ("The other's.", "First, restored.")
    ]
    assert 'name="keep-summary"' in page.content.decode()
    curator_client.post(url, sent | {"agreed": form.their_version.pk, "keep-summary": "theirs"})

    statement.refresh_from_db()
    assert statement.summary == "The other's."
