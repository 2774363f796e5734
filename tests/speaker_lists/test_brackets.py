"""What follows a bracket is never lost: "Ghana (on behalf of the African Group) and Peru"."""

import pytest

from tests.speaker_lists.collection_names import joint_speakers

FRIENDS = "group-of-friends-r2p"
R2P = "the Group of Friends of the Responsibility to Protect"
ALONE = ("", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Ghana, Chile (on behalf of {R2P}) and Peru",
            [("ghana", *ALONE), ("chile", FRIENDS, []), ("peru", *ALONE)],
        ),
        (
            "Norway (on behalf of Denmark and Sweden) and Peru",
            [("norway", "", ["denmark", "sweden"]), ("peru", *ALONE)],
        ),
        (
            "Norway (on behalf of the Nordic States: Denmark and Sweden) and Peru",
            [("norway", "nordic", ["denmark", "sweden"]), ("peru", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group) and Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group), and Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group) & Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group); Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group) Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (for the African Group) and Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (in the name of the African Group) and Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya [on behalf of the African Group] and Togo",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group) and Norway (on behalf of the Nordic States)",
            [("kenya", "african", []), ("norway", "nordic", [])],
        ),
        (
            "Bolivia (Plurinational State of) and Iran (Islamic Republic of)",
            [("bolivia", *ALONE), ("iran", *ALONE)],
        ),
        (
            "Kenya (on behalf of Bolivia (Plurinational State of) and Peru) and Togo",
            [("kenya", "", ["bolivia", "peru"]), ("togo", *ALONE)],
        ),
        (
            "Bolivia (Plurinational State of) (on behalf of Peru and Chile) and Togo",
            [("bolivia", "", ["peru", "chile"]), ("togo", *ALONE)],
        ),
        (
            "Norway (on behalf of the Nordic States (Denmark and Sweden)) and Peru",
            [("norway", "nordic", ["denmark", "sweden"]), ("peru", *ALONE)],
        ),
        (
            "Latvia (on behalf of the Baltic States: Estonia and Lithuania), Togo and Peru",
            [("latvia", "baltic-three", ["estonia", "lithuania"]), ("togo", *ALONE),
             ("peru", *ALONE)],
        ),
        (
            "Ghana (second statement) and Peru",
            [("Ghana (second statement)?", *ALONE), ("peru", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group) and Nowhere",
            [("kenya", "african", []), ("Nowhere?", *ALONE)],
        ),
        (
            "Kenya (on behalf of the African Group) and Trinidad and Tobago",
            [("kenya", "african", []), ("trinidad-and-tobago", *ALONE)],
        ),
        (
            "Kenya* (on behalf of the African Group) and Togo†",
            [("kenya", "african", []), ("togo", *ALONE)],
        ),
        (
            "Slovakia (on behalf of the European Union and its member States) and Togo",
            [("slovakia", "european-union", []), ("togo", *ALONE)],
        ),
        (
            "Italy (on behalf of EU Member States) and Togo",
            [("italy", "european-union", []), ("togo", *ALONE)],
        ),
    ],
)  # fmt: skip
def test_names_before_within_and_after_a_bracket(text, expected):
    assert joint_speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"On behalf of {R2P}, Croatia", [("croatia", FRIENDS, [])]),
        ("On behalf of the African Group, Kenya\nPeru",
         [("kenya", "african", []), ("peru", *ALONE)]),
        ("On behalf of Denmark, Finland and Sweden, Norway",
         [("norway", "", ["denmark", "finland", "sweden"])]),
        (f"Chile, in the name of {R2P}", [("chile", FRIENDS, [])]),
        ("Denmark (for the Nordic countries)", [("denmark", "nordic", [])]),
        ("Denmark, also for the Nordic countries, Peru",
         [("denmark", "nordic", []), ("peru", *ALONE)]),
        ("Portugal, as Chair of the European Union", [("portugal", "european-union", [])]),
        ("Spain (on behalf of the European Union and its Member States)",
         [("spain", "european-union", [])]),
        ("Spain (on behalf of the European Union and in its national capacity)",
         [("spain", "european-union", [])]),
        ("Sweden on behalf of the NB8", [("sweden", "nordic-baltic-8", [])]),
        ("Sweden on the behalf of the Nordic countries", [("sweden", "nordic", [])]),
        ("Norway (on behalf of Denmark, Finland, Iceland, Sweden and, my own country, Norway)",
         [("norway", "", ["denmark", "finland", "iceland", "sweden", "norway"])]),
        ("Ghana (for the second time)", [("Ghana (for the second time)?", *ALONE)]),
    ],
)  # fmt: skip
def test_every_usual_wording_says_for_whom(text, expected):
    assert joint_speakers(text) == expected
