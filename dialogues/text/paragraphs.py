"""Cuts the text of a document into the paragraphs in which quotations are looked up."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"^(?:#+\s*(?P<marked>.+)|(?P<capitals>[^a-z\n]{4,120}))$")
NUMBERED = re.compile(r"^(?P<number>\d{1,3})\.\s+\S")
MAX_SECTION_LENGTH = 300
# What ends a paragraph: a mark, and perhaps a closing quotation mark or bracket.
ENDS = re.compile(r"[.!?:;…][”\"’'»)\]]*$")
NOTE_NUMBER = re.compile(r"<sup>\s*\d{1,3}\s*</sup>", re.I)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its unchanged text, the heading above it and its printed number."""

    text: str
    section: str = ""
    paragraph: str = ""


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text, which are separated by blank lines, in order.

    A line with # or in capitals is a heading, not a paragraph. A paragraph that goes on after a
    blank line, as at the end of a page, is one: its first part ends without a mark, its second
    begins with a small letter. The numbers of notes are left out.
    """
    section, paragraphs = "", []
    for block in _blocks(text):
        if heading := HEADING.match(block):
            section = (heading["marked"] or heading["capitals"]).strip(" *_#")
            section = section[:MAX_SECTION_LENGTH]
            continue
        number = NUMBERED.match(block)
        paragraphs.append(Paragraph(block, section, number["number"] if number else ""))
    return paragraphs


def _blocks(text):
    """The parts between blank lines, without those of nothing; a divided paragraph is one."""
    text = NOTE_NUMBER.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = []
    for block in filter(None, map(str.strip, re.split(r"\n\s*\n", text))):
        goes_on = blocks and block[0].islower() and not ENDS.search(blocks[-1])
        if goes_on and not HEADING.match(blocks[-1]):
            blocks[-1] = f"{blocks[-1]}\n{block}"
        else:
            blocks.append(block)
    return blocks
