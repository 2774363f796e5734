"""Which words of a text a quotation took from it."""

import pytest

from dialogues.text.quoted_words import quoted_parts


@pytest.mark.parametrize(
    ("text", "quotations", "quoted"),
    [
        ("It called the Code “crucial”.", ["crucial"], ["crucial"]),
        ("a crucial\n tool", ["crucial tool"], ["crucial\n tool"]),
        ("the State's duty – now", ["State’s duty — now"], ["State's duty – now"]),
        (
            "we must act, and we will act now",
            ["we must act […] act now"],
            ["we must act", "act now"],
        ),
        ("no such words", ["other words"], []),
        ("anything (at all)", ["(at all)"], ["(at all)"]),
        ("anything", [], []),
    ],
)
def test_quoted_words_are_found(text, quotations, quoted):
    parts = quoted_parts(text, quotations)

    assert "".join(part for part, _is_quoted in parts) == text
    assert [part for part, is_quoted in parts if is_quoted] == quoted
