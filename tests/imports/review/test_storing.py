"""What is stored of a document, and what a later file of it changes."""

import os
import signal

import pytest
from django.db import connection
from django.db.models.signals import post_save

from dialogues.imports.review import storing
from dialogues.imports.review.decisions import change, reject
from dialogues.imports.review.rearranging import split
from dialogues.models import (
    DocumentImport,
    ImportedRecord,
    ImportProposal,
    Passage,
    SourceParagraph,
)
from tests.imports.review.imported import (
    TEXT,
    import_text,
    make_names,
    proposal_of,
    states_of,
)
from tests.records import make_draft, make_participation

pytestmark = pytest.mark.django_db

ALL = [
    ("official", "open", "Ann Example"),
    ("figure", "open", "3"),
    ("statement", "open", "Peru said that it rained."),
    ("unnamed-position", "open", "Many delegations"),
    ("statement", "open", "rain is no excuse"),
    ("statement", "open", "Chile and Peru recalled the sun."),
    ("statement", "open", "we agree\n\nwe insist"),
    ("statement", "open", "It asked for an umbrella."),
    ("participation", "open", "chile"),
    ("participation", "open", "mexico"),
    ("participation", "open", "peru"),
]
SHORTER = TEXT.replace(" Many delegations noted the rain.", "").replace(
    "It asked for an umbrella.", "It asked for a coat."
)


def import_again(before, text):
    """The import of a changed file of the same source."""
    return import_text(
        text, source=before.source, dialogue=before.dialogue, document_class="summary"
    )


def test_the_proposals_are_stored_in_the_order_of_the_text():
    make_names()

    assert states_of(import_text()) == ALL


def test_a_proposal_has_its_values_and_the_place_and_rule_of_each():
    make_names()

    proposal = proposal_of(import_text(), "statement", "no excuse")

    assert (proposal.rule, proposal.certainty, proposal.place, proposal.evidence) == (
        "subject-and-verb",
        "sure",
        [3, 59, 100],
        {"speakers": [3, 59, 65], "act": [3, 66, 74], "quotations.0": [3, 81, 98]},
    )
    assert proposal.values == {
        "speakers": ["mexico"],
        "for_groups": {},
        "text": "rain is no excuse",
        "summary": "",
        "provenance": "quoted-in-summary",
        "stance": "not-stated",
        "act": "states",
        "source_word": "stressed",
        "editor_note": "",
        "section": "Debate",
        "paragraph": "1st",
    }


def test_the_text_is_stored_in_passages_with_a_ledger():
    make_names()
    source = import_text().source

    passages = [(each.section, each.paragraph, each.text) for each in source.passages.all()]
    assert passages[3:] == [
        (
            "Debate",
            "",
            "Chile and Peru recalled the sun. Chile said: “we agree”, “we insist”. "
            "It asked for an umbrella.",
        ),
        ("List of speakers", "", "Chile (on behalf of the Group of Friends)"),
        ("List of speakers", "", "Mexico"),
        ("List of speakers", "", "Peru"),
    ]
    assert source.ledger.count() == len(passages) == 7
    assert source.has_text


def test_no_record_is_made_by_storing():
    make_names()
    document_import = import_text()

    dialogue = document_import.dialogue
    counts = dialogue.participations.count(), dialogue.statements.count(), dialogue.figures.count()
    assert counts == (0, 0, 0)
    assert not ImportedRecord.objects.exists()


def test_the_same_file_is_brought_in_once():
    first = storing.bring_in("a.txt", b"The same bytes")

    assert storing.bring_in("another name.txt", b"The same bytes") == first


def test_storing_again_changes_nothing():
    make_names()
    document_import = import_text()
    before = list(ImportProposal.objects.values())

    storing.store(document_import)

    assert list(ImportProposal.objects.values()) == before
    assert Passage.objects.count() == SourceParagraph.objects.count() == 7


def test_of_a_changed_file_only_what_differs_is_new():
    make_names()
    first = import_text()

    import_again(first, SHORTER)

    assert [each for each in states_of(first) if each[1] == "obsolete"] == [
        ("unnamed-position", "obsolete", "Many delegations"),
        ("statement", "obsolete", "It asked for an umbrella."),
    ]
    second = DocumentImport.objects.first()
    new = second.proposals.order_by("-pk").first()
    assert new.values["summary"] == "It asked for a coat."
    assert ImportProposal.objects.count() == len(ALL) + 1


