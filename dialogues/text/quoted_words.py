"""The words of a text that a quotation took from it."""

import re

MARKS = {
    **dict.fromkeys("'’‘\"“”", "['’‘\"“”]"),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}
OMISSION = re.compile(r"\[?(?:…|\.\.\.)\]?|\[[^\]]*\]")


def quoted_parts(text: str, quotations: list[str]) -> list[tuple[str, bool]]:
    """The text in parts, each with whether it is quoted. Line breaks and kinds of marks differ."""
    pieces = [piece.strip() for quotation in quotations for piece in OMISSION.split(quotation)]
    patterns = [_pattern(piece) for piece in sorted(pieces, key=len, reverse=True) if piece]
    if not patterns:
        return [(text, False)]
    parts, at = [], 0
    for match in re.finditer("|".join(patterns), text):
        parts += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return [part for part in [*parts, (text[at:], False)] if part[0]]


def _pattern(words):
    return r"\s+".join(
        "".join(MARKS.get(char, re.escape(char)) for char in word) for word in words.split()
    )
