"""Who spoke for whom, against the collection worked out on paper."""

import pytest

from dialogues.analysis.joint_statements import joint_statements
from dialogues.exports.analysis.joint_statements import joint_table
from tests.records import make_participation

pytestmark = pytest.mark.django_db


def spoken(joint):
    """{group: {year: speakers}}."""
    return {
        row.name: {
            dialogue.year: [str(each.participant) for each in row.speakers[dialogue.pk]]
            for dialogue in joint.dialogues
            if dialogue.pk in row.speakers
        }
        for row in joint.groups
    }


def test_each_group_has_those_that_spoke_for_it(made):
    assert spoken(joint_statements()) == {
        "Pact": {2010: ["State B"], 2012: ["State D"], 2013: ["State D"]},
        "two others": {2011: ["State F"]},
    }


def test_words_as_printed_are_a_group_in_any_spelling(made):
    printed = {"capacity": "on-behalf", "on_behalf_of_as_printed": "Two  Others"}
    make_participation(made.dialogues[2013], made.A, **printed)

    assert spoken(joint_statements())["two others"] == {2011: ["State F"], 2013: ["State A"]}


def test_what_is_no_group_of_the_collection_is_last(made):
    for year in (2010, 2012, 2013):
        printed = {"capacity": "on-behalf", "on_behalf_of_as_printed": "A and its friends"}
        make_participation(made.dialogues[year], made.A, **printed)

    assert list(spoken(joint_statements())) == ["Pact", "A and its friends", "two others"]


def test_who_is_inscribed_did_not_speak_for_others(made):
    make_participation(
        made.dialogues[2013], made.A, capacity="on-behalf", on_behalf_of=made.south,
        status="inscribed",
    )  # fmt: skip

    assert "South" not in spoken(joint_statements())


def test_four_queries_are_enough(made, django_assert_num_queries):
    with django_assert_num_queries(4):
        joint_statements()


def test_the_table_names_the_states_represented(made):
    rows = list(joint_table(joint_statements()).rows)

    assert [(row.group, row.year, row.speaker, row.represents) for row in rows] == [
        ("Pact", 2010, "State B", ["State C"]),
        ("Pact", 2012, "State D", []),
        ("Pact", 2013, "State D", []),
        ("two others", 2011, "State F", []),
    ]
    assert rows[3].group_address == ""
