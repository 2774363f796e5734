"""What kind of file the bytes of a document are, by their beginning."""

import re
from enum import StrEnum

from dialogues.imports.files.refusals import UnreadableDocumentError

MAX_BYTES = 50_000_000
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|p|div|table|h[1-6])\b", re.I)


class FileKind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


def kind_of(data: bytes) -> FileKind:
    """The kind of a file. Raises UnreadableDocumentError for one that is not read."""
    if not data.strip():
        raise UnreadableDocumentError("empty")
    if len(data) > MAX_BYTES:
        raise UnreadableDocumentError("too-large", limit=MAX_BYTES // 1_000_000)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF"):
        return FileKind.PDF
    if start.startswith(b"PK\x03\x04"):
        return FileKind.DOCX
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableDocumentError("old-word")
    if HTML.search(data[:4096]):
        return FileKind.HTML
    if b"\0" in data[:4096] and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableDocumentError("not-text")
    return FileKind.TEXT
