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
        ("It went\n\non and on.", [Paragraph("It went\non and on.")]),
        ("It ended.\n\nnot so", [Paragraph("It ended."), Paragraph("not so")]),
        ("It ended.”\n\nnot so", [Paragraph("It ended.”"), Paragraph("not so")]),
        ("HEADING\n\nnot so", [Paragraph("not so", "HEADING")]),
        ("A word<sup>12</sup> with a note.", [Paragraph("A word with a note.")]),
        ("“[has] lost its value”", [Paragraph("“[has] lost its value”")]),
    ],
)
def test_a_text_is_cut_at_blank_lines(text, paragraphs):
    assert paragraphs_of(text) == paragraphs
