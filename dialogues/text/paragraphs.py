"""Cuts the text of a document into the paragraphs in which quotations are looked up."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"^(?:#+\s*(?P<marked>.+)|(?P<capitals>[^a-z\n]{4,120}))$")
NUMBERED = re.compile(r"^(?P<number>\d{1,3})\.\s+\S")
MAX_SECTION_LENGTH = 300


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its unchanged text, the heading above it and its printed number."""

    text: str
    section: str = ""
    paragraph: str = ""


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text, which are separated by blank lines, in order.

    A line with # or in capitals is a heading, not a paragraph.
    """
    section, paragraphs = "", []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        block = block.strip()
        if not block:
            continue
        if heading := HEADING.match(block):
            section = (heading["marked"] or heading["capitals"]).strip(" *_#")
            section = section[:MAX_SECTION_LENGTH]
            continue
        number = NUMBERED.match(block)
        paragraphs.append(Paragraph(block, section, number["number"] if number else ""))
    return paragraphs
