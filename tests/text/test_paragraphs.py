"""The text of a document as passages: nothing is lost, and each knows where it stands."""

import pytest

from dialogues.text.paragraphs import Paragraph, paragraphs_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("One.\n\nTwo.", [Paragraph("One."), Paragraph("Two.")]),
        ("One\nline.\r\n\r\nTwo.", [Paragraph("One\nline."), Paragraph("Two.")]),
        ("## Key themes\n\nOne.", [Paragraph("One.", "Key themes")]),
        (
            "KEY THEMES\n\nOne.\n\nTwo.",
            [Paragraph("One.", "KEY THEMES"), Paragraph("Two.", "KEY THEMES")],
        ),
        ("#### *The HRC*\n\nOne.", [Paragraph("One.", "The HRC")]),
        ("27. There were 112.", [Paragraph("27. There were 112.", "", "27")]),
        ("“[has] lost its value”", [Paragraph("“[has] lost its value”")]),
    ],
)
def test_a_text_is_cut_at_blank_lines(text, pieces):
    assert paragraphs_of(text) == pieces
