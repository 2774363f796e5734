"""A pasted text without the marks of the format it was copied from."""

import re
from html import unescape

ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31});", re.I)
LINK = re.compile(
    r"<(?:a|link|cite)\b[^<>]{0,500}?\b(?:href|url)\s*=\s*[\"']?([^\"'\s<>]+)[^<>]{0,500}>", re.I
)
QUOTE_TAG = re.compile(r"</?(?:q|blockquote)\b[^<>]{0,200}>", re.I)
BLOCK_TAG = re.compile(r"</?(?:p|div|li|br|tr|h[1-6])\b[^<>]{0,200}>", re.I)
TAG = re.compile(r"</?[a-z][a-z0-9:-]{0,30}(?:\s[^<>]{0,500})?/?>", re.I)
REPLY_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M)
# **word**, __word__, *word*
EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\w)|(?<=[\w.,;!?])\*(?!\w)")
NOTE_MARK = re.compile(r"(?<=[\w.,;:!?”’»)])[¹²³⁰⁴-⁹]+")
# LaTeX's quotation marks and escaped signs: ``...'', \&
TEX_MARKS = (("``", "“"), ("''", "”"), ("\\&", "&"))


def readable(text: str) -> str:
    """The text with entities and tags resolved, and without emphasis, reply marks and note numbers.

    Addresses in tags stay in the text.
    """
    if ENTITY.search(text):
        text = unescape(text)
    if "<" in text:
        text = QUOTE_TAG.sub(
            lambda tag: "” " if tag[0][1] == "/" else " “", LINK.sub(r" \1 ", text)
        )
        text = TAG.sub("", BLOCK_TAG.sub("\n", text))
    for mark, plain in TEX_MARKS:
        text = text.replace(mark, plain)
    return NOTE_MARK.sub("", EMPHASIS.sub("", REPLY_MARK.sub("", text)))
