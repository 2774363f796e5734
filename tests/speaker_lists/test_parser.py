"""Reading printed lists of speakers. Names come out as printed; none is made up."""

import pytest

from dialogues.speaker_lists.parser import Printed, read_list

KNOWN = {
    "Canada", "Chile", "Congo", "Estonia", "Finland", "Ghana", "Italy", "Latvia", "Liechtenstein",
    "Lithuania", "Netherlands", "Norway", "Peru", "Rwanda", "Trinidad and Tobago",
    "Iran, Islamic Republic of", "Sweden", "Argentina", "Bolivia (Plurinational State of)",
    "Saint Vincent and the Grenadines",
}  # fmt: skip
HEADINGS = {"Africa Group", "Observer Missions", "Latin American and Caribbean Group"}


GROUPS = {"the Group of Friends", "the African Group"}


def read(text):
    is_name = (KNOWN | GROUPS).__contains__
    return read_list(text, is_name, HEADINGS.__contains__, GROUPS.__contains__)


def names(text):
    return [one.name for one in read(text).printed]


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
def test_headings_stand_beside_or_above_names(text):
    read_as = [(one.heading, one.name) for one in read(text).printed]

    assert read_as == [
        ("Africa Group", "Ghana"),
        ("Africa Group", "Rwanda"),
        ("Observer Missions", "Peru"),
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
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
def test_who_speaks_for_others_is_one_who_speaks(text, printed):
    first = read(text).printed[0]

    assert (first.name, first.spoken_for, first.group, first.represented) == printed


def test_a_group_without_parentheses_ends_at_the_comma():
    reading = read(
        "Netherlands on behalf of the Group of Friends, Ghana on behalf of 55 others, Peru"
    )

    said = [(one.name, one.spoken_for) for one in reading.printed]
    assert said == [
        ("Netherlands", "the Group of Friends"),
        ("Ghana", "55 others"),
        ("Peru", ""),
    ]


def test_names_that_nothing_ends_are_read_as_spoken_for_and_said_so():
    reading = read("Norway on behalf of Estonia, Finland; Peru")

    assert [one.name for one in reading.printed] == ["Norway", "Peru"]
    assert reading.warnings == [("to-the-end", {"name": "Norway", "named": "Estonia, Finland"})]


def test_more_blank_lines_than_elsewhere_tell_of_lost_names():
    reading = read("Ghana\n\nPeru\n\n\n\n\nChile\n\nCanada")

    assert [one.name for one in reading.printed] == ["Ghana", "Peru", "Chile", "Canada"]
    assert reading.warnings == [("lost", {"count": 4, "before": "Peru", "after": "Chile"})]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana welcomed the report. Peru and Chile, among others, did so too. Canada did not.",
        "The following is a list of countries that delivered interventions:",
        "Many states, among them Ghana, spoke of what they have done at home since the year before",
    ],
)
def test_no_name_is_taken_from_a_sentence(text):
    reading = read(f"{text}\n\nRwanda")

    assert [one.name for one in reading.printed] == ["Rwanda"]
    assert [what for what, _values in reading.warnings] == ["sentence"]


def test_a_line_of_its_own_keeps_its_number():
    assert read("\n\nGhana\nPeru").printed == [
        Printed("Ghana", "", 3),
        Printed("Peru", "", 4),
    ]


@pytest.mark.parametrize(
    "text",
    ["(" * 5000, "," * 5000, "a, " * 20_000, "on behalf of " * 3000, "A" + "1" * 199_990 + "x"],
)
def test_nonsense_is_read_in_no_time(text):
    assert len(read(text).printed) <= 20_000