def test_what_is_gone_and_comes_back_is_open_again():
    make_names()
    first = import_text()
    import_again(first, SHORTER)

    third = import_again(first, TEXT)

    assert [each for each in states_of(third) if each[1] == "open"] == ALL


def test_what_was_rejected_stays_rejected(curator):
    make_names()
    first = import_text()
    reject(first, [proposal_of(first, "statement", "rained")], curator, "No statement")

    second = import_again(first, SHORTER)

    rejected = proposal_of(second, "statement", "rained")
    assert (rejected.state, rejected.reason) == ("rejected", "No statement")


def test_what_a_person_changed_stays(curator):
    make_names()
    first = import_text()
    proposal = proposal_of(first, "statement", "rained")
    change(first, proposal, curator, {"summary": "Peru reported rain."})

    second = import_again(first, SHORTER)

    assert proposal_of(second, "statement", "Peru reported rain.").state == "open"


def test_the_parts_of_a_split_proposal_go_where_it_goes(curator):
    make_names()
    first = import_text()
    split(first, proposal_of(first, "statement", "we agree"), curator)

    second = import_again(first, TEXT.replace("# Debate\n", "A new paragraph.\n\n# Debate\n"))

    parts = second.proposals.filter(key__contains="/")
    assert [(part.values["text"], part.place) for part in parts] == [
        ("we agree", [5, 33, 69]),
        ("we insist", [5, 33, 69]),
    ]


def test_what_the_dialogue_has_already_is_recorded_before():
    names = make_names()
    first = import_text("Summary\n\nNothing.", document_class="unknown")
    make_participation(first.dialogue, names["Mexico"], source=first.source)

    second = import_again(first, TEXT)

    recorded = [each for each in states_of(second) if each[1] == "recorded"]
    assert recorded == [("participation", "recorded", "mexico")]


def test_a_statement_with_the_same_quotation_is_recorded_before():
    names = make_names()
    first = import_text("Summary\n\nNothing.", document_class="unknown")
    speaker = make_participation(first.dialogue, names["Mexico"], source=first.source)
    draft = make_draft(
        first.dialogue, speaker, source=first.source, text="rain is no excuse", summary=""
    )

    second = import_again(first, TEXT)

    proposal = proposal_of(second, "statement", "no excuse")
    assert proposal.state == "recorded"
    assert [(each.model, each.record, each.is_new) for each in proposal.records.all()] == [
        ("statement", draft.pk, False)
    ]


def test_a_text_with_a_lost_quotation_does_not_replace_the_stored_one():
    names = make_names()
    first = import_text()
    speaker = make_participation(first.dialogue, names["Mexico"], source=first.source)
    make_draft(first.dialogue, speaker, source=first.source, text="rain is no excuse", summary="")

    import_again(first, TEXT.replace("rain is no excuse", "sun is no excuse"))

    assert first.source.passages.filter(text__contains="rain is no excuse").exists()


def test_of_an_unknown_class_only_the_text_is_stored():
    document_import = import_text("Peru said that it rained.", dialogue=False)

    assert (document_import.document_class, states_of(document_import)) == ("background", [])
    assert document_import.source.passages.count() == 1


def test_a_text_with_too_many_paragraphs_is_refused_and_nothing_is_stored():
    text = "\n\n".join(f"Paragraph {number}." for number in range(3_001))

    with pytest.raises(storing.TooLongError, match="more than 3000 paragraphs"):
        import_text(text, document_class="unknown")

    assert not Passage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_import_that_is_killed_leaves_nothing_and_can_be_repeated():
    make_names()
    document_import = import_text("Summary\n\nNothing.", document_class="unknown")
    document_import.step, document_import.document_class = "read", "summary"
    document_import.save()
    before = Passage.objects.count(), ImportProposal.objects.count()
    connection.close()  # the child opens its own
    process = os.fork()
    if not process:
        _store_until_killed(document_import)
    _pid, status = os.waitpid(process, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert (Passage.objects.count(), ImportProposal.objects.count()) == before
    assert DocumentImport.objects.get().step == "read"


def _store_until_killed(document_import):
    def kill(**kwargs):
        os.kill(os.getpid(), signal.SIGKILL)

    try:
        post_save.connect(kill, sender=DocumentImport)
        storing.store(document_import)
    finally:
        os._exit(1)
