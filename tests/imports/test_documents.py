"""What is proposed from a document of each class."""

import pytest

from dialogues.imports.as_json import as_json
from dialogues.imports.document import read_document
from dialogues.imports.files.blocks import Block, BlockKind
from dialogues.imports.files.reading import read_blocks
from dialogues.imports.pieces import pieces_of
from tests.imports import documents
from tests.imports.names import NAMES


def read(text):
    return read_document(pieces_of(read_blocks(text.encode())), NAMES)


def proposed(document, kind, *fields):
    """The values of the proposals of a kind, in order."""
    return [
        tuple(each.values.get(field, "") for field in fields)
        for each in document.proposals
        if each.kind == kind
    ]


BEHALF = "on_behalf_of_as_printed"
FRIENDS = "the Group of Friends of the Responsibility to Protect"
PARTICIPATION = ("participation", "participant", "status", BEHALF)
STATEMENT = ("statement", "speakers", "quotations", "source_word")


@pytest.mark.parametrize(
    ("text", "document_class"),
    [
        (documents.SUMMARY, "summary"),
        (documents.REPORT, "numbered-report"),
        (documents.PRESS, "press-release"),
        (documents.VERBATIM, "verbatim-record"),
        (documents.STATEMENT, "statement"),
        (documents.STATEMENT_IN_FRENCH, "statement"),
        (documents.SUMMARY_IN_FRENCH, "summary"),
        (documents.LIST, "speakers-list"),
        (documents.BACKGROUND, "background"),
    ],
)
def test_the_class_is_recognised_with_its_grounds(text, document_class):
    recognised = read(text).recognised

    assert recognised.document_class == document_class
    assert recognised.grounds


def test_a_summary():
    document = read(documents.SUMMARY)

    assert proposed(document, "dialogue", "held_on", "forum") == [("2024-07-01", "unga")]
    assert proposed(document, "official", "person", "capacity") == [("Ann Example", "opening")]
    assert sorted(proposed(document, *PARTICIPATION)) == [
        ("chile", "spoke", FRIENDS),
        ("eu", "spoke", ""),
        ("ghana", "spoke", ""),
        ("mali", "spoke", ""),
        ("peru", "spoke", ""),
    ]
    assert proposed(document, *STATEMENT) == [
        (["chile"], ["early warning is of no use without early action."], "emphasized"),
        (["ghana"], [], "noted"),
        (["peru", "mali"], [], "shared"),
        (["Secretary-General"], [], "urged"),
    ]
    assert proposed(document, "figure", "value", "unit") == [(3, "states"), (2, "delegations")]
    assert proposed(document, "unnamed-position", "quantifier") == [
        ("Many delegations",),
        ("several states",),
    ]
    assert [(count.kind, count.printed, count.proposed) for count in document.counts] == [
        ("state", 3, 4)
    ]
    assert document.spokesmen == []


def test_a_numbered_report():
    document = read(documents.REPORT)

    adviser = "Special Adviser on Tests"
    assert proposed(document, "official", "person", "office", "capacity") == [
        ("Bob Sample", "Director of the Test Centre", "moderator"),
        ("", adviser, "opening"),
    ]
    assert proposed(document, *STATEMENT) == [
        ([adviser], [], "stressed"),
        ([adviser], [], "noted"),
        (["Bob Sample"], [], "welcomed"),
        (["peru"], [], "questioned"),
        (["peru"], [], "said"),
    ]
    assert proposed(document, *PARTICIPATION, "name_as_printed") == [
        ("peru", "spoke", "", ""),
        ("mali", "inscribed", "", "Mali"),
        ("ghana", "inscribed", "", "Ghana"),
        ("", "spoke", "", "Nobody Yet Network"),
        ("", "spoke", "", "Second Unknown Trust"),
    ]
    assert [piece.text for piece in document.pieces if piece.kind == "note"] == ["A/HRC/99/1."]
    assert "mattered, and" in document.pieces[2].text


def test_a_press_release():
    document = read(documents.PRESS)

    assert proposed(document, "dialogue", "held_on") == [("2024-07-01",)]
    assert proposed(document, *PARTICIPATION) == [
        ("chile", "spoke", FRIENDS),
        ("ghana", "spoke", ""),
        ("peru", "spoke", ""),
        ("costa-rica", "spoke", ""),
        ("estonia", "spoke", "Latvia and Lithuania"),
        ("japan", "spoke", ""),
    ]
    assert proposed(document, *STATEMENT) == [
        (["chile"], [], "said"),
        (["chile"], ["We must act,"], "stressed"),
        (["ghana"], [], "expressed"),
        (["ghana"], [], "called"),
        (["ghana"], [], "added"),
        (["peru"], [], "asked"),
    ]


def test_a_document_that_names_two_speakers_for_one_group_says_so():
    also = "Mali delivered a statement on behalf of the Group of Friends."
    text = documents.SUMMARY.replace("\n\n## Key", f"\n\n{also}\n\n## Key")

    (spokesmen,) = read(text).spokesmen

    assert (spokesmen.group, spokesmen.participants) == ("friends", ("chile", "mali"))


