"""Every admin page opens, with and without records; a dialogue is saved in one edition."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse

from dialogues.models import (
    Dialogue,
    Edition,
    ErrorReport,
    FailedQuery,
    Finding,
    FrozenResult,
    Merging,
    Participation,
    Theme,
)
from tests.imports.review.imported import import_text
from tests.records import (
    make_dialogue,
    make_engagement,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)

pytestmark = pytest.mark.django_db


# Without the page of spreadsheets, which is not a list of records.
SCREENS = [
    model._meta.model_name
    for model in admin.site._registry
    if model._meta.app_label == "dialogues" and model._meta.model_name != "pendingimport"
]


# Records that the site writes have no form and no history.
READ_ONLY = {
    "edition",
    "version",
    "redirection",
    "failedquery",
    "frozenresult",
    "finding",
    "errorreport",
    "merging",
}
# A document is brought in on screens of its own.
ADDED = sorted(set(SCREENS) - READ_ONLY - {"documentimport"})


@pytest.fixture
def everything():
    group, state, theme = make_group(), make_state(), make_theme()
    make_membership(group, state)
    state.names.create(name="Another name", kind="common")
    make_state(kind="civil-society")
    dialogue = make_dialogue()
    joint = make_participation(dialogue, state, capacity="on-behalf", on_behalf_of=group)
    make_participation(dialogue, person=make_person(), capacity="panel")
    make_statement(participation=joint, themes=[theme])
    make_theme().delete()
    FailedQuery.add("a query")
    FrozenResult.objects.create(edition=1, count=0, visitor="x", title="A list", key="x")
    Finding.objects.create(check_name="theme", key="x", text="A finding", dialogue=dialogue)
    Merging.objects.create(kind="themes", before="A", after="B", reason="Same")
    ErrorReport.objects.create(wrong="Wrong", dialogue=dialogue)
    figure = make_figure(dialogue=dialogue, theme=theme)
    make_vote(), make_engagement(), import_text()
    make_source().notes.create(code="a-note", kind="names", text="A note.", dialogue=dialogue)
    return figure


@pytest.mark.parametrize("screen", SCREENS)
def test_each_list_opens_empty(curator_client, screen):
    assert curator_client.get(f"/admin/dialogues/{screen}/").status_code == 200


@pytest.mark.both
@pytest.mark.parametrize("screen", SCREENS)
def test_each_list_and_form_and_history_opens(curator_client, everything, screen):
    listed = curator_client.get(f"/admin/dialogues/{screen}/?q=a")
    record = admin.site._registry[listed.context["cl"].model].model.objects.first()

    assert listed.status_code == 200
    for page in ("change", "history"):
        if page == "change" or screen not in READ_ONLY:
            url = reverse(f"admin:dialogues_{screen}_{page}", args=[record.pk])
            assert curator_client.get(url).status_code == 200


@pytest.mark.parametrize("screen", ADDED)
def test_each_form_for_a_new_record_opens(editor_client, screen):
    assert editor_client.get(f"/admin/dialogues/{screen}/add/").status_code == 200


def test_a_frozen_result_can_be_deleted(curator_client, everything):
    url = reverse("admin:dialogues_frozenresult_delete", args=[FrozenResult.objects.get().pk])

    assert curator_client.post(url, {"post": "yes"}).status_code == 302
    assert not FrozenResult.objects.exists()


@pytest.mark.parametrize("screen", sorted(READ_ONLY - {"frozenresult", "failedquery"}))
def test_nobody_changes_records_that_the_site_writes(curator_client, everything, screen):
    model = admin.site._registry[apps.get_model("dialogues", screen)].model
    record = model.objects.first()

    assert curator_client.get(f"/admin/dialogues/{screen}/add/").status_code == 403
    for page in ("change", "delete"):
        url = reverse(f"admin:dialogues_{screen}_{page}", args=[record.pk])
        assert curator_client.post(url, {"reason": "Changed", "post": "yes"}).status_code == 403


def dialogue_form(slug, rows=(), **values):
    """The form of a dialogue with new rows of participation."""
    form = {
        "title": "A dialogue",
        "slug": slug,
        "status": "published",
        "held_on": "2017-09-06",
        "year": "2017",
        "forum": "unga",
        "format": "plenary-debate",
        "speaker_list": "complete",
        "change_reason": "Entered",
        "participations-TOTAL_FORMS": len(rows),
        "participations-INITIAL_FORMS": 0,
    }
    for inline in ("further_days", "webcasts"):
        form |= {f"{inline}-TOTAL_FORMS": 0, f"{inline}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        form |= {f"participations-{number}-{name}": value for name, value in row.items()}
    return form | values


def row(state, source, **values):
    return {
        "position": "1",
        "participant": state.pk,
        "capacity": "national",
        "status": "spoke",
        "source": source.pk,
    } | values


@pytest.mark.both
def test_a_dialogue_and_its_participations_are_saved_as_one_edition(curator_client):
    state, source = make_state(), make_source()
    before = Edition.objects.current_number()
    form = dialogue_form("a-dialogue", [row(state, source)])
    form |= {"further_days-TOTAL_FORMS": 1, "further_days-0-date": "2017-09-07"}

    response = curator_client.post("/admin/dialogues/dialogue/add/", form)

    assert response.status_code == 302, response.context["errors"]
    dialogue = Dialogue.objects.get()
    assert [row.participant for row in dialogue.participations.all()] == [state]
    assert [str(day) for day in dialogue.days] == ["2017-09-06", "2017-09-07"]
    assert Edition.objects.current_number() == before + 1
    assert {version.history_change_reason for version in Participation.history.all()} == {"Entered"}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([{}, {}], "Two rows are the same. Remove one of them."),
        ([{"capacity": "on-behalf"}], "Say on whose behalf: a group, or the words as printed."),
        ([{"status": "represented"}], "“represented by” go together."),
        ([{"participant": ""}], "Give a participant, a person or an office."),
    ],
)
def test_contradictory_rows_are_refused(curator_client, values, message):
    dialogue, state, source = make_dialogue(), make_state(), make_source()
    form = dialogue_form(dialogue.slug, [row(state, source, **changes) for changes in values])

    response = curator_client.post(
        reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), form
    )

    assert response.status_code == 200
    assert message in response.content.decode()
    assert dialogue.participations.count() == 0


def test_a_speaker_that_is_already_recorded_is_refused(curator_client):
    participation = make_participation()
    dialogue = participation.dialogue
    form = dialogue_form(dialogue.slug, [row(participation.participant, make_source())])

    response = curator_client.post(
        reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), form
    )

    assert response.status_code == 200
    assert (
        "This participation is already recorded, in the same capacity." in response.content.decode()
    )


def test_a_dialogue_with_published_statements_cannot_become_a_draft(curator_client):
    dialogue = make_statement().dialogue
    form = dialogue_form(dialogue.slug, status="draft")

    response = curator_client.post(
        reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), form
    )

    assert response.status_code == 200
    assert (
        "Withdraw its published statements before you make it a draft." in response.content.decode()
    )
    dialogue.refresh_from_db()
    assert dialogue.is_public()


def test_a_participation_is_in_the_dialogue_of_its_statements_and_its_speaker():
    statement = make_statement()
    moved = statement.participation
    moved.dialogue = make_dialogue()
    other = make_participation(make_dialogue(status="draft"))
    other.status = "represented"
    other.represented_by = make_participation()

    for participation, message in (
        (moved, "It cannot move to another dialogue"),
        (other, "The participation that speaks for it belongs to another dialogue"),
    ):
        with pytest.raises(ValidationError, match=message):
            participation.clean()


def test_a_dialogue_before_2005_is_refused(curator_client):
    form = dialogue_form("too-early", held_on="0001-01-01")

    response = curator_client.post("/admin/dialogues/dialogue/add/", form)

    assert response.status_code == 200
    assert "Check the year: R2P was agreed in 2005." in response.content.decode()


def test_a_theme_in_use_is_not_deleted_and_lists_its_statements(editor_client):
    theme = make_theme()
    statement = make_statement(themes=[theme])
    url = reverse("admin:dialogues_theme_delete", args=[theme.pk])

    assert statement.reference in editor_client.get(url).content.decode()
    editor_client.post(url, {"post": "yes"})

    assert list(statement.themes.all()) == [theme]


def test_a_theme_with_sub_themes_cannot_be_deleted(editor_client):
    theme = make_theme()
    make_theme(parent=theme)

    editor_client.post(reverse("admin:dialogues_theme_delete", args=[theme.pk]), {"post": "yes"})

    assert Theme.objects.filter(pk=theme.pk).exists()


def test_a_null_character_is_removed_from_a_reason(editor_client):
    theme = make_theme()
    url = reverse("admin:dialogues_theme_delete", args=[theme.pk])

    response = editor_client.post(url, {"post": "yes", "change_reason": "Entered\0 twice"})

    assert response.status_code == 302
    assert Edition.objects.first().reason == "Entered twice"
