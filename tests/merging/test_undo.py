"""A merge or split is looked at before and can be taken back after, with nothing lost."""

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
from dialogues.merging.split import related
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
    """All rows that a merge may touch, as plain values; a new time of publishing aside."""
    rows = serializers.serialize("python", [one for t in TABLES for one in t.objects.all()])
    return sorted(
        (row["model"], row["pk"], {k: v for k, v in row["fields"].items() if k != "made_at"})
        for row in rows
    )


def leads(record):
    """Where the address of what was made for a while leads now; it is forgotten after that."""
    word = Redirection.objects.get(old=record.get_absolute_url())
    word.delete()
    return word.new


@pytest.fixture
def two_states():
    """Two records of one state, both in one dialogue and one group, with all that names them."""
    old, new, group, dialogue = make_state("Old"), make_state("New"), make_group(), make_dialogue()
    for one in (old, new):
        make_membership(group, one)
        spoke = make_participation(dialogue, one)
        make_statement(participation=spoke, situations=[one])
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


def test_a_preview_says_what_moves_and_changes_nothing(two_states):
    before, edition = everything(), Edition.objects.current_number()

    steps = preview(merge_participants, *two_states, "The same")

    moved = sorted((one["kind"], one["what"]) for one in steps)
    assert moved == [
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


def test_a_preview_refuses_what_the_merge_would(two_states):
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


def test_the_address_of_what_was_merged_answers_again(two_states, client):
    old, _new = two_states
    address = f"/states/{old.slug}/"
    made = merge_participants(*two_states, "The same")
    assert client.get(address).status_code == 301

    undo(made, "They are two")

    assert client.get(address).status_code == 200


def test_a_merge_of_statements_is_undone(client):
    ended, kept = make_statement(), make_statement()
    before = everything()
    made = merge_statements(ended, kept, "The same words")

    undo(made, "Other words")

    assert everything() == before
    assert client.get(ended.get_absolute_url()).status_code == 200
    assert not Redirection.objects.exists()


def test_a_split_of_a_statement_is_undone(client):
    ended = make_statement()
    made = split_statement(ended, [make_statement(), make_statement()], "Two sentences")
    assert client.get(ended.get_absolute_url()).status_code == 410

    undo(made, "One sentence")

    assert client.get(ended.get_absolute_url()).status_code == 200


def test_a_state_is_split_and_made_one_again(two_states):
    old, _new = two_states
    before = everything()
    chosen = [key for key, _c, model, one in related(old) if model in (Name, ReportedFigure)]

    made = split_participant(old, "A third", chosen, "Two states under one name")

    third = Participant.objects.get(name="A third")
    assert {one.name for one in third.names.all()} == {"Older", "New?"}
    assert third.named_in_figures.count() == 1
    assert old.participations.count() == 2
    undo(made, "One state")
    assert leads(third) == old.get_absolute_url()
    assert everything() == before


def test_a_theme_is_split_and_made_one_again(two_themes):
    old, _new = two_themes
    before = everything()
    chosen = [key for key, _c, model, _one in related(old) if model is Statement][:1]

    made = split_theme(old, "A third", chosen, "Two subjects")

    third = Theme.objects.get(label="A third")
    assert (third.statements.count(), old.statements.count()) == (1, 1)
    undo(made, "One subject")
    assert leads(third) == old.get_absolute_url()
    assert everything() == before


@pytest.mark.parametrize(
    ("name", "chosen", "reason", "problem"),
    [
        ("Another", [], "Two", "Choose what belongs"),
        ("Another", None, " ", "Say why it is two"),
        ("New", None, "Two", "already leads to New"),
        ("???", None, "Two", "Give the new one a name"),
    ],
)
def test_a_split_that_cannot_be_changes_nothing(two_states, name, chosen, reason, problem):
    old, _new = two_states
    before = everything()
    chosen = [key for key, *_rest in related(old)] if chosen is None else chosen

    with pytest.raises(ValidationError, match=problem):
        split_participant(old, name, chosen, reason)

    assert everything() == before


def test_what_was_changed_since_is_not_undone(two_states):
    old, new = two_states
    made = merge_participants(old, new, "The same")
    moved = new.participations.exclude(dialogue=new.participations.first().dialogue).get()
    moved.participant = make_state()
    moved.save()
    before = everything()

    with pytest.raises(ValidationError, match="was changed since"):
        undo(made, "They are two")

    assert everything() == before


def test_a_list_that_was_changed_since_is_not_undone(two_themes):
    old, new = two_themes
    made = merge_themes(old, new, "The same")
    Statement.objects.first().themes.remove(new)
    before = everything()

    with pytest.raises(ValidationError, match="was changed since"):
        undo(made, "They are two")

    assert everything() == before


def test_what_a_split_made_does_not_vanish_from_lists_of_others(two_states):
    old, _new = two_states
    chosen = [key for key, _c, model, _one in related(old) if model is Name]
    made = split_participant(old, "A third", chosen, "Two states under one name")
    about = make_statement(situations=[Participant.objects.get(name="A third")])

    with pytest.raises(ValidationError, match="is named by other records now"):
        undo(made, "One state")

    assert about.situations.count() == 1


def test_a_name_that_was_entered_again_since_keeps_a_merge_from_being_undone(two_states):
    old, new = two_states
    made = merge_participants(old, new, "The same")
    Name.objects.filter(name="Old").delete()
    make_state("Old")
    before = everything()

    with pytest.raises(ValidationError, match="would be there twice"):
        undo(made, "They are two")

    assert everything() == before


def test_what_was_merged_on_is_undone_from_its_end(two_themes):
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
def test_it_is_undone_once_and_with_a_reason(two_themes, times):
    made = merge_themes(*two_themes, "The same")
    if times == 2:
        undo(made, "They are two")

    with pytest.raises(ValidationError, match="Say why" if times == 1 else "was undone before"):
        undo(made, " " if times == 1 else "Again")


class TestTheScreens:
    def test_an_editor_sees_what_moves_and_merges_and_undoes(self, editor_client, two_states):
        old, new = two_states
        before = everything()
        address = reverse("admin:participant-merge", args=[old.pk])
        said = {"other": "new", "reason": "The same"}

        looked = editor_client.post(address, said | {"look": "1"})
        assert len(looked.context["steps"]) == 10
        assert everything() == before

        done = editor_client.post(address, said | {"do": "1"}, follow=True)
        assert not Participant.objects.filter(pk=old.pk).exists()
        assert "Done: Old → New" in done.content.decode()

        made = Merging.objects.get()
        form = {"action": "undo", "_selected_action": [made.pk], "reason": "They are two"}
        editor_client.post("/admin/dialogues/merging/", form)
        assert everything() == before

    @pytest.mark.parametrize("screen", ["state", "participant"])
    def test_a_record_leads_to_its_merge(self, editor_client, screen):
        state = make_state()
        url = reverse(f"admin:dialogues_{screen}_change", args=[state.pk])

        assert 'href="../merge/"' in editor_client.get(url).content.decode()
        assert editor_client.get(url.replace("change", "merge")).status_code == 200

    def test_statements_are_merged_by_reference(self, editor_client):
        ended, kept = make_statement(), make_statement()
        address = reverse("admin:statement-merge", args=[ended.pk])
        said = {"other": kept.reference.upper(), "reason": "The same", "do": "1"}

        editor_client.post(address, said)

        ended.refresh_from_db()
        assert ended.status == "withdrawn"

    def test_a_theme_is_split_by_what_is_ticked(self, editor_client, two_themes):
        old, _new = two_themes
        address = reverse("admin:theme-split", args=[old.pk])
        chosen = [key for key, _c, model, _one in related(old) if model is Statement]

        said = {"name": "A third", "chosen": chosen, "reason": "Two subjects", "do": "1"}
        editor_client.post(address, said)

        assert Theme.objects.get(label="A third").statements.count() == 2

    def test_a_statement_is_split_into_published_ones(self, editor_client):
        ended, one, two = make_statement(), make_statement(), make_statement()
        address = reverse("admin:statement-split", args=[ended.pk])
        said = {"successors": f"{one} {two}", "reason": "Two sentences", "do": "1"}

        editor_client.post(address, said)

        assert Redirection.objects.get().new_addresses == [
            one.get_absolute_url(),
            two.get_absolute_url(),
        ]

    @pytest.mark.parametrize("typed", ["Nobody", "\0", "Old"])
    def test_what_cannot_be_merged_comes_back(self, editor_client, two_states, typed):
        address = reverse("admin:participant-merge", args=[two_states[0].pk])

        page = editor_client.post(address, {"other": typed, "reason": "x", "do": "1"})

        assert page.status_code == 200
        assert page.context["form"].errors

    def test_a_curator_merges_nothing(self, curator_client, two_states):
        address = reverse("admin:participant-merge", args=[two_states[0].pk])

        assert (
            curator_client.post(address, {"other": "New", "reason": "x", "do": "1"}).status_code
            == 403
        )
        assert curator_client.get(address).status_code == 403