def test_the_evidence_of_a_name_on_two_lines_is_its_first_line():
    document = read(documents.LIST.replace("2. Ghana", "2. European\nUnion"))

    (place,) = [
        each.evidence["participant"]
        for each in document.proposals
        if each.values.get("participant") == "eu"
    ]
    assert 0 <= place.start < place.end <= len(document.pieces[place.piece].text)


def test_names_in_a_list_may_have_brackets():
    words = "Delegates of the following also took the floor: First (a trust) of Nowhere, Second."
    document = read(documents.REPORT.replace("5. Many", f"5. {words} Many"))

    names = proposed(document, "participation", "name_as_printed", "participant")
    assert names[-2:] == [("First (a trust) of Nowhere", ""), ("Second", "")]


def test_a_state_in_the_office_of_a_speaker_is_no_speaker():
    document = read(documents.VERBATIM.replace("(Atlantis)", "(Director, Test Trust Ghana)"))

    last = [each for each in document.proposals if each.kind == "participation"][-1]
    assert (last.values["participant"], last.certainty) == ("", "cannot-tell")


def test_who_speaks_for_two_groups_takes_part_twice():
    also = "Chile delivered a statement on behalf of the Baltic States."
    document = read(documents.SUMMARY.replace("\n\n## Key", f"\n\n{also}\n\n## Key"))

    chile = [each for each in proposed(document, *PARTICIPATION) if each[0] == "chile"]
    assert [group for _slug, _status, group in chile] == [FRIENDS, "the Baltic States"]


def test_a_verbatim_record():
    document = read(documents.VERBATIM)

    assert proposed(document, *PARTICIPATION, "person", "language") == [
        ("", "spoke", "", "The President", "fr"),
        ("ghana", "spoke", "", "Mr. Sample", ""),
        ("peru", "spoke", FRIENDS, "Ms. Dummy", "es"),
        ("peru", "spoke", "", "Ms. Dummy", "es"),
        ("", "spoke", "", "Mr. Nobody", ""),
    ]
    assert proposed(document, "statement", "speakers", "quotations", BEHALF, "language") == [
        (["The President"], [], "", "fr"),
        (["ghana"], ["prevention is better than cure"], "", ""),
        (["peru"], [], FRIENDS, "es"),
        (["peru"], [], "", "es"),
        (["Atlantis"], [], "", ""),
    ]
    assert "Code of Conduct." in document.pieces[4].text


def test_a_delivered_statement():
    document = read(documents.STATEMENT)

    assert proposed(document, *PARTICIPATION, "person") == [
        ("chile", "spoke", FRIENDS, "Ann Example"),
        ("chile", "spoke", "", "Ann Example"),
    ]
    assert proposed(document, "statement", "speakers", "pieces", BEHALF) == [
        (["chile"], [2], FRIENDS),
        (["chile"], [3], ""),
    ]


def test_documents_in_french():
    statement, summary = read(documents.STATEMENT_IN_FRENCH), read(documents.SUMMARY_IN_FRENCH)

    assert proposed(statement, *PARTICIPATION) == [("switzerland", "spoke", "")]
    assert proposed(summary, *STATEMENT) == [(["mexico", "chile"], [], "ont appelé")]
    assert proposed(summary, "unnamed-position", "quantifier") == [("Plusieurs délégations",)]


def test_a_list_made_before_the_meeting_says_who_was_to_speak():
    assert proposed(read(documents.LIST), *PARTICIPATION) == [
        ("chile", "inscribed", FRIENDS),
        ("ghana", "inscribed", ""),
        ("eu", "inscribed", ""),
    ]


def test_nothing_is_proposed_from_a_background_page():
    assert read(documents.BACKGROUND).proposals == []


@pytest.mark.parametrize("text", [documents.SUMMARY, documents.REPORT, documents.VERBATIM])
def test_the_words_of_each_evidence_are_in_the_text(text):
    document = read(text)

    for proposal in document.proposals:
        for evidence in (proposal.place, *proposal.evidence.values()):
            piece = document.pieces[evidence.piece]
            assert 0 <= evidence.start < evidence.end <= len(piece.text)
        for at, quotation in enumerate(proposal.values.get("quotations", [])):
            evidence = proposal.evidence.get(f"quotations.{at}")
            words = document.pieces[evidence.piece].text if evidence else quotation
            assert quotation in words


def test_the_same_document_gives_the_same_proposals():
    assert as_json(read(documents.SUMMARY)) == as_json(read(documents.SUMMARY))


def test_characters_that_cannot_be_stored_or_reorder_others_are_left_out():
    block = Block("One\x00\ud800 line \u202eof two.", BlockKind.ROW, cells=("On\x00e\nline",))

    (piece,) = pieces_of([block])

    assert (piece.text, piece.cells) == ("One line of two.", ("One line",))
