"""What a document counts itself, next to what is proposed and accepted."""

import pytest

from dialogues.imports.review.accepting import accept
from dialogues.imports.review.counts import kind_counts, printed_counts
from dialogues.imports.review.decisions import reject
from dialogues.imports.review.dialogue_record import DialogueRecord
from tests.imports.review.imported import import_text, make_names, proposal_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def document():
    make_names()
    return import_text()


def printed(document):
    by_slug = DialogueRecord(document).by_slug
    counts = printed_counts(document, document.proposals.all(), by_slug)
    return [
        (each.label, each.printed, each.proposed, each.accepted, each.agrees) for each in counts
    ]


def test_the_printed_number_of_speakers_runs_with_the_accepted_ones(document, curator):
    accept(document, [proposal_of(document, "participation", "peru")], curator)

    assert printed(document) == [("State", 3, 3, 1, True)]


def test_what_is_rejected_is_not_counted(document, curator):
    reject(document, [proposal_of(document, "participation", "peru")], curator)

    assert printed(document) == [("State", 3, 2, 0, False)]


def test_the_proposals_are_counted_by_kind_and_state(document, curator):
    accept(document, [proposal_of(document, "participation", "peru")], curator)
    reject(document, [proposal_of(document, "statement", "rained")], curator)

    assert [tuple(each) for each in kind_counts(document.proposals.all())] == [
        # proposed, accepted, rejected, recorded, open
        ("Official", 1, 0, 0, 0, 1),
        ("Participation", 3, 1, 0, 0, 2),
        ("Statement", 5, 0, 1, 0, 4),
        ("Unnamed position", 1, 0, 0, 0, 1),
        ("Figure", 1, 0, 0, 0, 1),
    ]


def test_only_what_there_is_is_said(document, curator):
    before = [each.in_words for each in kind_counts(document.proposals.all())]
    reject(document, [proposal_of(document, "statement", "rained")], curator)
    after = [each.in_words for each in kind_counts(document.proposals.all())]

    assert (before[2], after[2]) == (
        "5 of 5 open, 0 accepted",
        "4 of 5 open, 0 accepted, 1 rejected",
    )
