"""A decision is undone with the records that it made."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.imports.review.accepting import accept, add_accepted
from dialogues.imports.review.decisions import change, reject
from dialogues.imports.review.rearranging import merge, split
from dialogues.imports.review.undoing import undo
from dialogues.models import Participation, Statement
from tests.imports.review.imported import import_text, make_names, proposal_of, states_of
from tests.records import make_dialogue, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    make_names()
    return import_text()


def test_the_records_of_an_undone_decision_are_deleted(document, curator):
    before = states_of(document)
    proposal = proposal_of(document, "statement", "rained")
    accept(document, [proposal], curator)

    assert undo(document, curator) == [
        proposal_of(document, "participation", "peru").pk,
        proposal.pk,
    ]

    assert states_of(document) == before
    assert not Statement.objects.exists()
    assert not Participation.objects.exists()


def test_decisions_are_undone_one_after_the_other_the_last_first(document, curator):
    first, second = (proposal_of(document, "statement", words) for words in ("rained", "excuse"))
    reject(document, [first], curator)
    reject(document, [second], curator)

    assert undo(document, curator) == [second.pk]
    assert undo(document, curator) == [first.pk]


def test_the_decisions_of_others_stay(document, curator, editor):
    reject(document, [proposal_of(document, "statement", "rained")], editor)

    with pytest.raises(ValidationError, match="There is nothing of yours to undo."):
        undo(document, curator)


def test_a_list_that_was_accepted_together_is_undone_together(document, curator):
    accept(document, list(document.proposals.filter(kind="participation")), curator)

    undo(document, curator)

    assert not Participation.objects.exists()
    states = states_of(document, "participation")
    assert [state for _kind, state, _about in states] == ["open"] * 3


def test_a_draft_that_was_changed_since_stays_and_nothing_is_undone(document, curator):
    accept(document, [proposal_of(document, "statement", "rained")], curator)
    draft = Statement.objects.get()
    draft.summary = "Corrected by hand."
    draft.save()

    with pytest.raises(ValidationError, match=f"“{draft.reference}” was changed since."):
        undo(document, curator)

    assert Statement.objects.get().summary == "Corrected by hand."
    assert proposal_of(document, "statement", "rained").state == "accepted"


def test_a_speaker_that_others_use_stays(document, curator):
    accept(document, [proposal_of(document, "participation", "peru")], curator)
    make_draft(document.dialogue, Participation.objects.get(), source=document.source)

    with pytest.raises(ValidationError, match="is used by other records."):
        undo(document, curator)

    assert Participation.objects.count() == 1


def test_a_change_is_undone(document, curator):
    proposal = proposal_of(document, "statement", "rained")
    change(document, proposal, curator, {"summary": "Another summary."})

    undo(document, curator)

    assert proposal_of(document, "statement", "rained").values == proposal.values


def test_a_split_is_undone(document, curator):
    before = states_of(document)
    split(document, proposal_of(document, "statement", "we agree"), curator)

    undo(document, curator)

    assert states_of(document) == before


def test_a_merge_is_undone(document, curator):
    before = states_of(document)
    above, below = (proposal_of(document, "statement", words) for words in ("agree", "umbrella"))
    merge(document, above, below, curator)

    undo(document, curator)

    assert states_of(document) == before


def test_what_was_added_to_a_published_dialogue_waits_again(curator):
    make_names()
    document = import_text(dialogue=make_dialogue())
    accept(document, [proposal_of(document, "participation", "peru")], curator)
    add_accepted(document, curator)

    undo(document, curator)

    assert not Participation.objects.exists()
    assert proposal_of(document, "participation", "peru").state == "accepted"
