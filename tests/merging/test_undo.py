"""A merge or split has a preview and an undo, and loses nothing."""

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.urls import reverse

from dialogues.merging import (
    merge_participants,
    merge_statements,
    merge_themes,
    preview,
    split_participant,
    split_statement,
    split_theme,
    undo,
)
from dialogues.merging.split import movable_links
from dialogues.models import (
    Edition,
    Membership,
    Merging,
    Name,
    Participant,
    Participation,
    Redirection,
    ReportedFigure,
    Statement,
    Theme,
    ThemeAlias,
)
from tests.records import (
    make_dialogue,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db

TABLES = (
    Participant,
    Name,
    Membership,
    Participation,
    Statement,
    Theme,
    ThemeAlias,
    ReportedFigure,
    Redirection,
)


def everything():
    """All rows that a merge may touch, as plain values, without the time of a redirection."""
    rows = serializers.serialize("python", [row for table in TABLES for row in table.objects.all()])
    return sorted(
        (row["model"], row["pk"], {k: v for k, v in row["fields"].items() if k != "made_at"})
        for row in rows
    )


def take_redirection(record):
    """Where the address of a deleted record redirects; the redirection is deleted."""
    redirection = Redirection.objects.get(old=record.get_absolute_url())
    redirection.delete()
    return redirection.new


@pytest.fixture
def two_states():
    """Two records of one state, in the same dialogue and group, with records that name them."""
    old, new, group, dialogue = make_state("Old"), make_state("New"), make_group(), make_dialogue()
    for state in (old, new):
        make_membership(group, state)
        speech = make_participation(dialogue, state)
        make_statement(participation=speech, situations=[state])
    make_participation(make_dialogue(), old)
    Name.objects.create(participant=old, name="Older", kind="former")
    Name.objects.create(participant=old, name="New?", kind="variant")
    make_figure().named.add(old)
    return old, new


@pytest.fixture
def two_themes():
    old, new = make_theme("Old"), make_theme("New")
    make_statement(themes=[old])
    make_statement(themes=[old, new])
    make_theme("Below", parent=old)
    old.initiators.add(make_state())
    ThemeAlias.objects.create(theme=old, alias="Other words")
    return old, new


def test_a_preview_lists_what_moves_and_changes_nothing(two_states):
    before, edition = everything(), Edition.objects.current_number()

    steps = preview(merge_participants, *two_states, "The same")

    assert sorted((step["kind"], step["what"]) for step in steps) == [
        ("membership", "deleted"),
        ("name", "made"),
        ("name", "pointed"),
        ("name", "pointed"),
        ("participant", "deleted"),
        ("participation", "deleted"),
        ("participation", "pointed"),
        ("reported figure", "listed"),
        ("statement", "listed"),
        ("statement", "pointed"),
    ]
    assert everything() == before
    assert Edition.objects.current_number() == edition
    assert not Merging.objects.exists()


def test_a_preview_raises_the_errors_of_the_merge(two_states):
    with pytest.raises(ValidationError, match="Say why"):
        preview(merge_participants, *two_states, "")


def test_a_merge_of_states_is_undone(two_states, curator):
    before = everything()
    made = merge_participants(*two_states, "The same", curator)
    assert everything() != before
    edition = Edition.objects.current_number()

    undo(made, "They are two", curator)

    assert everything() == before
    assert Edition.objects.current_number() == edition + 1
    assert Edition.objects.first().reason == "They are two"
    assert made.by == curator


def test_a_merge_of_themes_is_undone(two_themes):
    before = everything()
    made = merge_themes(*two_themes, "The same")

    undo(made, "They are two")

    assert everything() == before


def test_after_an_undo_the_old_address_answers_again(two_states, client):
    old, _new = two_states
    address = f"/states/{old.slug}/"
    made = merge_participants(*two_states, "The same")
    assert client.get(address).status_code == 301

    undo(made, "They are two")

    assert client.get(address).status_code == 200


def test_a_merge_of_statements_is_undone(client):
    duplicate, survivor = make_statement(), make_statement()
    before = everything()
    made = merge_statements(duplicate, survivor, "The same words")

    undo(made, "Other words")

    assert everything() == before
    assert client.get(duplicate.get_absolute_url()).status_code == 200
    assert not Redirection.objects.exists()


def test_a_split_of_a_statement_is_undone(client):
    statement = make_statement()
    made = split_statement(statement, [make_statement(), make_statement()], "Two sentences")
    assert client.get(statement.get_absolute_url()).status_code == 410

    undo(made, "One sentence")

    assert client.get(statement.get_absolute_url()).status_code == 200


def test_a_split_of_a_state_is_undone(two_states):
    old, _new = two_states
    before = everything()
    keys = [key for key, _c, model, _r in movable_links(old) if model in (Name, ReportedFigure)]

    made = split_participant(old, "A third", keys, "Two states under one name")

    third = Participant.objects.get(name="A third")
    assert {name.name for name in third.names.all()} == {"Older", "New?"}
    assert third.named_in_figures.count() == 1
    assert old.participations.count() == 2
    undo(made, "One state")
    assert take_redirection(third) == old.get_absolute_url()
    assert everything() == before


def test_a_split_of_a_theme_is_undone(two_themes):
    old, _new = two_themes
    before = everything()
    keys = [key for key, _c, model, _r in movable_links(old) if model is Statement][:1]

    made = split_theme(old, "A third", keys, "Two subjects")

    third = Theme.objects.get(label="A third")
    assert (third.statements.count(), old.statements.count()) == (1, 1)
    undo(made, "One subject")
    assert take_redirection(third) == old.get_absolute_url()
    assert everything() == before


@pytest.mark.parametrize(
    ("name", "keys", "reason", "problem"),
    [
        ("Another", [], "Two", "Choose what belongs"),
        ("Another", None, " ", "Say why these are two"),
        ("New", None, "Two", "already leads to New"),
        ("???", None, "Two", "Give the new one a name"),
    ],
)
def test_a_refused_split_changes_nothing(two_states, name, keys, reason, problem):
    old, _new = two_states
    before = everything()
    keys = [key for key, *_rest in movable_links(old)] if keys is None else keys

    with pytest.raises(ValidationError, match=problem):
        split_participant(old, name, keys, reason)

    assert everything() == before


def test_a_merge_is_not_undone_if_a_record_changed_since(two_states):
    old, new = two_states
    made = merge_participants(old, new, "The same")
    moved = new.participations.exclude(dialogue=new.participations.first().dialogue).get()
    moved.participant = make_state()
    moved.save()
    before = everything()

    with pytest.raises(ValidationError, match="was changed since"):
        undo(made, "They are two")

    assert everything() == before


def test_a_merge_is_not_undone_if_a_list_changed_since(two_themes):
    old, new = two_themes
    made = merge_themes(old, new, "The same")
    Statement.objects.first().themes.remove(new)
    before = everything()

    with pytest.raises(ValidationError, match="was changed since"):
        undo(made, "They are two")

    assert everything() == before


def test_a_split_is_not_undone_if_a_list_names_the_new_record(two_states):
    old, _new = two_states
    keys = [key for key, _c, model, _r in movable_links(old) if model is Name]
    made = split_participant(old, "A third", keys, "Two states under one name")
    about = make_statement(situations=[Participant.objects.get(name="A third")])

    with pytest.raises(ValidationError, match="is used by other records now"):
        undo(made, "One state")

    assert about.situations.count() == 1


def test_a_merge_is_not_undone_if_its_name_was_entered_again(two_states):
    old, new = two_states
    made = merge_participants(old, new, "The same")
    Name.objects.filter(name="Old").delete()
    make_state("Old")
    before = everything()

    with pytest.raises(ValidationError, match="An equal record was entered since"):
        undo(made, "They are two")

    assert everything() == before


def test_later_merges_of_the_same_records_are_undone_first(two_themes):
    old, new = two_themes
    before = everything()
    first = merge_themes(old, new, "The same")
    second = merge_themes(new, make_theme("Third"), "The same too")

    with pytest.raises(ValidationError, match="Undo “New → Third” first"):
        undo(first, "They are two")

    undo(second, "They are two")
    undo(first, "They are two")
    Theme.objects.get(label="Third").delete()
    Redirection.objects.all().delete()
    assert everything() == before


@pytest.mark.parametrize("times", [1, 2])
def test_a_merge_is_undone_once_and_with_a_reason(two_themes, times):
    made = merge_themes(*two_themes, "The same")
    if times == 2:
        undo(made, "They are two")

    with pytest.raises(ValidationError, match="Say why" if times == 1 else "was undone already"):
        undo(made, " " if times == 1 else "Again")


class TestScreens:
    def test_an_editor_previews_merges_and_undoes(self, editor_client, two_states):
        old, new = two_states
        before = everything()
        address = reverse("admin:participant-merge", args=[old.pk])
        data = {"other": "new", "reason": "The same"}

        preview_page = editor_client.post(address, data | {"look": "1"})
        assert len(preview_page.context["steps"]) == 10
        assert everything() == before

        done = editor_client.post(address, data | {"do": "1"}, follow=True)
        assert not Participant.objects.filter(pk=old.pk).exists()
        assert "Done: Old → New" in done.content.decode()

        made = Merging.objects.get()
        form = {"action": "undo", "_selected_action": [made.pk], "reason": "They are two"}
        editor_client.post("/admin/dialogues/merging/", form)
        assert everything() == before

    @pytest.mark.parametrize("screen", ["state", "participant"])
    def test_a_record_links_to_its_merge(self, editor_client, screen):
        state = make_state()
        url = reverse(f"admin:dialogues_{screen}_change", args=[state.pk])

        assert 'href="../merge/"' in editor_client.get(url).content.decode()
        assert editor_client.get(url.replace("change", "merge")).status_code == 200

    def test_statements_are_merged_by_reference(self, editor_client):
        duplicate, survivor = make_statement(), make_statement()
        address = reverse("admin:statement-merge", args=[duplicate.pk])
        data = {"other": survivor.reference.upper(), "reason": "The same", "do": "1"}

        editor_client.post(address, data)

        duplicate.refresh_from_db()
        assert duplicate.status == "withdrawn"

    def test_a_theme_is_split_by_ticked_links(self, editor_client, two_themes):
        old, _new = two_themes
        address = reverse("admin:theme-split", args=[old.pk])
        keys = [key for key, _c, model, _r in movable_links(old) if model is Statement]

        data = {"name": "A third", "chosen": keys, "reason": "Two subjects", "do": "1"}
        editor_client.post(address, data)

        assert Theme.objects.get(label="A third").statements.count() == 2

    def test_a_statement_is_split_into_published_ones(self, editor_client):
        statement, first, second = make_statement(), make_statement(), make_statement()
        address = reverse("admin:statement-split", args=[statement.pk])
        data = {"successors": f"{first} {second}", "reason": "Two sentences", "do": "1"}

        editor_client.post(address, data)

        assert Redirection.objects.get().new_addresses == [
            first.get_absolute_url(),
            second.get_absolute_url(),
        ]

    @pytest.mark.parametrize("name", ["Nobody", "\0", "Old"])
    def test_a_merge_that_is_refused_shows_the_form_again(self, editor_client, two_states, name):
        address = reverse("admin:participant-merge", args=[two_states[0].pk])

        page = editor_client.post(address, {"other": name, "reason": "x", "do": "1"})

        assert page.status_code == 200
        assert page.context["form"].errors

    def test_a_curator_cannot_merge(self, curator_client, two_states):
        address = reverse("admin:participant-merge", args=[two_states[0].pk])

        assert (
            curator_client.post(address, {"other": "New", "reason": "x", "do": "1"}).status_code
            == 403
        )
        assert curator_client.get(address).status_code == 403
