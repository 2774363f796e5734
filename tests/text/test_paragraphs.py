"""The text of a document as passages: nothing is lost, and each knows where it stands."""

import pytest

from dialogues.text.paragraphs import Piece, pieces_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("One.\n\nTwo.", [Piece("One."), Piece("Two.")]),
        ("One\nline.\r\n\r\nTwo.", [Piece("One\nline."), Piece("Two.")]),
        ("## Key themes\n\nOne.", [Piece("One.", "Key themes")]),
        ("KEY THEMES\n\nOne.\n\nTwo.", [Piece("One.", "KEY THEMES"), Piece("Two.", "KEY THEMES")]),
        ("#### *The HRC*\n\nOne.", [Piece("One.", "The HRC")]),
        ("27. There were 112.", [Piece("27. There were 112.", "", "27")]),
        ("“[has] lost its value”", [Piece("“[has] lost its value”")]),
    ],
)
def test_a_text_is_cut_at_blank_lines(text, pieces):
    assert pieces_of(text) == pieces
