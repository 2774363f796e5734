"""Blocks as the text of a source, which is cut into passages at blank lines."""

from collections.abc import Iterable

from dialogues.imports.files.blocks import Block, BlockKind

NOTES = "# Notes"


def as_text(blocks: Iterable[Block]) -> str:
    """The text of blocks, with # before headings, tabs between cells, and the notes at the end."""
    blocks = list(blocks)
    parts = [_part(block) for block in blocks if block.kind != BlockKind.NOTE]
    notes = [block.text for block in blocks if block.kind == BlockKind.NOTE]
    return "\n\n".join([*parts, *([NOTES, *notes] if notes else [])])


def _part(block):
    if block.kind == BlockKind.HEADING:
        return f"# {block.text}"
    return "\t".join(block.cells) if block.cells else block.text
