"""Two people at one record. The second to save loses nothing and overwrites nothing unseen."""

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

MINE, THEIRS = "What I typed", "What they saved"


def make_note():
    return EditorsNote.objects.create(
        code="a-note", kind="names", text="A note.", dialogue=make_dialogue()
    )


def make_name():
    return Name.objects.create(participant=make_state(), name="A name", kind="common")


def make_organization():
    return make_state(kind="civil-society")


# Each screen: how a record of it is made, and a field that two people write.
RECORDS = {
    "dialogue": (make_dialogue, "summary"),
    "editorsnote": (make_note, "text"),
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
}


def saved_meanwhile(record, by, **values):
    """Somebody else saves another value."""
    with open_edition("Another reason", by):
        fresh = type(record)._base_manager.get(pk=record.pk)
        for name, value in values.items():
            setattr(fresh, name, value)
        fresh.save()


def differences_of(response):
    return [
        (one.label, one.theirs, one.mine) for one in response.context["adminform"].form.differences
    ]


def test_every_screen_with_a_form_is_tried_here():
    assert sorted(RECORDS) == ADDED


@pytest.mark.parametrize("screen", RECORDS)
def test_the_second_to_save_overwrites_nothing_and_keeps_what_was_typed(
    editor_client, contributor, screen
):
    make, field = RECORDS[screen]
    record, url = (made := make()), change_url(made, screen)
    shown = editor_client.get(url)
    saved_meanwhile(record, contributor, **{field: THEIRS})

    asked = editor_client.post(url, sent_by(shown, **{field: MINE}))

    record.refresh_from_db()
    assert getattr(record, field) == THEIRS
    assert [one[1:] for one in differences_of(asked)] == [(THEIRS, MINE)]
    page = asked.content.decode()
    assert MINE in page
    assert "A. Contributor" in page
    assert "Another reason" in page


@pytest.mark.parametrize("screen", RECORDS)
@pytest.mark.parametrize(("choice", "saved"), [("mine", MINE), ("theirs", THEIRS)])
def test_the_second_to_save_chooses(editor_client, contributor, screen, choice, saved):
    make, field = RECORDS[screen]
    record, url = (made := make()), change_url(made, screen)
    shown = editor_client.get(url)
    saved_meanwhile(record, contributor, **{field: THEIRS})
    sent = sent_by(shown, **{field: MINE})
    asked = editor_client.post(url, sent)
    agreed = {"agreed": asked.context["adminform"].form.latest.pk, f"keep-{field}": choice}

    done = editor_client.post(url, sent | agreed)

    record.refresh_from_db()
    assert done.status_code == 302, done.context["errors"]
    assert getattr(record, field) == saved


def test_who_does_not_choose_is_asked_again(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, scope_note=THEIRS)
    latest = editor_client.post(url, sent).context["adminform"].form.latest

    again = editor_client.post(url, sent | {"agreed": latest.pk})

    assert differences_of(again) == [("Scope note", THEIRS, MINE)]


def test_a_choice_does_not_hold_for_a_third_save(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, scope_note=THEIRS)
    latest = editor_client.post(url, sent).context["adminform"].form.latest
    saved_meanwhile(theme, contributor, scope_note="A third")

    again = editor_client.post(url, sent | {"agreed": latest.pk, "keep-scope_note": "mine"})

    theme.refresh_from_db()
    assert theme.scope_note == "A third"
    assert differences_of(again) == [("Scope note", "A third", MINE)]


def test_what_only_the_other_changed_is_theirs_unless_one_says_otherwise(
    editor_client, contributor
):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE)
    saved_meanwhile(theme, contributor, label=THEIRS)

    asked = editor_client.post(url, sent)
    (difference,) = asked.context["adminform"].form.differences
    editor_client.post(
        url,
        sent
        | {
            "agreed": asked.context["adminform"].form.latest.pk,
            difference.name: difference.chosen,
        },
    )

    theme.refresh_from_db()
    assert (theme.label, theme.scope_note) == (THEIRS, MINE)


