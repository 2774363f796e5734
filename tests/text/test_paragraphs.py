"""A document is cut into paragraphs: nothing is lost, and each has its heading and number."""

import pytest

from dialogues.text.paragraphs import Paragraph, paragraphs_of


@pytest.mark.parametrize(
    ("text", "paragraphs"),
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
def test_a_text_is_cut_at_blank_lines(text, paragraphs):
    assert paragraphs_of(text) == paragraphs
