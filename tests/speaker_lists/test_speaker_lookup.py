"""The speaker that a typed text means in one dialogue."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.speaker_lists.speaker_lookup import SpeakerLookup
from tests.records import make_dialogue, make_group, make_participation, make_person, make_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue():
    """A dialogue with a state that spoke for two groups, and with three people."""
    make_group("Southern Group", group_kind="regional")
    dialogue, state = make_dialogue(), make_state("Zambia")
    state.names.create(name="Northern Rhodesia", kind="former")
    friends = make_group("Friends of All", group_kind="network")
    friends.names.create(name="FOA", kind="abbreviation")
    joint = {"dialogue": dialogue, "participant": state, "capacity": "on-behalf"}
    make_participation(**joint, on_behalf_of=friends)
    make_participation(**joint, on_behalf_of_as_printed="the Lake Three")
    for name, office, capacity in [
        ("José Once", "Chair", "opening"),
        ("Ann Twice", "Adviser", "panel"),
        ("Ann Twice", "Adviser", "moderator"),
    ]:
        person = dialogue.participations.filter(person__name=name).first()
        make_participation(
            dialogue,
            person=person.person if person else make_person(name),
            office=office,
            capacity=capacity,
        )
    return dialogue


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Zambia, for Friends of All", ("Zambia", "Friends of All", "")),
        ("zambia for FOA", ("Zambia", "Friends of All", "")),
        ("Northern Rhodesia, for the Lake Three", ("Zambia", "the Lake Three", "")),
        ("jose once", ("", "", "José Once")),
        ("José Once, Chair", ("", "", "José Once")),
        ("ann twice, adviser, moderator", ("", "", "Ann Twice")),
        ("Northern Rhodesia, for itself", ("Zambia", "", "")),
    ],
)
def test_a_text_means_a_speaker(dialogue, text, speaker):
    participation = SpeakerLookup(dialogue).find(text)

    name = str(participation.participant or "")
    assert (name, participation.on_behalf_of_name, str(participation.person or "")) == speaker


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Zambia, for Nobody", "“Zambia, for Nobody” is not a known name."),
        ("Zambia", "Zambia may have spoken in several capacities: choose one of “Zambia, for"),
        ("Ann Twice", "Ann Twice may have spoken in several capacities: choose one of “Ann Twice"),
        ("Ann", "“Ann” is not a known name."),
        ("for", "“for” is not a known name."),
        ("Southern Group", "Southern Group is a regional group: choose who spoke for it."),
    ],
)
def test_what_is_wrong_with_a_text_is_said(dialogue, text, problem):
    with pytest.raises(ValidationError) as refused:
        SpeakerLookup(dialogue).find(text)

    assert refused.value.message.startswith(problem)


def test_a_regional_group_is_not_offered(dialogue):
    assert SpeakerLookup(dialogue).labels() == [
        "Zambia, for Friends of All",
        "Zambia, for the Lake Three",
        "José Once, Chair",
        "Ann Twice, Adviser, panellist",
        "Ann Twice, Adviser, moderator",
        "Zambia, for itself",
        "Friends of All",
        "Zambia",
    ]
