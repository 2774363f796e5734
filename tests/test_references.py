import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.references import (
    ALPHABET,
    check_character,
    new_reference,
    parse_reference,
)

bodies = st.text(ALPHABET, min_size=6, max_size=6)
references = bodies.map(lambda body: body + check_character(body))


def test_a_new_reference_can_be_parsed():
    reference = new_reference()

    assert parse_reference(reference) == reference


@given(references, st.integers(0, 6), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_detected(reference, at, char):
    wrong = reference[:at] + char + reference[at + 1 :]

    assert (parse_reference(wrong) is None) == (wrong != reference)


@given(references, st.integers(0, 6), st.integers(0, 6))
def test_two_swapped_characters_are_detected(reference, first, second):
    chars = list(reference)
    chars[first], chars[second] = chars[second], chars[first]
    swapped = "".join(chars)

    assert (parse_reference(swapped) is None) == (swapped != reference)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w5qsg9b", "w5qsg9b"),
        ("W5QSG9B", "w5qsg9b"),
        ("w5q-sg9b", "w5qsg9b"),
        (" w5qsg9b ", "w5qsg9b"),
        ("O1l0i00", None),
        ("w5qsg9", None),
        ("w5qsg9bb", None),
        ("", None),
        ("ＷＷＷＷＷＷＷ", None),
        ("\x00\x00\x00\x00\x00\x00\x00", None),
    ],
)
def test_typed_references_are_parsed(text, expected):
    assert parse_reference(text) == expected


def test_letters_that_look_like_digits_are_read_as_them():
    reference = "10abcd" + check_character("10abcd")

    assert parse_reference(reference.replace("1", "I").replace("0", "O")) == reference
