"""The blocks of a Word document."""

import io
import zipfile

import mammoth

from dialogues.imports.files import html
from dialogues.imports.files.blocks import Block
from dialogues.imports.files.refusals import UnreadableDocumentError

MAX_UNPACKED = 100_000_000  # bytes
DOCUMENT = "word/document.xml"


def read_blocks(data: bytes) -> list[Block]:
    """The blocks of a DOCX. Raises UnreadableDocumentError for a broken, locked or huge file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            names = archive.namelist()
    except zipfile.BadZipFile as problem:
        raise UnreadableDocumentError("broken") from problem
    if unpacked > MAX_UNPACKED:
        raise UnreadableDocumentError("too-large-unpacked", limit=MAX_UNPACKED // 1_000_000)
    if DOCUMENT not in names:
        raise UnreadableDocumentError("encrypted" if "EncryptedPackage" in names else "not-text")
    try:
        converted = mammoth.convert_to_html(io.BytesIO(data))
    except Exception as problem:  # whatever a damaged file makes mammoth or its XML reader raise
        raise UnreadableDocumentError("broken") from problem
    return html.read_blocks(converted.value)
