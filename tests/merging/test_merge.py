"""Merging two records loses nothing, and every old address redirects."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.merging import merge_participants, merge_statements, merge_themes
from dialogues.models import (
    Membership,
    Participant,
    Participation,
    Redirection,
    Statement,
)
from tests.records import (
    make_dialogue,
    make_draft,
    make_figure,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def test_every_record_that_named_the_duplicate_names_the_survivor():
    duplicate, survivor, group = make_state("Old"), make_state("New"), make_group()
    dialogue = make_dialogue()
    statement = make_statement(participation=make_participation(dialogue, duplicate))
    about = make_statement(situations=[duplicate])
    membership = make_membership(group, duplicate)
    figure = make_figure()
    figure.named.add(duplicate)

    merge_participants(duplicate, survivor, "The same state")

    assert not Participant.objects.filter(pk=duplicate.pk).exists()
    statement.refresh_from_db()
    membership.refresh_from_db()
    assert statement.participation.participant == survivor
    assert list(about.situations.all()) == [survivor]
    assert membership.member == survivor
    assert list(figure.named.all()) == [survivor]
    assert [name.name for name in survivor.names.all()] == ["Old"]


def test_equal_records_of_both_become_one():
    duplicate, survivor, group, dialogue = make_state(), make_state(), make_group(), make_dialogue()
    speeches = [make_participation(dialogue, state) for state in (duplicate, survivor)]
    statements = [make_statement(participation=speech) for speech in speeches]
    for state in (duplicate, survivor):
        make_membership(group, state)

    merge_participants(duplicate, survivor, "The same state")

    assert list(Participation.objects.filter(dialogue=dialogue)) == [speeches[1]]
    merged = Statement.objects.filter(pk__in=[statement.pk for statement in statements])
    assert {statement.participation for statement in merged} == {speeches[1]}
    assert Membership.objects.filter(group=group).count() == 1


def test_represented_states_follow_the_speaker():
    duplicate, survivor, dialogue = make_state(), make_state(), make_dialogue()
    joint = {"capacity": "on-behalf", "on_behalf_of_as_printed": "the three"}
    first, second = (
        make_participation(dialogue, state, **joint) for state in (duplicate, survivor)
    )
    represented = make_participation(dialogue, status="represented", represented_by=first)

    merge_participants(duplicate, survivor, "The same state")

    represented.refresh_from_db()
    assert represented.represented_by == second


def test_the_old_address_redirects_to_the_survivor(client):
    duplicate, survivor = make_state("Old"), make_state("New")

    merge_participants(duplicate, survivor, "The same state")

    response = client.get("/states/old/record.csv?x=1")
    assert (response.status_code, response["Location"]) == (301, "/states/new/record.csv?x=1")


def test_the_survivors_own_name_is_not_also_another_name_of_it():
    duplicate, survivor = make_state("Turkey"), make_state("Türkiye")
    duplicate.names.create(name="Republic of Türkiye", kind="variant")

    merge_participants(duplicate, survivor, "Renamed")

    assert sorted(name.name for name in survivor.names.all()) == ["Republic of Türkiye", "Turkey"]


def test_two_kinds_are_not_merged():
    with pytest.raises(ValidationError, match="A State and a Group are not the same."):
        merge_participants(make_state(), make_group(), "A mistake")


@pytest.mark.parametrize("merge", [merge_participants, merge_themes, merge_statements])
def test_a_record_is_not_merged_with_itself_or_without_a_reason(merge):
    make = {merge_participants: make_state, merge_themes: make_theme}.get(merge, make_statement)
    record, other = make(), make()

    with pytest.raises(ValidationError, match="cannot be merged with itself"):
        merge(record, record, "A reason")
    with pytest.raises(ValidationError, match="Say why"):
        merge(record, other, " ")


def test_statements_of_a_theme_move_to_the_survivor(client):
    duplicate, survivor = make_theme("Vetoes", slug="vetoes"), make_theme("Veto", slug="veto")
    below = make_theme(parent=duplicate)
    statement = make_statement(themes=[duplicate])

    merge_themes(duplicate, survivor, "The same theme")

    below.refresh_from_db()
    assert list(statement.themes.all()) == [survivor]
    assert below.parent == survivor
    assert [alias.alias for alias in survivor.aliases.all()] == ["Vetoes"]
    assert client.get("/themes/vetoes/")["Location"] == "/themes/veto/"


def test_a_surviving_sub_theme_takes_its_parents_place():
    top = make_theme()
    duplicate = make_theme(parent=top)
    survivor = make_theme(parent=duplicate)

    merge_themes(duplicate, survivor, "The same theme")

    survivor.refresh_from_db()
    assert survivor.parent == top


def test_a_theme_two_levels_below_would_make_a_loop():
    duplicate = make_theme()
    between = make_theme(parent=duplicate)
    survivor = make_theme(parent=between)

    with pytest.raises(ValidationError):
        merge_themes(duplicate, survivor, "The same theme")

    survivor.refresh_from_db()
    assert survivor.parent == between


def test_a_group_is_not_a_member_of_itself_after_a_merge():
    duplicate, survivor = make_group(), make_group()
    make_membership(survivor, duplicate)

    merge_participants(duplicate, survivor, "The same group")

    assert not Membership.objects.exists()


def test_participations_of_two_people_are_not_merged():
    duplicate, survivor, dialogue = make_state(), make_state(), make_dialogue()
    for state in (duplicate, survivor):
        make_participation(dialogue, state, person=make_person())

    with pytest.raises(ValidationError, match="with different people"):
        merge_participants(duplicate, survivor, "The same state")

    assert Participation.objects.filter(participant=duplicate).count() == 1


def test_a_merged_statement_redirects_to_the_survivor_and_keeps_its_versions(client):
    duplicate, survivor = make_statement(), make_statement()
    before = client.get(f"/statements/{duplicate.reference}/v1/").content

    merge_statements(duplicate, survivor, "Entered twice")

    response = client.get(f"/statements/{duplicate.reference}/?v=1")
    assert response.status_code == 301
    assert response["Location"].startswith(survivor.get_absolute_url())
    assert client.get(f"/statements/{duplicate.reference}/v1/").content == before
    assert Redirection.objects.get(old=duplicate.get_absolute_url()).why == "merged"


def test_a_draft_is_not_merged():
    with pytest.raises(ValidationError, match="Only published statements can be merged."):
        merge_statements(make_draft(), make_statement(), "Entered twice")
