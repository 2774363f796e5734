"""Characters and lines with their places on a page."""

from collections.abc import Sequence
from typing import NamedTuple

WIDE_GAP = 1.4  # times the size of letters: the next cell of a row
SAME_EDGE = 3  # points


class PlacedChar(NamedTuple):
    """A character with its place on a page, in points."""

    text: str
    left: float
    right: float
    top: float
    size: float
    is_bold: bool


class PageLine(NamedTuple):
    """A line of a page: its text, where it is, and its characters."""

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float
    is_bold: bool
    chars: tuple[PlacedChar, ...]


def line_of(chars: Sequence[PlacedChar], page: int) -> PageLine:
    """A PageLine of characters; a wide gap between two of them is a tab."""
    letters = [char for char in chars if char.text.strip()] or list(chars)
    parts, before = [], None
    for char in chars:
        if before and char.text.strip() and char.left - before.right > WIDE_GAP * max(char.size, 1):
            parts.append("\t")
        parts.append(char.text)
        before = char if char.text.strip() else before
    text = "\t".join(part.strip() for part in "".join(parts).split("\t"))
    return PageLine(
        text,
        page,
        min(char.left for char in letters),
        max(char.right for char in letters),
        letters[0].top,
        round(sum(char.size for char in letters) / len(letters), 1),
        sum(char.is_bold for char in letters) > len(letters) / 2,
        tuple(chars),
    )
