"""Printed lists of speakers are parsed: names as printed, none invented."""

import pytest

from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.parser import ParsedSpeaker, parse_speaker_list

KNOWN = {
    "Canada", "Chile", "Congo", "Estonia", "Finland", "Ghana", "Italy", "Latvia", "Liechtenstein",
    "Lithuania", "Netherlands", "Norway", "Peru", "Rwanda", "Trinidad and Tobago",
    "Iran, Islamic Republic of", "Sweden", "Argentina", "Bolivia (Plurinational State of)",
    "Saint Vincent and the Grenadines",
}  # fmt: skip
HEADINGS = {"Africa Group", "Observer Missions", "Latin American and Caribbean Group"}


GROUPS = {"the Group of Friends", "the African Group"}


def parse(text):
    is_name = (KNOWN | GROUPS).__contains__
    known = KnownNames(is_name, HEADINGS.__contains__, GROUPS.__contains__)
    return parse_speaker_list(text, known)


def names(text):
    return [speaker.name for speaker in parse(text).speakers]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ghana", ["Ghana"]),
        ("Ghana, Peru.", ["Ghana", "Peru"]),
        ("Ghana; Peru", ["Ghana", "Peru"]),
        ("Italy, and Liechtenstein, Peru", ["Italy", "Liechtenstein", "Peru"]),
        ("Ghana and Peru", ["Ghana", "Peru"]),
        ("Trinidad and Tobago and Peru", ["Trinidad and Tobago", "Peru"]),
        ("Peru and Nobody", ["Peru and Nobody"]),
        ("Trinidad and Tobago, Peru", ["Trinidad and Tobago", "Peru"]),
        ("Iran, Islamic Republic of, Peru", ["Iran, Islamic Republic of", "Peru"]),
        ("• Ghana\n• Peru", ["Ghana", "Peru"]),
        ("1. Ghana\n2) Peru", ["Ghana", "Peru"]),
        ("Ghana,3 Peru4", ["Ghana", "Peru"]),
        ("Ghana,\nPeru", ["Ghana", "Peru"]),
        ("Ghana, Nowhere, Peru", ["Ghana", "Nowhere", "Peru"]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_names_are_read_as_printed(text, printed):
    assert names(text) == printed


FRIENDS, AFRICA = ("the Group of Friends", ()), ("the African Group", ())
NATIONAL = ("", ())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Ghana, Chile (on behalf of the Group of Friends) and Peru",
            [("Ghana", *NATIONAL), ("Chile", *FRIENDS), ("Peru", *NATIONAL)],
        ),
        (
            "Norway (on behalf of Estonia and Sweden) and Peru",
            [("Norway", "", ("Estonia", "Sweden")), ("Peru", *NATIONAL)],
        ),
        (
            "Norway (on behalf of the Nordic States: Finland and Sweden) and Peru",
            [("Norway", "the Nordic States", ("Finland", "Sweden")), ("Peru", *NATIONAL)],
        ),
        (
            "Ghana (on behalf of the African Group) & Italy",
            [("Ghana", *AFRICA), ("Italy", *NATIONAL)],
        ),
        (
            "Ghana (on behalf of the African Group), and Italy",
            [("Ghana", *AFRICA), ("Italy", *NATIONAL)],
        ),
        (
            "Ghana (on behalf of the African Group) Italy",
            [("Ghana", *AFRICA), ("Italy", *NATIONAL)],
        ),
        (
            "Ghana (on behalf of the African Group) and Nowhere",
            [("Ghana", *AFRICA), ("Nowhere", *NATIONAL)],
        ),
        (
            "Ghana (on behalf of the African Group) and Chile (on behalf of the Group of Friends)",
            [("Ghana", *AFRICA), ("Chile", *FRIENDS)],
        ),
        (
            "Norway (on behalf of Bolivia (Plurinational State of) and Peru) and Italy",
            [("Norway", "", ("Bolivia (Plurinational State of)", "Peru")), ("Italy", *NATIONAL)],
        ),
        (
            "Bolivia (Plurinational State of) and Trinidad and Tobago",
            [("Bolivia (Plurinational State of)", *NATIONAL), ("Trinidad and Tobago", *NATIONAL)],
        ),
        (
            "Ghana (second statement) and Peru",
            [("Ghana (second statement)", *NATIONAL), ("Peru", *NATIONAL)],
        ),
        (
            "Italy) Chile, Ghana (on behalf of the African Group) and Peru",
            [("Italy) Chile", *NATIONAL), ("Ghana", *AFRICA), ("Peru", *NATIONAL)],
        ),
        (
            "Ghana (video message) was first, Peru",
            [("Ghana (video message) was first", *NATIONAL), ("Peru", *NATIONAL)],
        ),
    ],
)
def test_what_follows_a_bracket_is_another_name(text, printed):
    assert [
        (speaker.name, speaker.group, speaker.represented) for speaker in parse(text).speakers
    ] == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ghana*, Peru†, Chile[1], Italy [a], Latvia (1)", "Ghana Peru Chile Italy Latvia".split()),
        ("Ghana¹, Peru*†, Chile§, Italy12, Latvia 3", "Ghana Peru Chile Italy Latvia".split()),
        ("Ghana¹ (on behalf of the African Group)", ["Ghana"]),
        ("Ghana21 (on behalf of the African Group), Peru", ["Ghana", "Peru"]),
        ("NB8, Nordic-Baltic 8, Example 7", ["NB8", "Nordic-Baltic 8", "Example 7"]),
        ("Nowhere²", ["Nowhere"]),
        ("Ghana,3 Peru", ["Ghana", "Peru"]),
        ("Ghana, *, Peru", ["Ghana", "Peru"]),
    ],
)
def test_a_footnote_is_no_part_of_a_name(text, printed):
    assert names(text) == printed


