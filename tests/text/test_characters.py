"""What a stored text may hold."""

import pytest

from dialogues.text.characters import clean_line, clean_text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("for\x0bearly", "for\nearly"),
        ("page\x0cpage\u2028line\u2029end\x85", "page\npage\nline\nend\n"),
        ("con\ufffe\nflicts \uffff\x02", "con\nflicts "),
        ("Côte d’Ivoire\t“كوت”", "Côte d’Ivoire\t“كوت”"),
        ("", ""),
    ],
)
def test_a_text_keeps_what_every_file_can_hold(text, cleaned):
    assert clean_text(text) == cleaned


def test_a_line_has_no_line_breaks():
    assert clean_line("United\x0bKingdom\ufffe") == "United Kingdom"