def test_both_lists_of_themes_are_shown(curator_client, contributor):
    one, two, three = make_theme("One"), make_theme("Two"), make_theme("Three")
    statement = make_statement(themes=[one])
    url = change_url(statement)
    sent = sent_by(curator_client.get(url), themes=[one.pk, two.pk], change_reason="Why")
    with open_edition("Another", contributor):
        statement.themes.set([three])

    asked = curator_client.post(url, sent)

    assert differences_of(asked) == [("Themes", "Three", "One, Two")]
    agreed = {"agreed": asked.context["adminform"].form.latest.pk, "keep-themes": "mine"}
    curator_client.post(url, sent | agreed)
    assert set(statement.themes.all()) == {one, two}


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


@pytest.mark.parametrize("rows", ROWS)
def test_a_row_of_a_form_is_not_overwritten_either(editor_client, contributor, rows):
    row, owner, field = ROWS[rows]()
    url = change_url(owner)
    sent = sent_by(editor_client.get(url), **{f"{rows}-0-{field}": MINE})
    saved_meanwhile(row, contributor, **{field: THEIRS})

    asked = editor_client.post(url, sent)

    row.refresh_from_db()
    assert getattr(row, field) == THEIRS
    (inline,) = [
        one.formset for one in asked.context["inline_admin_formsets"] if one.formset.prefix == rows
    ]
    form = inline.forms[0]
    assert [(one.theirs, one.mine) for one in form.differences] == [(THEIRS, MINE)]
    chosen = {form.agreed_name: form.latest.pk, f"{rows}-0-keep-{field}": "mine"}
    assert editor_client.post(url, sent | chosen).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == MINE


def test_a_row_that_somebody_changed_is_not_removed_unseen(editor_client, contributor):
    name = make_name()
    url = change_url(name.participant, "state")
    sent = sent_by(editor_client.get(url), **{"names-0-DELETE": "on"})
    saved_meanwhile(name, contributor, note=THEIRS)

    page = editor_client.post(url, sent)

    assert "was changed by somebody else since" in page.content.decode()
    assert Name.objects.filter(pk=name.pk).exists()


def test_a_form_that_does_not_say_what_it_saw_is_asked_about_all(editor_client, contributor):
    theme = make_theme()
    url = change_url(theme)
    sent = sent_by(editor_client.get(url), scope_note=MINE, seen="")
    saved_meanwhile(theme, contributor, scope_note=THEIRS)

    page = editor_client.post(url, sent)

    assert differences_of(page) == [("Scope note", THEIRS, MINE)]


def test_a_day_is_not_overwritten_either(curator_client, contributor):
    row = FurtherDay.objects.create(dialogue=make_dialogue(), date=date(2017, 9, 7))
    url = change_url(row.dialogue)
    sent = sent_by(curator_client.get(url), **{"further_days-0-date": "2017-09-09"})
    saved_meanwhile(row, contributor, date=date(2017, 9, 8))

    curator_client.post(url, sent)

    row.refresh_from_db()
    assert row.date == date(2017, 9, 8)


def test_rows_that_were_not_touched_take_what_was_saved_meanwhile(editor_client, contributor):
    state = make_state()
    name = Name.objects.create(participant=state, name="A name", kind="common")
    url = change_url(state, "state")
    sent = sent_by(editor_client.get(url), note=MINE)
    saved_meanwhile(name, contributor, note=THEIRS)

    assert editor_client.post(url, sent).status_code == 302

    name.refresh_from_db()
    assert (name.note, Participant.objects.get().note) == (THEIRS, MINE)


def test_what_was_typed_into_a_record_that_was_removed_is_shown(editor_client):
    dialogue = make_dialogue()
    url = change_url(dialogue)
    sent = sent_by(editor_client.get(url), summary=MINE)
    Dialogue.objects.get().delete()

    answer = editor_client.post(url, sent)

    assert answer.status_code == 409
    assert MINE in answer.content.decode()


def test_what_a_contributor_typed_into_a_draft_that_was_released_is_shown(
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
