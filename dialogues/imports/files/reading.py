"""The blocks of a document, whatever kind of file it is."""

from dialogues.imports.files import docx, html, pdf, plain_text
from dialogues.imports.files.blocks import Block
from dialogues.imports.files.joining import blocks_of
from dialogues.imports.files.kinds import FileKind, kind_of


def read_blocks(data: bytes) -> list[Block]:
    """The blocks of a document. Raises UnreadableDocumentError, whose sentence says what to do."""
    kind = kind_of(data)
    if kind == FileKind.PDF:
        return blocks_of(pdf.read_lines(data))
    if kind == FileKind.DOCX:
        return docx.read_blocks(data)
    text = plain_text.decode(data)
    if kind == FileKind.HTML:
        return html.read_blocks(text)
    return blocks_of(plain_text.read_lines(text))
