"""Where the words do not say who is meant, a person chooses."""

import pytest

from dialogues.imports.review.accepting import accept
from dialogues.imports.review.candidates import candidates_of
from dialogues.imports.review.decisions import change
from dialogues.imports.review.dialogue_record import DialogueRecord
from dialogues.models import Participant, Statement
from tests.imports.review.imported import import_text, make_names, proposal_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LIST = """\
Summary of the interactive dialogue

Many delegations noted it.

# List of speakers

Peru

Mexicco

Test Centre for Rain

Chile
"""


@pytest.fixture
def names():
    return make_names()


@pytest.fixture
def document(names):
    return import_text()


def candidates(document, proposal, **options):
    return candidates_of(DialogueRecord(document), proposal, **options)


def choose(document, proposal, number, user, **options):
    """Take a candidate and accept the proposal. Returns the refusals."""
    values = candidates(document, proposal, **options)[number - 1].values
    change(document, proposal, user, values)
    return accept(document, [proposal], user)


def test_a_misprinted_name_may_mean_a_known_one(names, curator):
    document = import_text(LIST, document_class="summary")
    proposal = proposal_of(document, "participation", "Mexicco")

    assert [each.label for each in candidates(document, proposal)] == ["Mexico"]
    assert choose(document, proposal, 1, curator) == []
    speaker = document.dialogue.participations.get()
    assert (speaker.participant, speaker.name_as_printed) == (names["Mexico"], "Mexicco")


def test_a_new_name_is_entered_as_the_kind_that_was_chosen(names, curator):
    document = import_text(LIST, document_class="summary")
    proposal = proposal_of(document, "participation", "Test Centre for Rain")

    labels = [each.label for each in candidates(document, proposal, may_create=True)]

    assert labels == [
        "New: Test Centre for Rain, Civil society",
        "New: Test Centre for Rain, Regional organization",
        "New: Test Centre for Rain, UN entity",
        "New: Test Centre for Rain, National committee or other body",
    ]
    assert choose(document, proposal, 1, curator, may_create=True) == []
    assert Participant.objects.get(name="Test Centre for Rain").kind == "civil-society"


def test_without_the_permission_nothing_new_can_be_chosen(names):
    document = import_text(LIST, document_class="summary")

    assert candidates(document, proposal_of(document, "participation", "Rain")) == []


def test_a_speaker_for_a_group_may_mean_the_group_or_itself(document, curator):
    accept(document, [proposal_of(document, "participation", "chile")], curator)
    proposal = proposal_of(document, "statement", "umbrella")

    assert [each.label for each in candidates(document, proposal)] == [
        "Chile, for Group of Friends",
        "Chile, for itself",
    ]


@pytest.mark.parametrize(
    ("number", "capacity"), [(1, "on-behalf"), (2, "national")], ids=["group", "itself"]
)
def test_the_capacity_that_was_chosen_is_that_of_the_draft(document, curator, number, capacity):
    accept(document, [proposal_of(document, "participation", "chile")], curator)
    proposal = proposal_of(document, "statement", "umbrella")

    assert choose(document, proposal, number, curator) == []

    assert Statement.objects.get().participation.capacity == capacity


def test_an_office_that_nobody_recorded_may_mean_a_speaker_of_the_sentence(names, curator):
    text = "Summary of the dialogue\n\nMr. Bob Sample, Director of Rain, said that Peru was wet."
    document = import_text(f"{text} Many delegations noted it.", document_class="summary")
    document.proposals.filter(kind="official").delete()
    accept(document, list(document.proposals.filter(kind="participation")), curator)
    document.proposals.filter(kind="statement").update(
        values=proposal_of(document, "statement", "wet").values | {"speakers": ["Bob Sample"]}
    )
    document.dialogue.participations.create(
        participant=names["Peru"], source=document.source, name_as_printed="Peru"
    )

    labels = [
        each.label for each in candidates(document, proposal_of(document, "statement", "wet"))
    ]

    assert labels == ["Peru"]


def test_nothing_is_to_be_chosen_where_the_speaker_is_clear(document):
    assert candidates(document, proposal_of(document, "statement", "rained")) == []
