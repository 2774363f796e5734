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


def contents(sections):
    return [(section.heading, section.record, section.statements) for section in sections]


def test_each_speaker_has_one_section_in_order_of_names():
    dialogue, b, a = make_dialogue(), make_state("B"), make_person("A")
    spoke = make_participation(dialogue, b)
    first, second = make_statement(participation=spoke), make_statement(participation=spoke)
    panel = make_participation(dialogue, person=a, capacity="panel")
    third = make_statement(participation=panel)
    office = make_participation(dialogue, office="The Chair", capacity="chair")
    fourth = make_statement(participation=office)

    sections = sections_by_speaker(Statement.objects.in_source_order())

    assert contents(sections) == [
        ("A", a, [third]),
        ("B", b, [first, second]),
        ("The Chair", None, [fourth]),
    ]


def test_two_people_with_the_same_name_have_two_sections():
    dialogue = make_dialogue()
    people = [make_person("John Smith"), make_person("John Smith")]
    for person in people:
        make_statement(participation=make_participation(dialogue, person=person, capacity="panel"))

    assert [
        section.record for section in sections_by_speaker(Statement.objects.in_source_order())
    ] == people


def test_the_order_of_names_ignores_accents_and_capitals():
    dialogue = make_dialogue()
    for name in ("Zambia", "a panellist", "Österreich", "Armenia"):
        make_statement(participation=make_participation(dialogue, make_state(name)))

    headings = [
        section.heading for section in sections_by_speaker(Statement.objects.in_source_order())
    ]

    assert headings == ["a panellist", "Armenia", "Österreich", "Zambia"]


def test_a_statement_is_under_each_theme_and_without_one_comes_last():
    second, first = make_theme("Second", position=2), make_theme("First", position=1)
    both = make_statement(themes=[second, first])
    none = make_statement()
    other = make_statement(themes=[second])

    sections = sections_by_theme(Statement.objects.order_by("pk"))

    assert contents(sections) == [
        ("First", first, [both]),
        ("Second", second, [both, other]),
        ("", None, [none]),
    ]
