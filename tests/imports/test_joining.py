"""Lines are joined to what a document prints."""

import pytest

from dialogues.imports.files.reading import read_blocks


def blocks(text):
    return [(block.kind.value, block.text) for block in read_blocks(text.encode())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\nof two.", [("paragraph", "One line of two.")]),
        ("# Title\nOne.", [("heading", "Title"), ("paragraph", "One.")]),
        ("**Title**\n\nOne.", [("heading", "Title"), ("paragraph", "One.")]),
        ("KEY THEMES\n\nOne.", [("heading", "KEY THEMES"), ("paragraph", "One.")]),
        ("II. Panel\n\n1. One.", [("heading", "II. Panel"), ("paragraph", "1. One.")]),
        ("1. One\ntwo.\n2. Three.", [("paragraph", "1. One two."), ("paragraph", "2. Three.")]),
        ("• One\n• Two", [("item", "One"), ("item", "Two")]),
        ("It was – said Peru\n– not so.", [("paragraph", "It was – said Peru – not so.")]),
        ("Africa\tGhana, Mali", [("row", "Africa | Ghana, Mali")]),
        ("It went\n\non and on.", [("paragraph", "It went on and on.")]),
        ("It ended.\n\nNot so.", [("paragraph", "It ended."), ("paragraph", "Not so.")]),
        ("It went\nA/HRC/1/2\n\n 7\non.", [("paragraph", "It went on.")]),
        ("A gender-\nbased view.", [("paragraph", "A gender-based view.")]),
        ("The conduct, the con-\nduct.", [("paragraph", "The conduct, the conduct.")]),
        ("A co\u00ad\nde.", [("paragraph", "A code.")]),
        ("fifty-nine, fifty\u00ad\nnine", [("paragraph", "fifty-nine, fifty-nine")]),
        ("The 71<sup>st</sup> year.", [("paragraph", "The 71st year.")]),
        (
            "It was said,1 and\n 1 A note.\nmore.",
            [("paragraph", "It was said, and more."), ("note", "A note.")],
        ),
        (
            "Of 9.1 million,1 and\n 1 A note.\nmore.",
            [("paragraph", "Of 9.1 million, and more."), ("note", "A note.")],
        ),
        ("In 1 year\n2 States spoke.", [("paragraph", "In 1 year 2 States spoke.")]),
    ],
)
def test_lines_are_joined(text, expected):
    assert blocks(text) == expected


def test_a_double_spaced_text_is_read_as_if_it_were_not():
    words = "The delegations of all states said that it was to be examined by the Assembly again,"
    text = "\n\n".join([f"1. {words}", *[words] * 12, "and ended.", f"2. {words}", "and ended."])

    assert [text[:2] + text[-6:] for _kind, text in blocks(text)] == ["1.ended.", "2.ended."]
