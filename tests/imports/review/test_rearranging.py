"""Proposals are split and merged, and lists accepted together."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.imports.review.lists import rest_of_list
from dialogues.imports.review.rearranging import merge, split
from tests.imports.review.imported import import_text, make_names, proposal_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def document():
    make_names()
    return import_text()


def test_a_statement_is_split_by_its_speakers(document, curator):
    parts = split(document, proposal_of(document, "statement", "recalled"), curator)

    assert [part.values["speakers"] for part in parts] == [["chile"], ["peru"]]


def test_a_statement_of_one_speaker_is_split_by_its_quotations(document, curator):
    whole = proposal_of(document, "statement", "we agree")

    parts = split(document, whole, curator)

    assert [(part.values["text"], part.state) for part in parts] == [
        ("we agree", "open"),
        ("we insist", "open"),
    ]
    whole.refresh_from_db()
    assert whole.state == "replaced"


def test_what_has_one_speaker_and_sentence_is_not_split(document, curator):
    with pytest.raises(ValidationError, match="one speaker and one sentence"):
        split(document, proposal_of(document, "statement", "rained"), curator)


def test_a_list_is_not_split(document, curator):
    with pytest.raises(ValidationError, match="nothing to split"):
        split(document, proposal_of(document, "participation", "peru"), curator)


def test_two_statements_of_one_speaker_are_merged(document, curator):
    above, below = (proposal_of(document, "statement", words) for words in ("agree", "umbrella"))

    merge(document, above, below, curator)

    above.refresh_from_db(), below.refresh_from_db()
    assert (above.values["text"], above.values["summary"], above.place) == (
        "we agree\n\nwe insist",
        "It asked for an umbrella.",
        [4, 33, 95],
    )
    assert below.state == "replaced"


def test_statements_of_different_speakers_are_not_merged(document, curator):
    above, below = (proposal_of(document, "statement", words) for words in ("rained", "excuse"))

    with pytest.raises(ValidationError, match="Only statements of the same speaker"):
        merge(document, above, below, curator)


def test_the_rest_of_a_list_is_what_is_open_from_one_speaker_on(document):
    second = proposal_of(document, "participation", "mexico")

    rest = rest_of_list(document, second)

    assert [each.values["participant"] for each in rest] == ["mexico", "peru"]


def test_a_name_that_is_not_known_is_not_accepted_with_the_list():
    make_names()
    text = "Summary of the interactive dialogue\n\nMany delegations noted it.\n\n# List of speakers"
    document = import_text(
        f"{text}\n\nPeru\n\nMexico\n\nAtlantis\n\nChile", document_class="summary"
    )

    rest = rest_of_list(document, proposal_of(document, "participation", "peru"))

    assert [each.values["participant"] for each in rest] == ["peru", "mexico", "chile"]


def test_a_statement_is_in_no_list(document):
    assert rest_of_list(document, proposal_of(document, "statement", "rained")) == []
