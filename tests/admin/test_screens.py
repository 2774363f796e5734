"""Every screen of the desk opens, with and without records, and saves in one edition."""

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
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


def test_a_dialogue_and_its_participations_are_saved_as_one_edition(desk):
    state, source = make_state(), make_source()
    before = Edition.objects.current_number()
    form = dialogue_form("a-dialogue", [row(state, source)])
    form |= {"further_days-TOTAL_FORMS": 1, "further_days-0-date": "2017-09-07"}

    response = desk.post("/admin/dialogues/dialogue/add/", form)

    assert response.status_code == 302, response.context["errors"]
    dialogue = Dialogue.objects.get()
    assert [one.participant for one in dialogue.participations.all()] == [state]
    assert [str(one) for one in dialogue.days] == ["2017-09-06", "2017-09-07"]
    assert Edition.objects.current_number() == before + 1
    assert {one.history_change_reason for one in Participation.history.all()} == {"Entered"}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([{}, {}], "The same is entered twice."),
        ([{"capacity": "on-behalf"}], "Say on whose behalf: a group, or the words as printed."),
        ([{"status": "represented"}], "“represented by” go together."),
        ([{"participant": ""}], "Give a participant, a person or an office."),
    ],
)
def test_rows_that_cannot_be_true_come_back_as_a_sentence(desk, values, message):
    dialogue, state, source = make_dialogue(), make_state(), make_source()
    form = dialogue_form(dialogue.slug, [row(state, source, **one) for one in values])

    response = desk.post(reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), form)

    assert response.status_code == 200
    assert message in response.content.decode()
    assert dialogue.participations.count() == 0


def test_a_speaker_recorded_already_comes_back_as_a_sentence(desk):
    participation = make_participation()
    dialogue = participation.dialogue
    form = dialogue_form(dialogue.slug, [row(participation.participant, make_source())])

    response = desk.post(reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), form)

    assert response.status_code == 200
    assert "This is recorded already, in the same capacity." in response.content.decode()


def test_a_dialogue_with_published_statements_does_not_become_a_draft(desk):
    dialogue = make_statement().dialogue
    form = dialogue_form(dialogue.slug, status="draft")

    response = desk.post(reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]), form)

    assert response.status_code == 200
    assert "It has published statements. Withdraw them" in response.content.decode()
    dialogue.refresh_from_db()
    assert dialogue.is_public()


def state_form(name, slug, names=(), **values):
    """The form of a state with new other names."""
    form = {
        "kind": "state",
        "name": name,
        "slug": slug,
        "names-TOTAL_FORMS": len(names),
        "names-INITIAL_FORMS": 0,
        "memberships-TOTAL_FORMS": 0,
        "memberships-INITIAL_FORMS": 0,
    }
    for number, one in enumerate(names):
        form |= {f"names-{number}-name": one, f"names-{number}-kind": "common"}
    return form | values


@pytest.mark.parametrize(
    ("name", "names", "message"),
    [
        ("", [], "This field is required."),
        ("Old name", [], "“Old name” already leads to Old name."),
        ("OLD  NAME", [], "“OLD  NAME” already leads to Old name."),
        ("New", ["the old name"], "“the old name” already leads to Old name."),
        ("New", ["Newer", "NEWER"], "The same is entered twice."),
    ],
)
def test_a_name_that_is_missing_or_taken_comes_back_as_a_sentence(desk, name, names, message):
    make_state("Old name")

    response = desk.post("/admin/dialogues/state/add/", state_form(name, "another", names))

    assert response.status_code == 200
    assert message in response.content.decode()
    assert Participant.objects.count() == 1


def test_a_group_can_be_added_where_one_is_chosen(desk):
    form = state_form("Another group", "another-group", kind="group", group_kind="network")

    response = desk.post("/admin/dialogues/participant/add/?_popup=1", form | {"_popup": "1"})

    assert response.status_code == 200
    assert Participant.objects.get().group_kind == "network"


def test_a_participation_stays_with_its_statements_and_its_voice():
    statement = make_statement()
    moved = statement.participation
    moved.dialogue = make_dialogue()
    other = make_participation(make_dialogue(status="draft"))
    other.status = "represented"
    other.represented_by = make_participation()

    for participation, message in (
        (moved, "It has statements in its dialogue"),
        (other, "Who speaks for it is recorded in another dialogue"),
    ):
        with pytest.raises(ValidationError, match=message):
            participation.clean()


def test_a_dialogue_before_2005_comes_back_as_a_sentence(desk):
    form = dialogue_form("too-early", held_on="0001-01-01")

    response = desk.post("/admin/dialogues/dialogue/add/", form)

    assert response.status_code == 200
    assert "R2P was agreed in 2005: check the year." in response.content.decode()


def test_a_group_is_not_a_member_of_itself(desk):
    group = make_group()
    form = state_form(group.name, group.slug, kind="group", group_kind="regional")
    form |= {
        "memberships_of_it-TOTAL_FORMS": 1,
        "memberships_of_it-INITIAL_FORMS": 0,
        "memberships_of_it-0-member": group.pk,
        "memberships_of_it-0-role": "member",
    }

    response = desk.post(reverse("admin:dialogues_group_change", args=[group.pk]), form)

    assert response.status_code == 200
    assert "A group is not a member of itself." in response.content.decode()


def test_a_name_recorded_already_in_another_spelling_comes_back_as_a_sentence(desk):
    state = make_state()
    state.names.create(name="Côte", kind="common")

    response = desk.post(
        "/admin/dialogues/name/add/", {"participant": state.pk, "name": "cote", "kind": "variant"}
    )

    assert response.status_code == 200
    assert "This name is recorded already, in some spelling." in response.content.decode()


def test_a_theme_in_use_is_not_deleted_and_its_statements_are_named(desk):
    theme = make_theme()
    statement = make_statement(themes=[theme])
    url = reverse("admin:dialogues_theme_delete", args=[theme.pk])

    assert statement.reference in desk.get(url).content.decode()
    desk.post(url, {"post": "yes"})

    assert list(statement.themes.all()) == [theme]


def test_a_null_character_is_no_name(desk):
    where = {"app_label": "dialogues", "model_name": "statement", "field_name": "participation"}

    assert desk.get("/admin/autocomplete/", where | {"term": "a\x00b"}).status_code == 200
    assert desk.get("/admin/dialogues/state/?q=%00").status_code == 200


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
    form = state_form("New name", state.slug, change_reason="Renamed in 2026")

    assert desk.post(url, form).status_code == 302

    rows = Participant.history.filter(id=state.pk).order_by("history_id")
    assert list(rows.values_list("name", "history_user", "history_change_reason")) == [
        ("Old name", None, None),
        ("New name", curator.pk, "Renamed in 2026"),
    ]
    assert Edition.objects.first().reason == "Renamed in 2026"
