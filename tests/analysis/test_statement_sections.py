"""The statements of a dialogue under headings."""

import pytest

from dialogues.analysis.statement_sections import sections_by_speaker, sections_by_theme
from dialogues.models import Statement
from tests.records import (
    make_dialogue,
    make_participation,
    make_person,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def arranged(sections):
    return [(one.heading, one.record, one.statements) for one in sections]


def test_by_speaker_each_has_one_heading_by_name():
    dialogue, b, a = make_dialogue(), make_state("B"), make_person("A")
    spoke = make_participation(dialogue, b)
    one, two = make_statement(participation=spoke), make_statement(participation=spoke)
    panel = make_participation(dialogue, person=a, capacity="panel")
    three = make_statement(participation=panel)
    office = make_participation(dialogue, office="The Chair", capacity="chair")
    four = make_statement(participation=office)

    found = sections_by_speaker(Statement.objects.in_source_order())

    assert arranged(found) == [
        ("A", a, [three]),
        ("B", b, [one, two]),
        ("The Chair", None, [four]),
    ]


def test_two_people_of_one_name_have_two_headings():
    dialogue = make_dialogue()
    people = [make_person("John Smith"), make_person("John Smith")]
    for one in people:
        make_statement(participation=make_participation(dialogue, person=one, capacity="panel"))

    assert [
        one.record for one in sections_by_speaker(Statement.objects.in_source_order())
    ] == people


def test_names_are_in_the_order_of_their_letters_without_accents_and_capitals():
    dialogue = make_dialogue()
    for name in ("Zambia", "a panellist", "Österreich", "Armenia"):
        make_statement(participation=make_participation(dialogue, make_state(name)))

    found = [one.heading for one in sections_by_speaker(Statement.objects.in_source_order())]

    assert found == ["a panellist", "Armenia", "Österreich", "Zambia"]


def test_by_theme_a_statement_stands_under_each_and_that_on_none_last():
    second, first = make_theme("Second", position=2), make_theme("First", position=1)
    both = make_statement(themes=[second, first])
    none = make_statement()
    one = make_statement(themes=[second])

    found = sections_by_theme(Statement.objects.order_by("pk"))

    assert arranged(found) == [
        ("First", first, [both]),
        ("Second", second, [both, one]),
        ("", None, [none]),
    ]