def test_a_group_keeps_its_number():
    known = {"Sweden", "NB8"}.__contains__
    names = KnownNames(known, is_group=known)
    (speaker,) = parse_speaker_list("Sweden on behalf of NB8", names).speakers

    assert (speaker.name, speaker.group) == ("Sweden", "NB8")


@pytest.mark.parametrize(
    "text",
    [
        "Africa Group\tGhana, Rwanda.\nObserver Missions\tPeru",
        "Africa Group: Ghana, Rwanda\nObserver Missions: Peru",
        "Africa Group   Ghana, Rwanda\nObserver Missions   Peru",
        "Africa Group\nGhana\nRwanda\n\nObserver Missions\nPeru",
        "Africa Group:\nGhana, Rwanda\nObserver Missions:\nPeru",
    ],
)
def test_headings_are_next_to_names_or_above_them(text):
    speakers = [(speaker.heading, speaker.name) for speaker in parse(text).speakers]

    assert speakers == [
        ("Africa Group", "Ghana"),
        ("Africa Group", "Rwanda"),
        ("Observer Missions", "Peru"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvia (on behalf of the “Baltic 3,” including Estonia and Lithuania)",
            ("Latvia", "the “Baltic 3,” including Estonia and Lithuania", "the Baltic 3",
             ("Estonia", "Lithuania")),
        ),
        (
            "Norway (on behalf of the Nordic States: Finland, and Sweden)",
            ("Norway", "the Nordic States: Finland, and Sweden", "the Nordic States",
             ("Finland", "Sweden")),
        ),
        (
            "Netherlands (on behalf of the Group of Friends of R2P)",
            ("Netherlands", "the Group of Friends of R2P", "the Group of Friends of R2P", ()),
        ),
        (
            "Canada (on behalf of Chile, Ghana and Peru)",
            ("Canada", "Chile, Ghana and Peru", "", ("Chile", "Ghana", "Peru")),
        ),
        (
            "Peru (on behalf of Argentina, Bolivia (Plurinational State of) and Chile)",
            ("Peru", "Argentina, Bolivia (Plurinational State of) and Chile", "",
             ("Argentina", "Bolivia (Plurinational State of)", "Chile")),
        ),
        (
            "Peru (on behalf of Chile and Saint Vincent and the Grenadines)",
            ("Peru", "Chile and Saint Vincent and the Grenadines", "",
             ("Chile", "Saint Vincent and the Grenadines")),
        ),
        (
            "Netherlands, on behalf of the Group of Friends",
            ("Netherlands", "the Group of Friends", "the Group of Friends", ()),
        ),
        (
            "Norway, also on behalf of Estonia, Finland and Sweden",
            ("Norway", "Estonia, Finland and Sweden", "", ("Estonia", "Finland", "Sweden")),
        ),
    ],
)  # fmt: skip
def test_a_speaker_on_behalf_of_others_is_one_speaker(text, expected):
    first = parse(text).speakers[0]

    assert (first.name, first.on_behalf_of, first.group, first.represented) == expected


def test_a_group_without_parentheses_ends_at_the_comma():
    parsed = parse(
        "Netherlands on behalf of the Group of Friends, Ghana on behalf of 55 others, Peru"
    )

    speakers = [(speaker.name, speaker.on_behalf_of) for speaker in parsed.speakers]
    assert speakers == [
        ("Netherlands", "the Group of Friends"),
        ("Ghana", "55 others"),
        ("Peru", ""),
    ]


def test_names_up_to_the_end_are_read_as_represented_with_a_warning():
    parsed = parse("Norway on behalf of Estonia, Finland; Peru")

    assert [speaker.name for speaker in parsed.speakers] == ["Norway", "Peru"]
    assert parsed.warnings == [("to-the-end", {"name": "Norway", "names": "Estonia, Finland"})]


def test_more_blank_lines_than_elsewhere_warn_of_lost_names():
    parsed = parse("Ghana\n\nPeru\n\n\n\n\nChile\n\nCanada")

    assert [speaker.name for speaker in parsed.speakers] == ["Ghana", "Peru", "Chile", "Canada"]
    assert parsed.warnings == [("lost", {"count": 4, "before": "Peru", "after": "Chile"})]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana welcomed the report. Peru and Chile, among others, did so too. Canada did not.",
        "The following is a list of countries that delivered interventions:",
        "Many states, among them Ghana, spoke of what they have done at home since the year before",
    ],
)
def test_no_name_is_taken_from_a_sentence(text):
    parsed = parse(f"{text}\n\nRwanda")

    assert [speaker.name for speaker in parsed.speakers] == ["Rwanda"]
    assert [(unread.line, unread.kind) for unread in parsed.unread] == [(1, "prose")]


def test_each_speaker_has_the_number_of_its_line():
    assert parse("\n\nGhana\nPeru").speakers == [
        ParsedSpeaker("Ghana", "", 3),
        ParsedSpeaker("Peru", "", 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000,
        "," * 5000,
        "a, " * 20_000,
        "on behalf of " * 3000,
        "A" + "1" * 199_990 + "x",
        "(x), " * 4_000,
        "x) (" * 4_000,
    ],
)
def test_nonsense_is_parsed_quickly(text):
    assert len(parse(text).speakers) <= 20_000
