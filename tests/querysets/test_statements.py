"""Queryset methods of statements, each with records that must not match."""

from datetime import date

import pytest

from dialogues import publishing
from dialogues.models import Statement
from tests.records import (
    make_dialogue,
    make_draft,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def test_published_omits_drafts_and_withdrawn_statements():
    shown, withdrawn = make_statement(), make_statement()
    publishing.withdraw([withdrawn], "Wrong")
    make_draft()

    assert list(Statement.objects.published()) == [shown]


def test_in_groups_uses_memberships_on_the_day():
    group, state = make_group(), make_state()
    make_membership(group, state, since=date(2015, 1, 1), until=date(2016, 12, 31))
    during = make_statement(
        participation=make_participation(make_dialogue(held_on=date(2016, 12, 31)), state)
    )
    make_statement(participation=make_participation(make_dialogue(held_on=date(2017, 1, 1)), state))

    assert list(Statement.objects.in_groups([group.slug])) == [during]


def test_in_groups_matches_the_printed_group_and_the_group_on_the_day():
    printed, actual = make_group(), make_group()
    state = make_state("Türkiye")
    make_membership(actual, state)
    make_membership(printed, state, role="takes-part")
    first = make_statement(participation=make_participation(participant=state))
    second = make_statement(
        participation=make_participation(
            participant=state, printed_group=printed, group_as_printed="Asia-Pacific Group"
        )
    )

    assert set(Statement.objects.in_groups([printed.slug])) == {second}
    assert set(Statement.objects.in_groups([actual.slug])) == {first, second}


def test_in_groups_includes_observers_counted_with_a_group():
    group, state = make_group(), make_state()
    make_membership(group, state, role="observer")
    shown = make_statement(participation=make_participation(participant=state))

    assert list(Statement.objects.in_groups([group.slug])) == [shown]


def test_within_themes_includes_sub_themes():
    top = make_theme()
    middle = make_theme(parent=top)
    low = make_theme(parent=middle)
    make_statement(themes=[make_theme()])
    shown = make_statement(themes=[low, middle])

    assert list(Statement.objects.within_themes([top.slug])) == [shown]
    assert list(Statement.objects.within_themes([low.slug])) == [shown]


def test_by_participants_omits_represented_participants():
    voice, silent = make_state(), make_state()
    dialogue = make_dialogue()
    joint = make_participation(dialogue, voice, capacity="on-behalf", on_behalf_of=make_group())
    make_participation(dialogue, silent, status="represented", represented_by=joint)
    statement = make_statement(participation=joint)

    assert list(Statement.objects.by_participants([voice.slug])) == [statement]
    assert list(Statement.objects.by_participants([silent.slug])) == []
    assert list(Statement.objects.representing([silent.slug])) == [statement]
    assert list(Statement.objects.representing([voice.slug])) == []


def test_by_speakers_matches_participants_and_people():
    state, person = make_state(), make_person()
    by_state = make_statement(participation=make_participation(participant=state))
    by_person = make_statement(participation=make_participation(person=person, office="Chair"))
    make_statement()

    statements = Statement.objects.by_speakers([state.slug, person.slug])

    assert set(statements) == {by_state, by_person}


@pytest.mark.parametrize(
    ("kind", "index"), [("state", 0), ("civil-society", 1), ("person", 2), ("unnamed", 3)]
)
def test_by_kinds_uses_the_kind_of_the_speaker(kind, index):
    organization = make_state(kind="civil-society")
    statements = [
        make_statement(),
        make_statement(participation=make_participation(participant=organization)),
        make_statement(participation=make_participation(office="The Chair")),
        make_statement(attribution="some delegations"),
    ]

    assert list(Statement.objects.by_kinds([kind])) == [statements[index]]


@pytest.mark.parametrize(("voice", "index"), [("own", 0), ("joint", 1), ("unnamed", 2)])
def test_in_voices_distinguishes_own_joint_and_unnamed(voice, index):
    joint = make_participation(capacity="on-behalf", on_behalf_of_as_printed="two other NGOs")
    statements = [
        make_statement(),
        make_statement(participation=joint),
        make_statement(attribution="some delegations"),
    ]

    assert list(Statement.objects.in_voices([voice])) == [statements[index]]


def test_about_situations_omits_statements_by_the_country():
    country = make_state()
    make_statement(participation=make_participation(participant=country))
    about = make_statement(situations=[country])

    assert list(Statement.objects.about_situations([country.slug])) == [about]


def test_orders():
    old, new = make_dialogue(held_on=date(2010, 8, 9)), make_dialogue(held_on=date(2020, 1, 1))
    albania, zambia = make_state("Albania"), make_state("Zambia")
    by_zambia = make_statement(participation=make_participation(old, zambia), position=2)
    by_albania = make_statement(participation=make_participation(old, albania), position=1)
    unnamed = make_statement(new, attribution="many", position=3)

    statements = Statement.objects.all()

    assert list(statements.newest_first()) == [unnamed, by_albania, by_zambia]
    assert list(statements.oldest_first()) == [by_albania, by_zambia, unnamed]
    assert list(statements.by_speaker()) == [by_albania, by_zambia, unnamed]


def test_with_same_sentence_matches_the_other_speakers_of_a_sentence():
    dialogue = make_dialogue()
    sentence = {"summary": "Questioned it.", "section": "III", "paragraph": "29"}
    first = make_statement(dialogue, **sentence)
    second = make_statement(dialogue, source=first.source, **sentence)
    make_statement(dialogue, source=first.source, **sentence | {"summary": "Welcomed it."})

    assert list(Statement.objects.with_same_sentence(first)) == [second]
