"""Two people edit one record: the second to save loses nothing and overwrites nothing unseen."""

from datetime import date

import pytest
from django.urls import reverse

from dialogues import publishing
from dialogues.models import (
    Dialogue,
    EditorsNote,
    FurtherDay,
    Name,
    Participant,
    Passage,
    ThemeAlias,
    Webcast,
    open_edition,
)
from tests.admin.forms import sent_by
from tests.admin.test_roles import change_url
from tests.admin.test_screens import ADDED
from tests.records import (
    make_dialogue,
    make_draft,
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

MINE, THEIRS = "My text", "Their text"


def make_note():
    return EditorsNote.objects.create(
        code="a-note", kind="names", text="A note.", dialogue=make_dialogue()
    )


def make_name():
    return Name.objects.create(participant=make_state(), name="A name", kind="common")


def make_organization():
    return make_state(kind="civil-society")


# Each admin: a function that makes a record, and a field that two people edit.
RECORDS = {
    "dialogue": (make_dialogue, "summary"),
    "editorsnote": (make_note, "text"),
    "engagement": (make_engagement, "editor_note"),
    "group": (make_group, "note"),
    "membership": (lambda: make_membership(make_group(), make_state()), "note"),
    "name": (make_name, "note"),
    "organization": (make_organization, "note"),
    "participant": (make_state, "note"),
    "participation": (make_participation, "editor_note"),
    "person": (make_person, "note"),
    "reportedfigure": (make_figure, "editor_note"),
    "sourcedocument": (make_source, "about"),
    "state": (make_state, "note"),
    "statement": (make_draft, "summary"),
    "theme": (make_theme, "scope_note"),
    "vote": (make_vote, "editor_note"),
}


def saved_meanwhile(record, by, **values):
    """Another user saves other values."""
    with open_edition("Another reason", by):
        fresh = type(record)._base_manager.get(pk=record.pk)
        for name, value in values.items():
            setattr(fresh, name, value)
        fresh.save()


def main_form(response):
    return response.context["adminform"].form


def conflicts_of(response):
    """[(label, theirs, mine)] of the main form."""
    conflicts = main_form(response).conflicts
    return [(conflict.label, conflict.theirs, conflict.mine) for conflict in conflicts]


def test_every_admin_with_a_form_is_tested_here():
    assert sorted(RECORDS) == ADDED


@pytest.mark.parametrize("screen", RECORDS)
def test_the_second_to_save_overwrites_nothing_and_keeps_the_input(
    editor_client, contributor, screen
):
    make, field = RECORDS[screen]
    record = make()
    url = change_url(record, screen)
    shown = editor_client.get(url)
    saved_meanwhile(record, contributor, **{field: THEIRS})

    response = editor_client.post(url, sent_by(shown, **{field: MINE}))

    record.refresh_from_db()
    assert getattr(record, field) == THEIRS
    assert [values for _label, *values in conflicts_of(response)] == [[THEIRS, MINE]]
    page = response.content.decode()
    assert MINE in page
    assert "A. Contributor" in page
    assert "Another reason" in page


@pytest.mark.parametrize("screen", RECORDS)
@pytest.mark.parametrize(("choice", "saved"), [("mine", MINE), ("theirs", THEIRS)])
def test_the_second_to_save_chooses(editor_client, contributor, screen, choice, saved):
    make, field = RECORDS[screen]
    record = make()
    url = change_url(record, screen)
    shown = editor_client.get(url)
    saved_meanwhile(record, contributor, **{field: THEIRS})
    sent = sent_by(shown, **{field: MINE})
    response = editor_client.post(url, sent)
    agreed = {"agreed": main_form(response).their_version.pk, f"keep-{field}": choice}

    done = editor_client.post(url, sent | agreed)

    record.refresh_from_db()
    assert done.status_code == 302, done.context["errors"]
    assert getattr(record, field) == saved


def test_without_a_choice_the_conflict_is_shown_again(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, scope_note=THEIRS)
    latest = editor_client.post(url, sent).context["adminform"].form.their_version

    again = editor_client.post(url, sent | {"agreed": latest.pk})

    assert conflicts_of(again) == [("Scope note", THEIRS, MINE)]


def test_a_choice_is_not_applied_to_a_later_version(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, scope_note=THEIRS)
    latest = editor_client.post(url, sent).context["adminform"].form.their_version
    saved_meanwhile(theme, contributor, scope_note="A third")

    again = editor_client.post(url, sent | {"agreed": latest.pk, "keep-scope_note": "mine"})

    theme.refresh_from_db()
    assert theme.scope_note == "A third"
    assert conflicts_of(again) == [("Scope note", "A third", MINE)]


def test_a_field_that_only_they_changed_is_left_without_a_question(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, label=THEIRS)

    saved = editor_client.post(url, sent, follow=True)

    theme.refresh_from_db()
    assert (theme.label, theme.scope_note) == (THEIRS, MINE)
    assert theme.history.latest().history_change_reason == "Changed: Scope note"
    assert "while you were editing it. Left as they saved it: Label." in saved.content.decode()


@pytest.mark.both
def test_of_two_fields_only_the_one_that_both_changed_is_asked_about(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, label=THEIRS, scope_note=THEIRS)

    shown = editor_client.post(url, sent)
    agreed = {"agreed": main_form(shown).their_version.pk, "keep-scope_note": "mine"}
    editor_client.post(url, sent | agreed)

    assert conflicts_of(shown) == [("Scope note", THEIRS, MINE)]
    assert "because you did not change it: Label" in " ".join(shown.content.decode().split())
    theme.refresh_from_db()
    assert (theme.label, theme.scope_note) == (THEIRS, MINE)


@pytest.mark.both
def test_both_lists_of_themes_are_shown(curator_client, contributor):
    first, second, third = make_theme("One"), make_theme("Two"), make_theme("Three")
    statement = make_statement(themes=[first])
    url = change_url(statement)
    sent = sent_by(curator_client.get(url), themes=[first.pk, second.pk], change_reason="Why")
    with open_edition("Another", contributor):
        statement.themes.set([third])

    response = curator_client.post(url, sent)

    assert conflicts_of(response) == [("Themes", "Three", "One, Two")]
    agreed = {"agreed": main_form(response).their_version.pk, "keep-themes": "mine"}
    curator_client.post(url, sent | agreed)
    assert set(statement.themes.all()) == {first, second}


# Rows inside another record's form: the row, the form it is in, its field.
ROWS = {
    "names": lambda: (
        row := make_name(),
        row.participant,
        "note",
    ),
    "memberships": lambda: (row := make_membership(make_group(), make_state()), row.member, "note"),
    "aliases": lambda: (
        row := ThemeAlias.objects.create(theme=make_theme(), alias="Words"),
        row.theme,
        "alias",
    ),
    "webcasts": lambda: (
        row := Webcast.objects.create(dialogue=make_dialogue(), label="First"),
        row.dialogue,
        "note",
    ),
    "passages": lambda: (
        row := Passage.objects.create(source=make_source(), position=1, text="Text"),
        row.source,
        "text",
    ),
}


@pytest.mark.both
@pytest.mark.parametrize("rows", ROWS)
def test_a_row_of_a_form_is_not_overwritten(editor_client, contributor, rows):
    row, owner, field = ROWS[rows]()
    url = change_url(owner)
    sent = sent_by(editor_client.get(url), **{f"{rows}-0-{field}": MINE})
    saved_meanwhile(row, contributor, **{field: THEIRS})

    response = editor_client.post(url, sent)

    row.refresh_from_db()
    assert getattr(row, field) == THEIRS
    (formset,) = [
        inline.formset
        for inline in response.context["inline_admin_formsets"]
        if inline.formset.prefix == rows
    ]
    form = formset.forms[0]
    assert [(conflict.theirs, conflict.mine) for conflict in form.conflicts] == [(THEIRS, MINE)]
    choices = {form.agreed_name: form.their_version.pk, f"{rows}-0-keep-{field}": "mine"}
    assert editor_client.post(url, sent | choices).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == MINE


def test_a_row_that_someone_changed_is_not_removed_unseen(editor_client, contributor):
    name = make_name()
    url = change_url(name.participant, "state")
    sent = sent_by(editor_client.get(url), **{"names-0-DELETE": "on"})
    saved_meanwhile(name, contributor, note=THEIRS)

    page = editor_client.post(url, sent)

    assert "Someone else has changed “A name” since you opened this form." in page.content.decode()
    assert Name.objects.filter(pk=name.pk).exists()


def test_a_form_without_a_base_version_conflicts_in_every_changed_field(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE, seen="")
    saved_meanwhile(theme, contributor, scope_note=THEIRS)

    page = editor_client.post(url, sent)

    assert conflicts_of(page) == [("Scope note", THEIRS, MINE)]


def test_a_day_is_not_overwritten(curator_client, contributor):
    row = FurtherDay.objects.create(dialogue=make_dialogue(), date=date(2017, 9, 7))
    url = change_url(row.dialogue)
    sent = sent_by(curator_client.get(url), **{"further_days-0-date": "2017-09-09"})
    saved_meanwhile(row, contributor, date=date(2017, 9, 8))

    curator_client.post(url, sent)

    row.refresh_from_db()
    assert row.date == date(2017, 9, 8)


def test_unedited_rows_take_what_was_saved_meanwhile(editor_client, contributor):
    state = make_state()
    name = Name.objects.create(participant=state, name="A name", kind="common")
    url = change_url(state, "state")
    sent = sent_by(editor_client.get(url), note=MINE)
    saved_meanwhile(name, contributor, note=THEIRS)

    assert editor_client.post(url, sent).status_code == 302

    name.refresh_from_db()
    assert (name.note, Participant.objects.get().note) == (THEIRS, MINE)


def test_the_input_for_a_deleted_record_is_shown(editor_client):
    dialogue = make_dialogue()
    url = change_url(dialogue)
    sent = sent_by(editor_client.get(url), summary=MINE)
    Dialogue.objects.get().delete()

    answer = editor_client.post(url, sent)

    assert answer.status_code == 409
    assert MINE in answer.content.decode()


def test_the_input_of_a_contributor_for_a_draft_published_meanwhile_is_shown(
    contributor_client, curator
):
    draft = make_draft()
    sent = sent_by(contributor_client.get(change_url(draft)), summary=MINE)
    url = reverse("admin:dialogues_statement_change", args=[draft.pk])
    saved_meanwhile(draft, curator, status="in-review")
    publishing.publish([draft], "Checked", curator)

    answer = contributor_client.post(url, sent)

    assert answer.status_code == 409
    assert MINE in answer.content.decode()
    assert not draft.history.filter(summary=MINE).exists()


@pytest.mark.parametrize("size", [1, 30])
def test_rows_cost_the_same_at_any_length(curator_client, size, django_assert_max_num_queries):
    source = make_source()
    for position in range(size):
        Passage.objects.create(source=source, position=position, text="Text")

    with django_assert_max_num_queries(14):
        curator_client.get(change_url(source))
