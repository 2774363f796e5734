"""Every screen of the desk opens, with and without records, and saves in one edition."""

import pytest
from django.contrib import admin
from django.urls import reverse

from dialogues.models import Dialogue, Edition, Membership, Participant, Participation, Theme
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db

SCREENS = [
    model._meta.model_name for model in admin.site._registry if model._meta.app_label == "dialogues"
]
ADDED = sorted(set(SCREENS) - {"edition"})


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
    figure = make_figure(dialogue=dialogue, theme=theme)
    make_source().notes.create(code="a-note", kind="names", text="A note.", dialogue=dialogue)
    return figure


@pytest.mark.parametrize("screen", SCREENS)
def test_each_list_opens_empty(desk, screen):
    assert desk.get(f"/admin/dialogues/{screen}/").status_code == 200


@pytest.mark.parametrize("screen", SCREENS)
def test_each_list_and_form_and_history_opens(desk, everything, screen):
    listed = desk.get(f"/admin/dialogues/{screen}/?q=a")
    record = admin.site._registry[listed.context["cl"].model].model.objects.first()

    assert listed.status_code == 200
    for page in ("change", "history"):
        if (screen, page) != ("edition", "history"):
            url = reverse(f"admin:dialogues_{screen}_{page}", args=[record.pk])
            assert desk.get(url).status_code == 200


@pytest.mark.parametrize("screen", ADDED)
def test_each_form_for_a_new_record_opens(desk, screen):
    assert desk.get(f"/admin/dialogues/{screen}/add/").status_code == 200


def test_nobody_changes_an_edition(desk):
    make_state()
    edition = Edition.objects.first()

    assert desk.get("/admin/dialogues/edition/add/").status_code == 403
    url = reverse("admin:dialogues_edition_change", args=[edition.pk])
    assert desk.post(url, {"reason": "Changed"}).status_code == 403


def test_a_dialogue_and_its_participations_are_saved_as_one_edition(desk):
    state, source = make_state(), make_source()
    before = Edition.objects.current_number()
    form = {
        "title": "A dialogue",
        "slug": "a-dialogue",
        "status": "published",
        "held_on": "2017-09-06",
        "year": "2017",
        "forum": "unga",
        "format": "plenary-debate",
        "speaker_list": "complete",
        "change_reason": "Entered",
        "further_days-TOTAL_FORMS": 1,
        "further_days-INITIAL_FORMS": 0,
        "further_days-0-date": "2017-09-07",
        "webcasts-TOTAL_FORMS": 0,
        "webcasts-INITIAL_FORMS": 0,
        "participations-TOTAL_FORMS": 1,
        "participations-INITIAL_FORMS": 0,
        "participations-0-position": "1",
        "participations-0-participant": state.pk,
        "participations-0-capacity": "national",
        "participations-0-status": "spoke",
        "participations-0-name_as_printed": "As printed",
        "participations-0-source": source.pk,
    }

    response = desk.post("/admin/dialogues/dialogue/add/", form)

    assert response.status_code == 302, response.context["errors"]
    dialogue = Dialogue.objects.get()
    assert [one.participant for one in dialogue.participations.all()] == [state]
    assert Edition.objects.current_number() == before + 1
    assert {one.history_change_reason for one in Participation.history.all()} == {"Entered"}


def participation_row(number, state, source):
    return {
        f"participations-{number}-position": number,
        f"participations-{number}-participant": state.pk,
        f"participations-{number}-capacity": "national",
        f"participations-{number}-status": "spoke",
        f"participations-{number}-source": source.pk,
    }


@pytest.mark.parametrize("is_recorded", [True, False])
def test_a_speaker_entered_twice_comes_back_as_a_sentence(desk, is_recorded):
    dialogue, state, source = make_dialogue(), make_state(), make_source()
    rows = participation_row(0, state, source)
    if is_recorded:
        make_participation(dialogue, state)
    else:
        rows |= participation_row(1, state, source)
    form = {
        "title": "A dialogue",
        "slug": dialogue.slug,
        "status": "published",
        "held_on": "2017-09-06",
        "year": "2017",
        "forum": "unga",
        "format": "plenary-debate",
        "speaker_list": "complete",
        "further_days-TOTAL_FORMS": 0,
        "further_days-INITIAL_FORMS": 0,
        "webcasts-TOTAL_FORMS": 0,
        "webcasts-INITIAL_FORMS": 0,
        "participations-TOTAL_FORMS": 2,
        "participations-INITIAL_FORMS": 0,
    }

    url = reverse("admin:dialogues_dialogue_change", args=[dialogue.pk])
    response = desk.post(url, form | rows)

    assert response.status_code == 200
    assert "recorded already, in the same capacity" in response.content.decode()
    assert dialogue.participations.count() == int(is_recorded)


def test_a_dialogue_with_published_statements_does_not_become_a_draft(desk):
    dialogue = make_statement().dialogue

    response = desk.post(
        reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), {"status": "draft"}
    )

    dialogue.refresh_from_db()
    assert dialogue.is_public()
    assert response.status_code == 200


def test_a_deleted_membership_is_an_edition_of_the_curator(desk, curator):
    member = make_state()
    membership = make_membership(make_group(), member)
    shown = make_statement(participation=make_participation(participant=member))

    desk.post(
        "/admin/dialogues/membership/",
        {"action": "delete_selected", "_selected_action": [membership.pk], "post": "yes"},
    )

    assert not Membership.objects.exists()
    edition = Edition.objects.first()
    assert edition.by == curator
    assert [one.statement for one in edition.changes.all()] == [shown]


def test_a_theme_in_use_cannot_be_deleted(desk):
    theme = make_theme()
    make_theme(parent=theme)

    desk.post(reverse("admin:dialogues_theme_delete", args=[theme.pk]), {"post": "yes"})

    assert Theme.objects.filter(pk=theme.pk).exists()


def test_a_renamed_state_keeps_its_history_and_makes_an_edition(desk, curator):
    state = make_state("Old name")
    url = reverse("admin:dialogues_state_change", args=[state.pk])
    form = {
        "kind": "state",
        "name": "New name",
        "slug": state.slug,
        "change_reason": "Renamed in 2026",
        "names-TOTAL_FORMS": 0,
        "names-INITIAL_FORMS": 0,
        "memberships-TOTAL_FORMS": 0,
        "memberships-INITIAL_FORMS": 0,
    }

    assert desk.post(url, form).status_code == 302

    rows = Participant.history.filter(id=state.pk).order_by("history_id")
    assert list(rows.values_list("name", "history_user", "history_change_reason")) == [
        ("Old name", None, None),
        ("New name", curator.pk, "Renamed in 2026"),
    ]
    assert Edition.objects.first().reason == "Renamed in 2026"


@pytest.mark.parametrize("name", ["", "Old name", "OLD  NAME"])
def test_a_name_that_is_missing_or_taken_comes_back_as_a_sentence(desk, name):
    make_state("Old name")

    response = desk.post(
        "/admin/dialogues/state/add/",
        {
            "kind": "state",
            "name": name,
            "slug": "another",
            "names-TOTAL_FORMS": 0,
            "names-INITIAL_FORMS": 0,
            "memberships-TOTAL_FORMS": 0,
            "memberships-INITIAL_FORMS": 0,
        },
    )

    assert response.status_code == 200
    assert response.context["adminform"].form.errors
