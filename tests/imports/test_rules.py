"""Rules about votes, engagements, counted names, groups and alignment, on single sentences."""

import pytest

from dialogues.imports.document import read_document
from dialogues.imports.files.reading import read_blocks
from dialogues.imports.pieces import pieces_of
from dialogues.imports.review.facts import facts_of
from tests.imports.names import NAMES

HEAD = "Summary of the debate of the General Assembly, 1 July 2024\n\n"


def pieces(text):
    return pieces_of(read_blocks(text.encode()))


def read(sentence, kind, *fields, document_class="summary"):
    """The fields of each proposal of a kind in a summary with one paragraph."""
    document = read_document(pieces(HEAD + sentence), NAMES, document_class)
    return [
        tuple(proposal.values.get(name, "") for name in fields)
        for proposal in document.proposals
        if proposal.kind == kind
    ]


COUNTS = ("in_favour", "against", "abstaining", "is_without_vote")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It adopted resolution 75/277 by a recorded vote of 115 in favour to 15 against, with "
            "28 abstentions.",
            (115, 15, 28, ""),
        ),
        ("The text was adopted by a vote of 93 to 12.", (93, 12, "", "")),
        (
            "It decided by a recorded vote of 113 in favour to 21 against (Mali, Peru), with "
            "seventeen abstentions.",
            (113, 21, 17, ""),
        ),
        ("The resolution was adopted without a vote.", ("", "", "", True)),
        ("The draft resolution was approved by consensus.", ("", "", "", True)),
    ],
)
def test_a_vote_has_the_counts_that_are_printed(sentence, expected):
    assert read(sentence, "vote", *COUNTS) == [expected]


@pytest.mark.parametrize(
    "sentence",
    ["Peru voted for it.", "The agenda was adopted by consensus.", "Of 115 states, 15 spoke."],
)
def test_what_is_no_vote_is_not_read_as_one(sentence):
    assert read(sentence, "vote", *COUNTS) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The General Assembly adopted resolution 75/277 without a vote.",
            ("A/RES/75/277", "unga"),
        ),
        (
            "The Human Rights Council adopted resolution 44/14 without a vote.",
            ("A/HRC/RES/44/14", "hrc"),
        ),
        ("It adopted draft resolution A/75/L.82 by consensus.", ("A/75/L.82", "unga")),
    ],
)
def test_the_symbol_of_a_resolution_depends_on_its_body(sentence, expected):
    assert read(sentence, "vote", "symbols", "body") == [expected]


@pytest.mark.parametrize(
    ("when", "day"),
    [("On 3 July 2024", "2024-07-03"), ("Today", "2024-07-01"), ("On 15 September", "")],
    ids=["its own", "the dialogue's", "without a year"],
)
def test_the_day_of_a_vote_is_not_guessed(when, day):
    sentence = f"{when}, the text was adopted by a vote of 93 to 12."

    assert read(sentence, "vote", "held_on") == [(day,)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "On 15-16 October 2012, the Office organised a seminar for officials in Lima.",
            ("seminar", "15-16 October 2012", "2012-10-15", "2012-10-16", "day"),
        ),
        (
            "In May 2012, the Adviser took part in a meeting of the Committee.",
            ("meeting", "May 2012", "2012-05-01", None, "month"),
        ),
        (
            "On 21-23 August, the Office conducted a workshop.",
            ("workshop", "21-23 August", None, None, "day"),
        ),
    ],
)
def test_an_engagement_has_its_kind_and_dates_as_printed(sentence, expected):
    fields = ("kind", "date_as_printed", "begins_on", "ends_on", "precision")

    assert read(sentence, "engagement", *fields, document_class="background") == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Office organised a seminar.",
        "In May 2012, a seminar was announced.",
        "On 3 May it rained.",
    ],
)
def test_an_engagement_needs_a_date_and_that_somebody_held_it(sentence):
    assert read(sentence, "engagement", "kind", document_class="background") == []


@pytest.mark.parametrize(
    ("sentence", "names", "is_all"),
    [
        ("Two states (Peru, Mali) spoke.", ["peru", "mali"], True),
        ("Three states, including Peru, spoke.", ["peru"], False),
        ("Three states: Peru, Mali and Chile.", ["peru", "mali", "chile"], True),
        ("Three states spoke of Peru.", "", ""),
    ],
)
def test_the_names_of_what_is_counted_are_those_printed_after_it(sentence, names, is_all):
    assert read(sentence, "figure", "named", "names_are_all") == [(names, is_all)]


def test_the_group_whose_members_are_counted_is_named_after_them():
    sentence = "Fifty members of the Group of Friends of the Responsibility to Protect spoke."

    assert read(sentence, "figure", "value", "group") == [(50, "friends")]


def test_the_day_of_a_count_is_the_one_after_as_of():
    sentence = "As many as sixty states, as of 3 May 2024, had appointed one."

    assert read(sentence, "figure", "value", "counted_on") == [(60, "2024-05-03")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Albania? Peru and Mali aligned themselves with the statement.", ["peru", "mali"]),
        ("Peru associated itself with the statement of Mali.", ["peru"]),
        ("Peru spoke of Mali.", []),
    ],
)
def test_who_aligned_itself_is_before_the_verb(sentence, expected):
    aligned = read(sentence, "participation", "participant", "status")

    assert [who for who, status in aligned if status == "aligned"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru, on behalf of the Baltic States, said so.", [{"peru": "baltic"}]),
        ("Peru (on behalf of two neighbours) said so.", [{"peru": "two neighbours"}]),
        ("Peru said so on behalf of reason.", [""]),
        (
            "Mr. Bob Sample, in his statement on behalf of the European Union, said so.",
            [{"Bob Sample": "eu"}],
        ),
        (
            "Peru, on behalf of the Baltic States, said so. In its national capacity, it agreed.",
            [{"peru": "baltic"}, ""],
        ),
    ],
)
def test_a_statement_is_in_the_name_of_the_group_that_the_words_name(sentence, expected):
    assert read(sentence, "statement", "for_groups") == [(groups,) for groups in expected]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "United Nations\n\nA/HRC/99/2\n\nSummary of the panel discussion on rain",
            "Summary of the panel discussion on rain",
        ),
        ("**Report on the\n\nResponsibility to Protect", "Report on the Responsibility to Protect"),
        ("Minutes\n\nIt rained.", "Minutes"),
    ],
)
def test_the_title_names_the_subject(text, title):
    assert facts_of(pieces(text))["title"] == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le rapport de la délégation et des États est dans les archives.", "fr"),
        ("El informe de la delegación y de los Estados se conserva en el archivo.", "es"),
        ("The report of the delegation is in the archive.", "en"),
    ],
)
def test_the_language_is_that_of_the_small_words(text, language):
    assert facts_of(pieces(text))["language"] == language


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/HRC/99/2\n\nSummary of the debate.", "A/HRC/99/2"),
        (
            "Summary of the debate about the report A/99/1 of the Secretary-General on rain.",
            None,
        ),
    ],
)
def test_a_symbol_in_prose_is_that_of_another_document(text, symbols):
    assert facts_of(pieces(text)).get("symbols") == symbols


def test_marks_of_writing_direction_are_left_out():
    assert pieces("Peru said \u202enoon\u202c.")[0].text == "Peru said noon."
