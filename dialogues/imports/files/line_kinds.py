"""What a single line is by its words: a heading, an item, a row, a numbered paragraph."""

import re

from dialogues.imports.files.blocks import Block, BlockKind, PrintedLine

NUMBERED = re.compile(r"^\d{1,3}\.\s+\S")
BULLET = re.compile(r"^(?:[•●▪■◦‣∙·➢►–—*-]|\(?[a-z]\)|\(?[ivx]{1,5}\))\s+(?=\S)")
MARKED = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.+)$")
STARRED = re.compile(r"^\*{2,3}(?P<text>[^*]+)\*{2,3}\s*$")
ROMAN = re.compile(r"^(?:[IVX]{1,5}|[A-H])\.\s+\S.{2,90}$")
CAPITALS = re.compile(r"^[^a-z]{4,120}$")
NO_HEADING_END = re.compile(r"[.!?:;,…][”\"’'»)\]]*$")
CELL_END = re.compile(r"\s*[\t|]\s*")
# At the top or foot of a page: a symbol, a number, the number of a print job.
FURNITURE = re.compile(
    r"^(?:[AES]/[\w./()-]+(?:/\w+)*(?:\s*\(.*\))?|GE\.\d[\d-]*.*|[-–—]?\s*\d{1,4}\s*[-–—]?"
    r"|(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?|\d+\s*(?:of|/)\s*\d+|\d\d-\d{5}.*)$",
    re.I,
)
NOTE = re.compile(r"^(?P<number>\d{1,3})\s+(?=[\w“\"(])")
MAX_HEADING = 140  # characters
MIN_LETTERS = 4  # of a heading in capitals


def block_of(line: PrintedLine, looks_like_heading: int = 0) -> Block:
    """The Block that a line begins. `looks_like_heading`: see `heading_of`."""
    place = {"page": line.page, "line": line.number}
    heading = heading_of(line.text, looks_like_heading)
    if heading is not None:
        text, level = heading
        return Block(text, BlockKind.HEADING, level, **place)
    if "\t" in line.text or line.text.count("|") > 1:
        cells = tuple(filter(None, CELL_END.split(line.text.strip("| "))))
        return Block(" | ".join(cells), BlockKind.ROW, cells=cells, **place)
    if match := BULLET.match(line.text):
        return Block(line.text[match.end() :], BlockKind.ITEM, **place)
    return Block(line.text, **place)


def heading_of(text: str, looks_like_heading: int = 0) -> tuple[str, int] | None:
    """(text, level) of a heading; None for another line.

    `looks_like_heading`: the level that the letters of a page speak for, 0 if none.
    """
    if match := MARKED.match(text):
        return match["text"].strip(" *_#"), len(match["marks"])
    if match := STARRED.match(text):
        return match["text"].strip(), 3
    if len(text) > MAX_HEADING or NUMBERED.match(text) or NO_HEADING_END.search(text):
        return None
    is_in_capitals = CAPITALS.match(text) and sum(map(str.isalpha, text)) >= MIN_LETTERS
    if ROMAN.match(text) or is_in_capitals:
        return text, 2
    return (text, looks_like_heading) if looks_like_heading else None
