"""The questions of the home page are answered from the record."""

from datetime import date

import pytest

from dialogues.filters.questions import answers
from dialogues.models import Edition
from tests.records import (
    make_dialogue,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def sentences():
    """{question: (answer, address)} of the current edition."""
    return {
        answer.question: (answer.sentence, answer.url)
        for answer in answers(Edition.objects.current_stamp())
    }


@pytest.fixture
def spoke():
    """A function from a state and the year of a dialogue to the state's participation."""
    dialogues = {
        year: make_dialogue(held_on=date(year, 6, 1), slug=f"dialogue-{year}")
        for year in (2016, 2017)
    }
    states = {name: make_state(name) for name in ("Chile", "Ghana", "Peru")}

    def participation(name, year, **columns):
        return make_participation(dialogues[year], states[name], **columns)

    return participation


def test_an_empty_record_answers_nothing():
    assert sentences() == {}


def test_who_objects_and_to_what(spoke):
    principle, forum = make_theme("Principle"), make_theme("Forum")
    chile, peru = spoke("Chile", 2016), spoke("Peru", 2016)
    for speaker, theme in ((chile, principle), (chile, principle), (peru, forum)):
        make_statement(participation=speaker, themes=[theme], stance="opposes")
    make_statement(participation=peru, themes=[forum], stance="supports")

    assert sentences()["Who objects, and to what?"] == (
        "3 statements oppose their theme, most often Principle (2), Forum (1); mostly by "
        "Chile (2), Peru (1).",
        "/statements/?stance=opposes",
    )


def test_an_objection_to_a_sub_theme_is_none_to_the_whole(spoke):
    principle = make_theme("Principle")
    venue = make_theme("Venue", parent=principle)
    make_statement(participation=spoke("Chile", 2016), themes=[venue], stance="opposes")

    sentence, _address = sentences()["Who objects, and to what?"]

    assert sentence == "1 statement opposes its theme, Venue (1); by Chile (1)."


def test_what_is_said_of_the_veto(spoke):
    veto = make_theme("Restraint", slug="veto-restraint")
    for name, stance in (("Chile", "supports"), ("Peru", "supports"), ("Ghana", "opposes")):
        make_statement(participation=spoke(name, 2016), themes=[veto], stance=stance)

    assert sentences()["Should the veto be restrained?"] == (
        "Of 3 statements on it, 2 support it, 1 oppose it; the others take no stance. They are "
        "attributed to 3 states, or to nobody by name.",
        "/statements/?theme=veto-restraint",
    )


def test_who_spoke_most_often_and_for_the_first_time(spoke):
    for name, year in (("Chile", 2016), ("Chile", 2017), ("Ghana", 2017), ("Peru", 2017)):
        spoke(name, year)
    spoke("Ghana", 2016, status="represented", represented_by=spoke("Peru", 2016))

    known = sentences()

    assert (
        known["Who spoke most often?"][0]
        == "Recorded in the most dialogues, of lists that are mostly not full: Chile (2), "
        "Peru (2), Ghana (1)."
    )
    assert known["Who spoke for the first time?"] == (
        "Latest, on 1 June 2017: Ghana. Earlier lists are mostly not full.",
        "/dialogues/dialogue-2017/",
    )


def test_who_could_not_speak(spoke):
    for name in ("Peru", "Chile"):
        spoke(name, 2016, status="inscribed")

    assert sentences() == {
        "Who could not speak?": (
            "2 states were on a list of speakers and did not get to speak: Chile, Peru.",
            "/coverage/",
        )
    }


def test_many_names_are_cut(spoke):
    dialogue = make_dialogue(held_on=date(2018, 6, 1))
    for number in range(6):
        make_participation(dialogue, make_state(f"State {number}"), status="inscribed")

    (sentence, _address) = sentences()["Who could not speak?"]

    assert sentence.endswith("State 0, State 1, State 2, State 3 and 2 more.")


def test_a_draft_dialogue_answers_nothing():
    draft = make_dialogue(status="draft")
    make_participation(draft, make_state("Chile"))
    make_participation(draft, make_state("Peru"), status="inscribed")

    assert sentences() == {}
