"""The text of a document, cut into the passages that quotations are looked up in."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"^(?:#+\s*(?P<marked>.+)|(?P<capitals>[^a-z\n]{4,120}))$")
NUMBERED = re.compile(r"^(?P<number>\d{1,3})\.\s+\S")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text as it is, the heading it stands under, its printed number."""

    text: str
    section: str = ""
    paragraph: str = ""


def paragraphs_of(text):
    """The paragraphs of a text, which have a blank line between them, in their order.

    Headings are lines with # or in capitals; they are no paragraphs of their own, and nothing of
    the other lines is changed.
    """
    section, pieces = "", []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        block = block.strip()
        if not block:
            continue
        if heading := HEADING.match(block):
            section = (heading["marked"] or heading["capitals"]).strip(" *_#")[:300]
            continue
        number = NUMBERED.match(block)
        pieces.append(Paragraph(block, section, number["number"] if number else ""))
    return pieces
