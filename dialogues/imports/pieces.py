"""Blocks numbered as pieces, each with the section and paragraph it is in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogues.imports.files.blocks import Block, BlockKind
from dialogues.text.characters import clean_line, clean_text

MAX_PROSE = 50_000  # characters
# They show words in another order than that in which they are stored and read.
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
NUMBER = re.compile(r"^(?P<number>\d{1,3})\.\s+(?=\S)")


@dataclass(frozen=True)
class Piece:
    """A block with its place. Evidence is a piece and a span of its text."""

    number: int
    text: str
    kind: BlockKind
    section: str = ""
    paragraph: str = ""
    page: int | None = None
    line: int | None = None
    cells: tuple[str, ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether it is text to read. No paragraph is longer than MAX_PROSE."""
        return self.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and len(self.text) <= MAX_PROSE


def pieces_of(blocks: Iterable[Block]) -> list[Piece]:
    """The pieces of blocks; headings are pieces too, in their own section."""
    pieces, section = [], ""
    for number, block in enumerate(map(_cleaned, blocks)):
        if block.kind == BlockKind.HEADING:
            section = block.text
        match = NUMBER.match(block.text) if block.kind == BlockKind.PARAGRAPH else None
        pieces.append(
            Piece(
                number,
                block.text,
                block.kind,
                section,
                match["number"] if match else "",
                block.page,
                block.line,
                block.cells,
            )
        )
    return pieces


def _cleaned(block):
    """The block without characters that cannot be stored, or that reorder others."""
    cells = tuple(clean_line(OVERRIDES.sub("", cell)) for cell in block.cells)
    return replace(block, text=clean_text(OVERRIDES.sub("", block.text)), cells=cells)
