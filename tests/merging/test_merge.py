"""Making one record of two, with nothing lost and every address kept."""

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


def test_all_that_named_the_ended_one_names_the_kept_one():
    ended, kept, group = make_state("Old"), make_state("New"), make_group()
    dialogue = make_dialogue()
    statement = make_statement(participation=make_participation(dialogue, ended))
    about = make_statement(situations=[ended])
    membership = make_membership(group, ended)
    figure = make_figure()
    figure.named.add(ended)

    merge_participants(ended, kept, "The same state")

    assert not Participant.objects.filter(pk=ended.pk).exists()
    statement.refresh_from_db()
    membership.refresh_from_db()
    assert statement.participation.participant == kept
    assert list(about.situations.all()) == [kept]
    assert membership.member == kept
    assert list(figure.named.all()) == [kept]
    assert [one.name for one in kept.names.all()] == ["Old"]


def test_what_both_had_is_there_once():
    ended, kept, group, dialogue = make_state(), make_state(), make_group(), make_dialogue()
    spoke = [make_participation(dialogue, one) for one in (ended, kept)]
    statements = [make_statement(participation=one) for one in spoke]
    for one in (ended, kept):
        make_membership(group, one)

    merge_participants(ended, kept, "The same state")

    assert list(Participation.objects.filter(dialogue=dialogue)) == [spoke[1]]
    said = Statement.objects.filter(pk__in=[one.pk for one in statements])
    assert {one.participation for one in said} == {spoke[1]}
    assert Membership.objects.filter(group=group).count() == 1


def test_those_spoken_for_follow_the_one_who_speaks():
    ended, kept, dialogue = make_state(), make_state(), make_dialogue()
    joint = {"capacity": "on-behalf", "on_behalf_of_as_printed": "the three"}
    first, second = (make_participation(dialogue, one, **joint) for one in (ended, kept))
    represented = make_participation(dialogue, status="represented", represented_by=first)

    merge_participants(ended, kept, "The same state")

    represented.refresh_from_db()
    assert represented.represented_by == second


def test_the_old_address_leads_to_the_kept_one(client):
    ended, kept = make_state("Old"), make_state("New")

    merge_participants(ended, kept, "The same state")

    response = client.get("/states/old/record.csv?x=1")
    assert (response.status_code, response["Location"]) == (301, "/states/new/record.csv?x=1")


def test_a_name_both_had_is_no_name_beside_itself():
    ended, kept = make_state("Turkey"), make_state("Türkiye")
    ended.names.create(name="Republic of Türkiye", kind="variant")

    merge_participants(ended, kept, "Renamed")

    assert sorted(one.name for one in kept.names.all()) == ["Republic of Türkiye", "Turkey"]


def test_two_kinds_are_not_the_same():
    with pytest.raises(ValidationError, match="A State and a Group are not the same."):
        merge_participants(make_state(), make_group(), "A mistake")


@pytest.mark.parametrize("merge", [merge_participants, merge_themes, merge_statements])
def test_a_record_is_not_merged_with_itself_or_without_a_reason(merge):
    make = {merge_participants: make_state, merge_themes: make_theme}.get(merge, make_statement)
    one, other = make(), make()

    with pytest.raises(ValidationError, match="not merged with itself"):
        merge(one, one, "A reason")
    with pytest.raises(ValidationError, match="Say why"):
        merge(one, other, " ")


def test_statements_of_a_theme_move_to_the_kept_one(client):
    ended, kept = make_theme("Vetoes", slug="vetoes"), make_theme("Veto", slug="veto")
    below = make_theme(parent=ended)
    statement = make_statement(themes=[ended])

    merge_themes(ended, kept, "The same theme")

    below.refresh_from_db()
    assert list(statement.themes.all()) == [kept]
    assert below.parent == kept
    assert [one.alias for one in kept.aliases.all()] == ["Vetoes"]
    assert client.get("/themes/vetoes/")["Location"] == "/themes/veto/"


def test_a_theme_below_the_ended_one_takes_its_place():
    top = make_theme()
    ended = make_theme(parent=top)
    kept = make_theme(parent=ended)

    merge_themes(ended, kept, "The same theme")

    kept.refresh_from_db()
    assert kept.parent == top


def test_a_theme_deep_below_the_ended_one_would_make_a_ring():
    ended = make_theme()
    between = make_theme(parent=ended)
    kept = make_theme(parent=between)

    with pytest.raises(ValidationError):
        merge_themes(ended, kept, "The same theme")

    kept.refresh_from_db()
    assert kept.parent == between


def test_a_group_is_no_member_of_itself_after_a_merge():
    ended, kept = make_group(), make_group()
    make_membership(kept, ended)

    merge_participants(ended, kept, "The same group")

    assert not Membership.objects.exists()


def test_two_people_do_not_become_one():
    ended, kept, dialogue = make_state(), make_state(), make_dialogue()
    for one in (ended, kept):
        make_participation(dialogue, one, person=make_person())

    with pytest.raises(ValidationError, match="as other people"):
        merge_participants(ended, kept, "The same state")

    assert Participation.objects.filter(participant=ended).count() == 1


def test_a_merged_statement_leads_to_the_kept_one_and_keeps_its_versions(client):
    ended, kept = make_statement(), make_statement()
    before = client.get(f"/statements/{ended.reference}/v1/").content

    merge_statements(ended, kept, "Entered twice")

    response = client.get(f"/statements/{ended.reference}/?v=1")
    assert response.status_code == 301
    assert response["Location"].startswith(kept.get_absolute_url())
    assert client.get(f"/statements/{ended.reference}/v1/").content == before
    assert Redirection.objects.get(old=ended.get_absolute_url()).why == "merged"


def test_a_draft_is_not_merged():
    with pytest.raises(ValidationError, match="Only published statements are merged."):
        merge_statements(make_draft(), make_statement(), "Entered twice")
